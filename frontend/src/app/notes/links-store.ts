import { DestroyRef, Service, computed, inject, signal } from '@angular/core';
import type { Subscription } from 'rxjs';
import { GraphqlClient } from '../platform/graphql-client';
import { faultOf, faultText } from '../platform/graphql-fault';
import { newId } from '../platform/ids';
import { BrowserStorage } from '../platform/storage';
import type { LinkDraft } from './domain/link-draft';
import { type SharedLink, unseenCount, withChange } from './domain/link-list';
import {
  CourseLinksDocument,
  RemoveLinkDocument,
  ResourceChangesDocument,
  ShareLinkDocument,
} from './notes-operations';

/** The links of one session, live; provided by the page that shows it. */
@Service({ autoProvided: false })
export class LinksStore {
  private readonly graphql = inject(GraphqlClient);
  private readonly storage = inject(BrowserStorage);
  private readonly shared = signal<readonly SharedLink[]>([]);
  private readonly ofCourse = signal<readonly LinkDraft[]>([]);
  private readonly seen = signal<readonly string[]>([]);
  private readonly watchers = signal(0);
  private readonly refusal = signal<string | null>(null);
  private readonly isBusy = signal(false);
  private sessionId = '';
  private cursor: string | null = null;
  private following: Subscription | undefined;

  /** What the mentor shared, the first one first. */
  readonly links = this.shared.asReadonly();
  /** What belongs to the course. */
  readonly courseLinks = this.ofCourse.asReadonly();
  /** Why the last change was not made. */
  readonly problem = this.refusal.asReadonly();
  readonly isSharing = this.isBusy.asReadonly();
  /** How many came while nobody looked. */
  readonly unseen = computed(() =>
    this.watchers() > 0 ? 0 : unseenCount(this.shared(), this.seen()),
  );

  constructor() {
    inject(DestroyRef).onDestroy(() => this.following?.unsubscribe());
  }

  /** Loads the session's links and goes on following them. */
  open(sessionId: string): void {
    if (this.sessionId === sessionId) return;
    this.sessionId = sessionId;
    this.seen.set(textsOf(this.storage.read(this.seenKey)));
    this.following = this.graphql
      .follow(ResourceChangesDocument, () => ({ sessionId, after: this.cursor }))
      .subscribe({
        next: ({ resourceChanges }) => {
          this.cursor = resourceChanges.cursor;
          this.take(resourceChanges);
        },
        // Without them the rest of the page is whole; the next page that opens asks again.
        error: () => undefined,
      });
    void this.loadCourse();
  }

  /** Whether somebody looks at the links now; what they look at is seen. */
  setWatched(isWatched: boolean): void {
    this.watchers.update((count) => count + (isWatched ? 1 : -1));
    this.markSeen();
  }

  /** Shares a link; tells whether it is there. */
  async share(link: LinkDraft): Promise<boolean> {
    this.refusal.set(null);
    this.isBusy.set(true);
    const input = { sessionId: this.sessionId, linkId: newId(), ...link };
    try {
      const { shareLink } = await this.graphql.mutate(ShareLinkDocument, { input }, 'repeatable');
      if (shareLink.__typename === 'ResourceLink') this.take(shareLink);
      else this.refusal.set(shareLink.message);
      return shareLink.__typename === 'ResourceLink';
    } catch (error) {
      this.refusal.set(faultText(faultOf(error)));
      return false;
    } finally {
      this.isBusy.set(false);
    }
  }

  async remove(linkId: string): Promise<void> {
    this.refusal.set(null);
    const input = { sessionId: this.sessionId, linkId };
    try {
      const { removeLink } = await this.graphql.mutate(RemoveLinkDocument, { input }, 'repeatable');
      if (removeLink.__typename === 'ResourceLink') this.take(removeLink);
      else if (removeLink.__typename === 'LinksClosed') this.refusal.set(removeLink.message);
    } catch (error) {
      this.refusal.set(faultText(faultOf(error)));
    }
  }

  private take(change: SharedLink): void {
    this.shared.update((links) => withChange(links, change));
    this.markSeen();
  }

  private markSeen(): void {
    if (this.watchers() === 0) return;
    const ids = this.shared().map(({ id }) => id);
    if (ids.join() === this.seen().join()) return;
    this.seen.set(ids);
    this.storage.write(this.seenKey, ids.length > 0 ? ids : null);
  }

  private async loadCourse(): Promise<void> {
    try {
      const { session } = await this.graphql.query(CourseLinksDocument, {
        sessionId: this.sessionId,
      });
      this.ofCourse.set(session.course.links);
    } catch {
      // They are on the course's own page too.
    }
  }

  private get seenKey(): string {
    return `own.links-seen.${this.sessionId}`;
  }
}

function textsOf(kept: unknown): readonly string[] {
  return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [];
}
