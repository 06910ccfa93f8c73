import type { Person } from '../accounts/person.ts';
import type { App } from '../app.ts';
import type { Clock } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import { drawingOf } from '../whiteboard/whiteboard.ts';
import type { BoardShape, Who } from './past-board.ts';
import type { PastAnnotation } from './past-sessions.ts';
import type { Deed } from './past-steps.ts';

interface Meeting {
  readonly sessionId: string;
  readonly mentor: Person;
  readonly learner: Person;
}

/** Words take about so long to be said. */
const wordMs = 350;

/** Keeps what was done in a session of the past through the same doors as in a real one. */
export class PastRecord {
  constructor(
    private readonly app: App,
    private readonly clock: Clock,
    private readonly meeting: Meeting,
  ) {}

  async keep(deed: Deed): Promise<void> {
    switch (deed.kind) {
      case 'WRITE':
        return this.write(deed);
      case 'SPEAK':
        return this.speak(deed);
      case 'AGREE':
        return this.agree(deed.who);
      case 'ANNOTATE':
        return this.annotate(deed.annotation);
      case 'FINISH':
        return this.finish(deed.topic);
      case 'DRAW':
        return this.draw(deed.board);
      default:
        deed satisfies never;
    }
  }

  private async write({ who, text }: { readonly who: Who; readonly text: string }) {
    const { sessionId } = this.meeting;
    const authorId = this.meeting[who].id;
    const answer = await this.app.chat.send.run({ sessionId, messageId: newId(), authorId, text });
    accepted(answer);
  }

  private async speak({ who, text }: { readonly who: Who; readonly text: string }) {
    const endAt = this.clock.now();
    const spoken = {
      ...{ id: newId(), revision: 1, personId: this.meeting[who].id, text },
      ...{ startAt: endAt - text.split(' ').length * wordMs, endAt },
      ...{ isFinal: true, language: 'en', engine: 'Scripted' },
    };
    const answer = await this.app.transcript.write(this.meeting.sessionId, [spoken]);
    accepted(answer);
    const refused = 'refused' in answer ? answer.refused : [];
    for (const { fault } of refused) accepted({ rejected: fault });
  }

  private async agree(who: Who) {
    const { sessionId } = this.meeting;
    const word = { kind: 'TRANSCRIPT', act: 'AGREE' } as const;
    const personId = this.meeting[who].id;
    accepted(await this.app.consent.change.run({ sessionId, personId, ...word }));
  }

  private async annotate({ kind, text, topic, isPrivate = false }: PastAnnotation) {
    const { sessionId, mentor } = this.meeting;
    accepted(
      await this.app.annotations.write.annotate({
        ...{ sessionId, annotationId: newId(), authorId: mentor.id, writtenAt: null },
        ...{ kind, text, isPrivate, topicId: await this.topicId(topic) },
      }),
    );
  }

  private async finish(topic: number) {
    const { sessionId, mentor } = this.meeting;
    const command = { type: 'FINISH', topicId: await this.topicId(topic) } as const;
    accepted(await this.app.topics.change.run({ sessionId, personId: mentor.id, command }));
  }

  private async draw(board: readonly BoardShape[]) {
    const { sessionId, mentor } = this.meeting;
    const shapes = board.map(({ by, ...shape }, z) => {
      return [newId(), { ...shape, z, by: this.meeting[by].id }] as const;
    });
    const update = Buffer.from(drawingOf(Object.fromEntries(shapes))).toString('base64');
    accepted(
      await this.app.whiteboards.draw.run({
        ...{ sessionId, updateId: newId(), personId: mentor.id, update },
      }),
    );
  }

  private async topicId(place: number): Promise<string> {
    const snapshot = await this.app.sessions.reader.byId(this.meeting.sessionId);
    const topic = snapshot?.topics[place];
    if (!topic) throw new Error('the demo’s past has no such topic');
    return topic.id;
  }
}

/** Where an api that runs has ended the session by its own clock, the rest is left out. */
const late: readonly unknown[] = ['ENDED', 'CLOSED'];

function accepted(answer: object): void {
  if (!('rejected' in answer) || late.includes(answer.rejected)) return;
  throw new Error(`the demo’s past was refused: ${String(answer.rejected)}`);
}
