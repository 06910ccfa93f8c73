import { DestroyRef, Service, computed, effect, inject, signal, untracked } from '@angular/core';
import { AnnotationStore } from '../../annotations/annotation-store';
import { ChatStore } from '../../chat/chat-store';
import { MediaStore } from '../../media/media-store';
import { instantOf } from '../../platform/clock';
import { GraphqlClient } from '../../platform/graphql-client';
import { ServerClock } from '../../platform/server-clock';
import { SocketHealth } from '../../platform/socket-health';
import { OwnStaysDocument } from '../../session/session-operations';
import { SessionStore } from '../../session/session-store';
import { TopicStore } from '../../topics/topic-store';
import { TranscriptStore } from '../../transcript/transcript-store';
import { type Gap, type Happening, during, lastAbsence, missedLines } from '../domain/missed';

/** What comes after the connection is back comes within this time; it is told of at once. */
const settlingMs = 2000;
/** A connection that is lost is noticed so much later. */
const noticedAfterMs = 15_000;
/** Who was away for less has missed nothing that they would not see by themselves. */
const worthTellingMs = 5000;

/** What somebody missed who left the room, or whose connection was lost, and has come back. */
@Service({ autoProvided: false })
export class WhileGone {
  private readonly session = inject(SessionStore);
  private readonly chat = inject(ChatStore);
  private readonly annotations = inject(AnnotationStore);
  private readonly topics = inject(TopicStore);
  private readonly transcript = inject(TranscriptStore);
  private readonly media = inject(MediaStore);
  private readonly socket = inject(SocketHealth);
  private readonly clock = inject(ServerClock);
  private readonly graphql = inject(GraphqlClient);
  private readonly cameAt = untracked(() => this.clock.now());
  private readonly gap = signal<(Gap & { readonly backAt: number }) | null>(null);
  private lostAt: number | null = null;

  private readonly selfId = computed(() => this.session.self()?.person.id ?? '');
  private readonly isMentor = computed(() => this.session.self()?.role === 'MENTOR');
  private readonly isSettled = computed(() => {
    const gap = this.gap();
    return gap !== null && this.clock.time() - gap.backAt >= settlingMs;
  });

  /** In words, each with the panel that has it; empty where there is nothing to tell (any more). */
  readonly lines = computed(() => {
    const gap = this.gap();
    if (gap === null || !this.isSettled()) return [];
    return missedLines({
      messages: during(gap, this.messages()).length,
      spoken: during(gap, this.spoken()).length,
      annotations: during(gap, this.written()).length,
      done: during(gap, this.finished()).map(({ title }) => title),
      current: during(gap, this.begun()).at(-1)?.title ?? null,
    });
  });

  private readonly messages = computed(() =>
    this.chat
      .messages()
      .filter(({ authorId }) => authorId !== this.selfId())
      .map(({ id, sentAt: at }) => ({ id, at })),
  );
  private readonly spoken = computed(() =>
    this.transcript
      .lines()
      .filter(({ personId, isFinal }) => isFinal && personId !== this.selfId())
      .map(({ id, startedAt: at }) => ({ id, at })),
  );
  /** The mentor has written and changed all there is, so only the learner can miss it. */
  private readonly written = computed<readonly Happening[]>(() =>
    this.isMentor()
      ? []
      : this.annotations.annotations().map(({ id, writtenAt: at }) => ({ id, at })),
  );
  private readonly finished = computed(() => this.changed('done', ({ doneAt }) => doneAt));
  private readonly begun = computed(() =>
    this.changed('begun', ({ state, startedAt }) => (state === 'CURRENT' ? startedAt : null)),
  );

  constructor() {
    effect(() => {
      if (this.media.connection() === 'connected') untracked(() => void this.askForAbsence());
    });
    effect(() => {
      if (this.socket.isDown()) untracked(() => (this.lostAt ??= this.clock.now()));
    });
    const reconnecting = this.socket.connected.subscribe(() => {
      this.noteReturn();
    });
    inject(DestroyRef).onDestroy(() => {
      reconnecting.unsubscribe();
    });
  }

  /** It has been read. */
  forget(): void {
    this.gap.set(null);
  }

  /** The server knows when somebody was in the room, whatever page or device they were on. */
  private async askForAbsence(): Promise<void> {
    const id = this.session.session()?.id;
    if (!id) return;
    try {
      const { session } = await this.graphql.query(OwnStaysDocument, { id });
      const { stays } = session.viewerRole === 'MENTOR' ? session.mentor : session.learner;
      const absence = lastAbsence(
        stays.map(({ joinedAt, leftAt }) => ({
          joinedAt: instantOf(joinedAt),
          leftAt: leftAt === null ? null : instantOf(leftAt),
        })),
        this.clock.now(),
      );
      // A page that was opened after they left knows nothing of that time.
      if (absence) this.tell(absence, absence.from >= this.cameAt ? this.heard() : []);
    } catch {
      // What was missed is in the panels all the same, and marked as new there.
    }
  }

  private noteReturn(): void {
    const { lostAt } = this;
    this.lostAt = null;
    const now = this.clock.now();
    if (lostAt === null || now - lostAt < worthTellingMs) return;
    this.tell({ from: lostAt - noticedAfterMs, to: now }, this.heard());
  }

  /** Ids of all that came to this page. */
  private heard(): readonly string[] {
    const all = [this.messages(), this.written(), this.finished(), this.begun(), this.spoken()];
    return all.flatMap((some) => some.map(({ id }) => id));
  }

  private tell({ from, to }: Pick<Gap, 'from' | 'to'>, heard: readonly string[]): void {
    this.transcript.open(this.session.session()?.id ?? '');
    this.gap.set({ from, to, known: new Set(heard), backAt: this.clock.now() });
  }

  private changed(
    what: string,
    when: (topic: ReturnType<TopicStore['topics']>[number]) => string | null,
  ): readonly (Happening & { readonly title: string })[] {
    if (this.isMentor()) return [];
    return this.topics.topics().flatMap((topic) => {
      const at = when(topic);
      const { id, title } = topic;
      return at === null ? [] : [{ id: `${what} ${id}`, at: instantOf(at), title }];
    });
  }
}
