import { DestroyRef, Service, computed, inject, signal } from '@angular/core';
import { EMPTY, Subject, Subscription, expand, finalize, tap } from 'rxjs';
import { instantOf } from '../platform/clock';
import { GraphqlClient } from '../platform/graphql-client';
import { type Fault, faultOf } from '../platform/graphql-fault';
import { ServerClock } from '../platform/server-clock';
import { type FreshWords, captionLines, withFresh } from './domain/caption-lines';
import {
  type Spoken,
  type TranscriptLog,
  emptyTranscript,
  heard,
  linesOf,
} from './domain/transcript-log';
import {
  TranscriptDocument,
  type TranscriptSegmentPartsFragment,
  TranscriptSegmentsDocument,
  TranscriptStatusChangesDocument,
  type TranscriptStatusChangesSubscription,
} from './transcript-operations';

type Status = TranscriptStatusChangesSubscription['transcriptStatusChanges'];

const off: Status = { state: 'OFF', engine: null };
const pageSize = 300;
/** Words that were said longer ago than this are no captions any more. */
const freshMs = 30_000;

/** What is said in one session; provided by the page that shows it. */
@Service({ autoProvided: false })
export class TranscriptStore {
  private readonly graphql = inject(GraphqlClient);
  private readonly clock = inject(ServerClock);
  private readonly log = signal<TranscriptLog>(emptyTranscript);
  private readonly told = signal<Status>(off);
  private readonly fresh = signal<readonly FreshWords[]>([]);
  private readonly failure = signal<Fault | null>(null);
  private readonly complete = signal(false);
  private readonly newest = signal<Spoken | null>(null);
  private readonly said = new Subject<Spoken>();
  private sessionId = '';
  private isLive = false;
  private cursor: string | null = null;
  private following = new Subscription();

  readonly status = this.told.asReadonly();
  readonly fault = this.failure.asReadonly();
  /** Whether everything that was said before has been read. */
  readonly isLoaded = this.complete.asReadonly();
  /** In the order of speaking, with the words that are on the way. */
  readonly lines = computed(() => linesOf(this.log(), this.told().state !== 'OFF'));
  /** What the last final words were, once they have come live. */
  readonly lastFinal = this.newest.asReadonly();
  /** Final words, each once, as they come live. */
  readonly finals = this.said.asObservable();
  /** What is to be read over the picture now. */
  readonly captions = computed(() => captionLines(this.fresh(), this.clock.time()));

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.following.unsubscribe();
    });
  }

  /** Reads what was said so far and goes on following it. */
  open(sessionId: string): void {
    if (this.sessionId === sessionId && this.isLive) return;
    this.isLive = true;
    this.begin(sessionId);
  }

  /** Reads what was said, of a session that is over. */
  load(sessionId: string): void {
    if (this.sessionId === sessionId) return;
    this.begin(sessionId);
  }

  /** Tries once more what has failed for good. */
  retry(): void {
    this.begin(this.sessionId);
  }

  private begin(sessionId: string): void {
    this.following.unsubscribe();
    if (sessionId !== this.sessionId) {
      this.log.set(emptyTranscript);
      this.fresh.set([]);
      this.cursor = null;
    }
    this.sessionId = sessionId;
    this.failure.set(null);
    this.following = new Subscription();
    this.following.add(
      this.page()
        .pipe(
          expand(({ session }) => (session.transcript.pageInfo.hasNextPage ? this.page() : EMPTY)),
        )
        .subscribe({
          complete: () => {
            this.complete.set(true);
            if (this.isLive) this.follow();
          },
          error: (error: unknown) => {
            this.failure.set(faultOf(error));
          },
        }),
    );
  }

  private page() {
    const { sessionId, cursor: after } = this;
    const ignore = () => undefined;
    return this.graphql.ask(TranscriptDocument, { sessionId, after, first: pageSize }, ignore).pipe(
      tap(({ session: { transcript } }) => {
        this.cursor = transcript.pageInfo.endCursor ?? this.cursor;
        const told = transcript.edges.map(({ node }) => spokenOf(node));
        this.log.update((log) => heard(log, told, this.clock.now()));
      }),
    );
  }

  private follow(): void {
    const { sessionId } = this;
    const failed = (error: unknown) => {
      this.failure.set(faultOf(error));
    };
    this.following.add(
      this.graphql
        .follow(TranscriptStatusChangesDocument, () => ({ sessionId }))
        .pipe(
          finalize(() => {
            this.told.set(off);
          }),
        )
        .subscribe({
          next: ({ transcriptStatusChanges: status }) => {
            this.told.set(status);
          },
          error: failed,
        }),
    );
    this.following.add(
      this.graphql
        .follow(TranscriptSegmentsDocument, () => ({ sessionId, after: this.cursor }))
        .subscribe({
          next: ({ transcriptSegments: segment }) => {
            this.take(segment);
          },
          error: failed,
        }),
    );
  }

  private take(segment: TranscriptSegmentPartsFragment): void {
    const now = this.clock.now();
    const spoken = spokenOf(segment);
    this.cursor = segment.cursor;
    this.log.update((log) => heard(log, [spoken], now));
    if (spoken.isFinal) {
      this.newest.set(spoken);
      this.said.next(spoken);
    }
    if (now - spoken.endedAt > freshMs) return;
    this.fresh.update((fresh) => withFresh(fresh, spoken, now));
  }
}

function spokenOf({ person, ...segment }: TranscriptSegmentPartsFragment): Spoken {
  return {
    id: segment.id,
    revision: segment.revision,
    personId: person.id,
    name: person.displayName,
    initials: person.initials,
    picture: person.avatarUrl,
    startedAt: instantOf(segment.startedAt),
    endedAt: instantOf(segment.endedAt),
    startMs: segment.startMs,
    text: segment.text,
    isFinal: segment.isFinal,
    language: segment.language,
    engine: segment.engine,
  };
}
