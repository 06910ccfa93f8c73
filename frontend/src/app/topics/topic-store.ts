import { DestroyRef, Service, computed, effect, inject, signal, untracked } from '@angular/core';
import { Subject, lastValueFrom, takeUntil } from 'rxjs';
import { Announcer } from '../platform/announcer';
import { instantOf } from '../platform/clock';
import { GraphqlClient } from '../platform/graphql-client';
import type { GraphqlDocument } from '../platform/graphql-document';
import { faultOf, faultText } from '../platform/graphql-fault';
import { newId } from '../platform/ids';
import type { SessionDetailsFragment } from '../session/session-operations';
import { SessionStore } from '../session/session-store';
import { type PlanEdit, withEdits } from './domain/plan-edits';
import {
  AddTopicDocument,
  type AddTopicMutation,
  FinishTopicDocument,
  MoveTopicDocument,
  RemoveTopicDocument,
  RenameTopicDocument,
  ReopenTopicDocument,
  RestoreTopicDocument,
  StartTopicDocument,
} from './topics-operations';

export type Topic = SessionDetailsFragment['topics'][number];

interface Plan {
  readonly at: number;
  readonly topics: readonly Topic[];
}

const simple = {
  REMOVE: RemoveTopicDocument,
  RESTORE: RestoreTopicDocument,
  START: StartTopicDocument,
  FINISH: FinishTopicDocument,
  REOPEN: ReopenTopicDocument,
} as const;

/**
 * The plan of the session, and the mentor's changes of it. A change is shown at once, and sent one after
 * the other until the server has it: each is the same however often it comes.
 */
@Service({ autoProvided: false })
export class TopicStore {
  private readonly graphql = inject(GraphqlClient);
  private readonly session = inject(SessionStore);
  private readonly announcer = inject(Announcer);
  private readonly edits = signal<readonly PlanEdit[]>([]);
  private readonly answered = signal<Plan | null>(null);
  private readonly refusal = signal<string | null>(null);
  private readonly cut = signal(false);
  private readonly gone = new Subject<void>();
  private isSending = false;

  /** Why the last change was not made. */
  readonly problem = this.refusal.asReadonly();
  /** Whether changes wait for the connection. */
  readonly isWaiting = computed(() => this.cut() && this.edits().length > 0);

  /** The plan as the server says, whichever of its words is the newest. */
  private readonly told = computed(() => {
    const session = this.session.session();
    if (!session) return [];
    const answered = this.answered();
    const isNewer = answered && answered.at > instantOf(session.clock.serverTime);
    return isNewer ? answered.topics : session.topics;
  });

  /** The plan with the changes that are on their way. */
  readonly topics = computed(() => withEdits<Topic>(this.told(), this.edits(), newTopic));
  readonly current = computed(
    () => this.topics().find(({ state }) => state === 'CURRENT') ?? null,
    { equal: (one, other) => one?.id === other?.id && one?.title === other?.title },
  );

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.gone.next();
    });
    this.announceCurrent();
  }

  add(title: string): void {
    this.do({ type: 'ADD', topicId: newId(), title });
  }

  rename(topicId: string, title: string): void {
    this.do({ type: 'RENAME', topicId, title });
  }

  /** Puts a topic behind another; `null`: first. */
  move(topicId: string, afterId: string | null): void {
    this.do({ type: 'MOVE', topicId, afterId });
  }

  do(edit: PlanEdit): void {
    this.refusal.set(null);
    this.edits.update((edits) => [...edits, edit]);
    void this.sendAll();
  }

  private async sendAll(): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    for (let edit = this.edits()[0]; edit; edit = this.edits()[0]) await this.send(edit);
    this.isSending = false;
  }

  private async send(edit: PlanEdit): Promise<void> {
    try {
      const answer = await this.ask(edit);
      if (answer?.changed.__typename === 'Session') this.learn(answer.changed);
      else if (answer) this.refusal.set(answer.changed.message);
    } catch (error) {
      this.refusal.set(faultText(faultOf(error)));
    }
    this.cut.set(false);
    this.edits.update((edits) => edits.slice(1));
  }

  private learn({ clock, topics }: Extract<AddTopicMutation['changed'], { clock: unknown }>): void {
    const at = instantOf(clock.serverTime);
    this.answered.update((known) => (known && known.at > at ? known : { at, topics }));
  }

  private ask(edit: PlanEdit): Promise<AddTopicMutation | null> {
    const sessionId = this.session.session()?.id ?? '';
    const { topicId } = edit;
    switch (edit.type) {
      case 'ADD':
        return this.until(AddTopicDocument, { input: { sessionId, topicId, title: edit.title } });
      case 'RENAME':
        return this.until(RenameTopicDocument, {
          input: { sessionId, topicId, title: edit.title },
        });
      case 'MOVE':
        return this.until(MoveTopicDocument, {
          input: { sessionId, topicId, afterId: edit.afterId },
        });
      default:
        return this.until(simple[edit.type], { input: { sessionId, topicId } });
    }
  }

  /** Asks until there is an answer; `null` where the page was left before. */
  private until<V extends object>(
    document: GraphqlDocument<AddTopicMutation, V>,
    variables: V,
  ): Promise<AddTopicMutation | null> {
    const answers = this.graphql.ask(document, variables, () => {
      this.cut.set(true);
    });
    return lastValueFrom(answers.pipe(takeUntil(this.gone)), { defaultValue: null });
  }

  /** Whoever does not see the list hears where the session is. */
  private announceCurrent(): void {
    let known: string | null | undefined;
    effect(() => {
      const current = this.current();
      const isThere = this.session.session() !== null;
      untracked(() => {
        if (isThere && known !== undefined && current && current.id !== known) {
          this.announcer.say(`Current topic: ${current.title}`);
        }
        if (isThere) known = current?.id ?? null;
      });
    });
  }
}

function newTopic(id: string, title: string): Topic {
  return { id, title, position: 0, doneAt: null, state: 'PLANNED', activeMs: 0, startedAt: null };
}
