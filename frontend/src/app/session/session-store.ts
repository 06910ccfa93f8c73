import { DestroyRef, Service, computed, inject, signal } from '@angular/core';
import { type Subscription, switchMap, tap } from 'rxjs';
import { GraphqlClient } from '../platform/graphql-client';
import { type Fault, faultOf } from '../platform/graphql-fault';
import { ServerClock } from '../platform/server-clock';
import { SocketHealth } from '../platform/socket-health';
import { instantOf } from '../platform/clock';
import { appendNews } from './domain/session-news';
import { systemLines } from './domain/system-lines';
import { activeMsAt, isOver, phaseAt, timeLeftMs } from './domain/session-times';
import { timesOf } from './session-clock';
import {
  AgreeToFinishDocument,
  EndSessionDocument,
  OneSessionDocument,
  SessionChangesDocument,
  type SessionChangesSubscription,
  type SessionDetailsFragment,
  SetHandDocument,
  WithdrawFinishDocument,
} from './session-operations';

type Change = SessionChangesSubscription['sessionChanges'];
export type SessionNews = NonNullable<Change['event']>;

type Order = (sessionId: string) => Promise<SessionDetailsFragment | { readonly message: string }>;

/** One session as the server tells it, live; provided by the page that shows it. */
@Service({ autoProvided: false })
export class SessionStore {
  private readonly graphql = inject(GraphqlClient);
  private readonly clock = inject(ServerClock);
  private readonly socket = inject(SocketHealth);
  private readonly latest = signal<SessionDetailsFragment | null>(null);
  private readonly happened = signal<readonly SessionNews[]>([]);
  private readonly failure = signal<Fault | null>(null);
  private readonly refusal = signal<string | null>(null);
  private cursor: string | null = null;
  private following: Subscription | undefined;
  private visit: { readonly sessionId: string; readonly connectionId: string } | null = null;

  readonly session = this.latest.asReadonly();
  /** What happened since the page was opened, each thing once and in order. */
  readonly news = this.happened.asReadonly();
  readonly fault = this.failure.asReadonly();
  /** Why the last order could not be carried out. */
  readonly problem = this.refusal.asReadonly();

  /** The viewer's own part in the session. */
  readonly self = computed(() => {
    const session = this.latest();
    if (!session) return null;
    return session.viewerRole === 'MENTOR' ? session.mentor : session.learner;
  });
  readonly other = computed(() => this.latest()?.other ?? null);
  /** What the system says between the messages of the chat. */
  readonly systemLines = computed(() => {
    const { actualStart = null, actualEnd = null } = this.latest() ?? {};
    const news = this.happened().map((event) => ({ ...event, at: instantOf(event.at) }));
    return systemLines(instantOrNull(actualStart), instantOrNull(actualEnd), news);
  });

  readonly times = computed(() => {
    const session = this.latest();
    return session && timesOf(session.clock);
  });
  readonly phase = computed(() => {
    const times = this.times();
    return times && phaseAt(times, this.clock.time());
  });
  /** A no-show is over when it has ended; until then the one who waits may go on waiting. */
  readonly isOver = computed(() => {
    const [session, phase] = [this.latest(), this.phase()];
    return session !== null && phase !== null && (session.endReason !== null || isOver(phase));
  });
  readonly timeLeftMs = computed(() => {
    const times = this.times();
    return times ? timeLeftMs(times, this.clock.time()) : 0;
  });
  readonly activeMs = computed(() => {
    const times = this.times();
    return times ? activeMsAt(times, this.clock.time()) : 0;
  });

  constructor() {
    const reconnecting = this.socket.connected.subscribe(() => {
      void this.refresh();
    });
    inject(DestroyRef).onDestroy(() => {
      reconnecting.unsubscribe();
      this.following?.unsubscribe();
    });
  }

  /** Shows session `sessionId` and goes on following it. The connection says which page attends. */
  open(sessionId: string, connectionId: string): void {
    this.visit = { sessionId, connectionId };
    this.latest.set(null);
    this.happened.set([]);
    this.cursor = null;
    this.follow();
  }

  /** After a fault: begins again where it stopped. */
  retry(): void {
    this.failure.set(null);
    this.follow();
  }

  /** The mentor ends the session for both. */
  async end(): Promise<void> {
    await this.order('The session could not be ended. Try again.', async (sessionId) => {
      const { endSession } = await this.graphql.mutate(EndSessionDocument, {
        input: { sessionId },
      });
      return endSession;
    });
  }

  /** Asks the other to finish early, or agrees with who has asked. */
  async agreeToFinish(): Promise<void> {
    await this.order('The other could not be asked. Try again.', async (sessionId) => {
      const { agreeToFinish } = await this.graphql.mutate(
        AgreeToFinishDocument,
        { input: { sessionId } },
        'repeatable',
      );
      return agreeToFinish;
    });
  }

  /** Takes back that the viewer asked to finish early. */
  async withdrawFinish(): Promise<void> {
    await this.order('It could not be taken back. Try again.', async (sessionId) => {
      const { withdrawFinish } = await this.graphql.mutate(
        WithdrawFinishDocument,
        { input: { sessionId } },
        'repeatable',
      );
      return withdrawFinish;
    });
  }

  /** Raises or lowers one's own hand; the mentor may lower the learner's. */
  async setHand(isRaised: boolean, personId: string | null = null): Promise<void> {
    await this.order('Your hand could not be seen. Try again.', async (sessionId) => {
      const input = { sessionId, isRaised, personId };
      const { setHand } = await this.graphql.mutate(SetHandDocument, { input }, 'repeatable');
      return setHand;
    });
  }

  /** What is told of an order that did not reach the server is `failed`. */
  private async order(failed: string, give: Order): Promise<void> {
    const session = this.latest();
    if (!session) return;
    this.refusal.set(null);
    try {
      const answer = await give(session.id);
      if ('message' in answer) await this.refresh();
      else this.show(answer);
    } catch {
      this.refusal.set(failed);
    }
  }

  private follow(): void {
    const { visit } = this;
    if (!visit) return;
    this.following?.unsubscribe();
    this.following = this.graphql
      .ask(OneSessionDocument, { id: visit.sessionId }, (fault) => {
        this.failure.set(fault);
      })
      .pipe(
        tap(({ session }) => {
          this.begin(session);
        }),
        switchMap(() =>
          this.graphql.follow(SessionChangesDocument, () => ({ ...visit, after: this.cursor })),
        ),
      )
      .subscribe({
        next: ({ sessionChanges }) => {
          this.take(sessionChanges);
        },
        error: (error: unknown) => {
          this.failure.set(faultOf(error));
        },
      });
  }

  private begin(session: SessionDetailsFragment): void {
    this.failure.set(null);
    this.cursor ??= session.cursor;
    this.show(session);
  }

  private take({ cursor, event, session }: Change): void {
    this.cursor = cursor;
    if (event) this.happened.update((news) => appendNews(news, event));
    this.show(session);
  }

  /** Answers may overtake each other; the one that the server wrote last is right. */
  private show(session: SessionDetailsFragment): void {
    this.latest.update((known) => {
      const isOlder =
        known !== null && instantOf(known.clock.serverTime) > instantOf(session.clock.serverTime);
      return isOlder ? known : session;
    });
  }

  /** Who attends is not in the log, so after a broken connection it is asked for once. */
  private async refresh(): Promise<void> {
    const { visit } = this;
    if (!visit || !this.latest()) return;
    try {
      const { session } = await this.graphql.query(OneSessionDocument, { id: visit.sessionId });
      this.show(session);
    } catch {
      // The stream tells what matters; it reports the fault if there is one.
    }
  }
}

function instantOrNull(iso: string | null): number | null {
  return iso === null ? null : instantOf(iso);
}
