import { DestroyRef, Service, computed, inject, signal } from '@angular/core';
import type { NoticeDeliveryFilter } from '../graphql/schema-types';
import { GraphqlClient } from '../platform/graphql-client';
import { type Fault, faultOf } from '../platform/graphql-fault';
import { PageLife } from '../platform/page-life';
import { SingleFlight } from '../platform/single-flight';
import {
  NoticeDeliveriesDocument,
  type NoticeDeliveryRowFragment,
  RetryNoticeDeliveryDocument,
} from './operator-operations';

interface Listed {
  readonly items: readonly NoticeDeliveryRowFragment[];
  readonly endCursor: string | null;
}

const pageSize = 20;
const everyMs = 5000;

/** How reminders fare on their ways, looked at every few seconds; provided by the page. */
@Service({ autoProvided: false })
export class RemindersStore {
  private readonly graphql = inject(GraphqlClient);
  private readonly page = inject(PageLife);
  private readonly listed = signal<Listed | null>(null);
  private readonly wanted = signal<NoticeDeliveryFilter>('DUE');
  private readonly failure = signal<Fault | null>(null);
  private readonly said = signal('');
  private readonly loading = new SingleFlight(() => this.load());

  readonly filter = this.wanted.asReadonly();
  readonly fault = this.failure.asReadonly();
  /** What became of the last press. */
  readonly news = this.said.asReadonly();
  readonly deliveries = computed(() => this.listed()?.items ?? null);
  readonly hasMore = computed(() => Boolean(this.listed()?.endCursor));

  constructor() {
    const timer = setInterval(() => {
      // Who has gone on in the list is not thrown back to its beginning.
      const isAtFirst = (this.listed()?.items.length ?? 0) <= pageSize;
      if (this.page.isVisible && isAtFirst) void this.loading.run();
    }, everyMs);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
    });
  }

  show(filter: NoticeDeliveryFilter): void {
    if (filter !== this.wanted()) this.listed.set(null);
    this.wanted.set(filter);
    this.said.set('');
    void this.loading.run();
  }

  async showMore(): Promise<void> {
    const known = this.listed();
    if (!known?.endCursor) return;
    try {
      const more = await this.ask(this.wanted(), known.endCursor);
      if (this.listed() === known)
        this.listed.set({ ...more, items: [...known.items, ...more.items] });
    } catch (error) {
      this.failure.set(faultOf(error));
    }
  }

  async retry({ noticeId, channel }: NoticeDeliveryRowFragment): Promise<void> {
    if (!channel) return;
    try {
      const { retryNoticeDelivery: answer } = await this.graphql.mutate(
        RetryNoticeDeliveryDocument,
        { input: { noticeId, channel } },
      );
      this.said.set(answer.__typename === 'NothingToRetry' ? answer.message : 'It is tried again.');
      await this.loading.run();
    } catch (error) {
      this.failure.set(faultOf(error));
    }
  }

  private async load(): Promise<void> {
    const filter = this.wanted();
    try {
      const listed = await this.ask(filter, null);
      if (filter === this.wanted()) this.listed.set(listed);
      this.failure.set(null);
    } catch (error) {
      this.failure.set(faultOf(error));
    }
  }

  private async ask(filter: NoticeDeliveryFilter, after: string | null): Promise<Listed> {
    const { noticeDeliveries } = await this.graphql.query(NoticeDeliveriesDocument, {
      filter,
      first: pageSize,
      after,
    });
    const { endCursor, hasNextPage } = noticeDeliveries.pageInfo;
    return {
      items: noticeDeliveries.edges.map(({ node }) => node),
      endCursor: hasNextPage ? (endCursor ?? null) : null,
    };
  }
}
