import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import { Rounds } from '../../platform/rounds.ts';
import type { Segment, TranscriptDoor } from '../../transcript/transcript-door.ts';
import type { SpeechEngine, VoiceActivity } from '../engines/engine.ts';
import type { Ear, HeardRoom, RoomEars } from '../media/room-ears.ts';
import { Voice } from '../voices/voice.ts';
import { Outbox } from './outbox.ts';

export interface SessionJobOptions {
  readonly ears: RoomEars;
  readonly engine: SpeechEngine;
  readonly activity: () => VoiceActivity;
  readonly door: TranscriptDoor;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly logger: Logger;
}

const reportMs = 4000;
/** Behind by more than this, people are told so. */
const delayedMs = 10_000;

/** Writes down what is said in one session. */
export class SessionJob implements AsyncDisposable {
  private readonly voices = new Set<Voice>();
  private readonly ending = new Set<Promise<void>>();
  private readonly finals: Outbox<Segment>;
  private readonly reports: Rounds;
  private room: HeardRoom | null = null;
  private isOpen = false;

  constructor(
    private readonly sessionId: string,
    private readonly options: SessionJobOptions,
  ) {
    const { logger } = options;
    this.finals = new Outbox((segments) => this.write(segments), logger);
    const fault = 'how the transcribing goes was not told';
    this.reports = new Rounds({ everyMs: reportMs, logger, fault }, () => this.report());
    this.reports.start();
  }

  /** Is in the room, anew where it was lost, and listens there or does not. */
  async attend(isOpen: boolean): Promise<void> {
    if (!this.room?.isThere) {
      await this.leave();
      this.room = await this.options.ears.enter(this.sessionId, (personId) => this.earOf(personId));
    }
    this.room.listen(isOpen);
    if (this.isOpen === isOpen) return;
    this.isOpen = isOpen;
    await this.report();
  }

  /** Leaves the room; what was said until now is still written. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.reports[Symbol.asyncDispose]();
    await this.leave();
    await Promise.all([...this.voices].map((voice) => voice.end()));
    await Promise.all(this.ending);
    await this.finals[Symbol.asyncDispose]();
  }

  private async leave(): Promise<void> {
    const { room } = this;
    this.room = null;
    await room?.[Symbol.asyncDispose]();
  }

  private earOf(personId: string): Ear {
    const { activity, engine, newId } = this.options;
    const voice = new Voice({
      ...{ personId, newId, engine, activity: activity() },
      tell: (segment) => {
        this.tell(segment);
      },
    });
    this.voices.add(voice);
    return {
      hear: (samples, at) => {
        voice.hear(samples, at);
      },
      end: () => {
        this.voices.delete(voice);
        const ended = voice.end().finally(() => this.ending.delete(ended));
        this.ending.add(ended);
      },
    };
  }

  private tell(segment: Segment): void {
    if (segment.isFinal) {
      this.finals.put(segment);
      return;
    }
    // Newer words are on their way already.
    this.write([segment]).catch((error: unknown) => {
      this.options.logger.debug({ err: error }, 'words on the way were dropped');
    });
  }

  private async write(segments: readonly Segment[]): Promise<void> {
    const { sessionId } = this;
    const answer = await this.options.door.run(sessionId, segments);
    const refused = 'refused' in answer ? answer.refused.map(({ fault }) => fault) : [answer];
    if (refused.length > 0) this.options.logger.warn({ sessionId, refused }, 'words were refused');
  }

  private async report(): Promise<void> {
    const { clock, door, engine } = this.options;
    if (!this.room?.isThere) return;
    const isLate = engine.lagAt(clock.now()) > delayedMs;
    const running = { state: isLate ? 'DELAYED' : 'RUNNING', engine: engine.name } as const;
    await door.report(this.sessionId, this.isOpen ? running : { state: 'OFF', engine: null });
  }
}
