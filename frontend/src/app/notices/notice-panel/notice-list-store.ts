import { Service, computed, inject, signal } from '@angular/core';
import { GraphqlClient } from '../../platform/graphql-client';
import { type Fault, faultOf } from '../../platform/graphql-fault';
import { type Notice, NoticeStore } from '../notice-store';
import { MarkNoticesReadDocument, NoticesDocument } from '../notices-operations';

const pageSize = 15;

/** The list of what the viewer was told, the latest first. */
@Service({ autoProvided: false })
export class NoticeListStore {
  private readonly graphql = inject(GraphqlClient);
  private readonly bell = inject(NoticeStore);
  private readonly known = signal<readonly Notice[] | null>(null);
  private readonly endCursor = signal<string | null>(null);
  private readonly failure = signal<Fault | null>(null);
  private readonly loading = signal(false);

  readonly notices = computed(() => this.known() ?? []);
  readonly isLoaded = computed(() => this.known() !== null);
  readonly hasMore = computed(() => this.endCursor() !== null);
  readonly isLoading = this.loading.asReadonly();
  readonly fault = this.failure.asReadonly();
  readonly unread = this.bell.unread;

  /** The next page; at first the first. */
  async load(): Promise<void> {
    if (this.loading()) return;
    this.loading.set(true);
    this.failure.set(null);
    try {
      const after = this.endCursor();
      const { notices } = await this.graphql.query(NoticesDocument, { first: pageSize, after });
      const { edges, pageInfo, unreadCount } = notices;
      const shown = new Set(this.notices().map(({ id }) => id));
      const fresh = edges.map(({ node }) => node).filter(({ id }) => !shown.has(id));
      this.known.update((list) => [...(list ?? []), ...fresh]);
      this.endCursor.set(pageInfo.hasNextPage ? pageInfo.endCursor : null);
      this.bell.learn(unreadCount);
    } catch (error) {
      this.failure.set(faultOf(error));
    } finally {
      this.loading.set(false);
    }
  }

  /** What arrives while the list is open stands at its top. */
  take(notice: Notice): void {
    this.known.update((list) => [notice, ...(list ?? []).filter(({ id }) => id !== notice.id)]);
  }

  async markAllRead(): Promise<void> {
    await this.mark({ all: true }, () => true);
  }

  async markRead(id: string): Promise<void> {
    const isUnread = this.notices().some((notice) => notice.id === id && notice.readAt === null);
    if (isUnread) await this.mark({ ids: [id], all: false }, (notice) => notice.id === id);
  }

  private async mark(
    input: { readonly all: boolean; readonly ids?: readonly string[] },
    isMarked: (notice: Notice) => boolean,
  ): Promise<void> {
    try {
      const { markNoticesRead } = await this.graphql.mutate(MarkNoticesReadDocument, {
        input: { ids: null, ...input },
      });
      this.known.update(
        (list) =>
          list?.map((notice) =>
            isMarked(notice) ? { ...notice, readAt: notice.readAt ?? notice.sentAt } : notice,
          ) ?? null,
      );
      this.bell.learn(markNoticesRead.unreadCount);
    } catch (error) {
      this.failure.set(faultOf(error));
    }
  }
}
