import { DestroyRef, Service, computed, inject, signal } from '@angular/core';
import { EMPTY, type Observable, type Subscription, expand, last, switchMap, tap } from 'rxjs';
import { Announcer } from '../platform/announcer';
import { instantOf } from '../platform/clock';
import { GraphqlClient } from '../platform/graphql-client';
import { type Fault, faultOf } from '../platform/graphql-fault';
import { BrowserStorage } from '../platform/storage';
import { SessionStore } from '../session/session-store';
import {
  AnnotationChangesDocument,
  type AnnotationPartsFragment,
  AnnotationsDocument,
  type AnnotationsQuery,
} from './annotations-operations';
import { type Annotation, emptyLog, received, standing } from './domain/annotation-log';
import { wordOf } from './domain/kind-words';

/** What the mentor wrote in one session, live; provided by the page that shows it. */
@Service({ autoProvided: false })
export class AnnotationStore {
  private readonly graphql = inject(GraphqlClient);
  private readonly storage = inject(BrowserStorage);
  private readonly announcer = inject(Announcer);
  private readonly session = inject(SessionStore);
  private readonly log = signal(emptyLog);
  private readonly failure = signal<Fault | null>(null);
  private readonly isLookedAt = signal(false);
  private readonly seen = signal<ReadonlySet<string>>(new Set());
  private readonly arrived = signal<ReadonlySet<string>>(new Set());
  private readonly id = signal('');
  private cursor: string | null = null;
  private following: Subscription | undefined;

  /** Of which session. */
  readonly sessionId = this.id.asReadonly();
  readonly fault = this.failure.asReadonly();
  /** Those that stand, in the order of writing. */
  readonly annotations = computed(() => standing(this.log()));
  /** Those that came while the page was open, to be pointed out. */
  readonly fresh = this.arrived.asReadonly();
  private readonly isReader = computed(() => this.session.session()?.viewerRole !== 'MENTOR');
  /** How many the reader has not looked at yet; nobody reads their own. */
  readonly unread = computed(() => {
    if (!this.isReader() || this.isLookedAt()) return 0;
    return this.annotations().filter(({ id }) => !this.seen().has(id)).length;
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.following?.unsubscribe();
    });
  }

  /** Loads what was written in the session, and goes on following it. */
  open(sessionId: string): void {
    if (this.id() === sessionId) return;
    this.id.set(sessionId);
    const kept = this.storage.read(this.seenKey);
    this.seen.set(
      new Set(Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : []),
    );
    this.following = this.load(sessionId)
      .pipe(
        switchMap(() =>
          this.graphql.follow(AnnotationChangesDocument, () => ({
            sessionId,
            after: this.cursor,
          })),
        ),
      )
      .subscribe({
        next: ({ annotationChanges }) => {
          this.hear(annotationChanges);
        },
        error: (error: unknown) => {
          this.failure.set(faultOf(error));
        },
      });
  }

  byId(id: string): Annotation | null {
    return this.log().get(id) ?? null;
  }

  /** Takes over what an answer says, which may be before the stream does. */
  learn(parts: AnnotationPartsFragment): void {
    this.log.update((log) => received(log, annotationOf(parts)));
  }

  /** Whether somebody looks at the annotations now; what they look at is read. */
  setLookedAt(isLookedAt: boolean): void {
    this.isLookedAt.set(isLookedAt);
    this.markSeen();
  }

  private load(sessionId: string): Observable<AnnotationsQuery> {
    const page = (after: string | null) =>
      this.graphql
        .ask(AnnotationsDocument, { sessionId, after }, (fault) => {
          this.failure.set(fault);
        })
        .pipe(
          tap(({ session }) => {
            this.failure.set(null);
            for (const { node } of session.annotations.edges) this.take(node);
          }),
        );
    return page(null).pipe(
      expand(({ session: { annotations } }) =>
        annotations.pageInfo.hasNextPage ? page(annotations.pageInfo.endCursor) : EMPTY,
      ),
      last(),
    );
  }

  private take(parts: AnnotationPartsFragment): void {
    this.cursor = parts.cursor;
    this.learn(parts);
    this.markSeen();
  }

  /** Something new: it is pointed out to the reader, also to one who does not see it. */
  private hear(parts: AnnotationPartsFragment): void {
    const known = this.log().get(parts.id);
    const isNews = !known || known.isWithdrawn;
    if (parts.withdrawnAt === null && isNews && this.isReader()) {
      this.arrived.update((arrived) => new Set(arrived).add(parts.id));
      this.announcer.say(`New ${wordOf(parts.kind).toLowerCase()}: ${parts.text}`);
    }
    this.take(parts);
  }

  private markSeen(): void {
    if (!this.isLookedAt()) return;
    const ids = this.annotations().map(({ id }) => id);
    if (ids.every((id) => this.seen().has(id))) return;
    this.seen.set(new Set(ids));
    this.storage.write(this.seenKey, ids);
  }

  private get seenKey(): string {
    return `own.annotations-seen.${this.id()}`;
  }
}

function annotationOf(parts: AnnotationPartsFragment): Annotation {
  const { id, topicId, kind, isPrivate, text, sessionMs, revision } = parts;
  return {
    ...{ id, topicId, kind, isPrivate, text, sessionMs, revision },
    writtenAt: instantOf(parts.writtenAt),
    isEdited: parts.editedAt !== null,
    isWithdrawn: parts.withdrawnAt !== null,
  };
}
