import type { Clock } from '../../platform/clock.ts';
import type { Segment } from '../domain/segment.ts';
import type { TranscriptStatus } from '../domain/transcript-status.ts';
import type { ScriptLine } from './script.ts';

/** Rings once; gives what takes it back. */
type Timer = (run: () => void, afterMs: number) => () => void;

export interface ScriptedSourceOptions {
  readonly script: readonly ScriptLine[];
  readonly people: Readonly<Record<ScriptLine['who'], string>>;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly newId: () => string;
  readonly write: (segments: readonly Segment[]) => Promise<void>;
  readonly report: (status: TranscriptStatus) => Promise<void>;
}

/** Shown on screen, so that nobody takes these for their own words. */
export const scriptedEngine = 'Scripted';

const wordMs = 260;
const pauseMs = 8000;
const reportMs = 8000;

/** Speaks a script as two people would: word by word, each line final when it is said. Then again. */
export class ScriptedSource {
  private takeBack: (() => void) | null = null;
  private isRunning = false;
  private reportedAt = -Infinity;

  constructor(private readonly options: ScriptedSourceOptions) {}

  /** Begins; the script's times count from now. */
  start(): void {
    if (this.isRunning) return;
    this.isRunning = true;
    this.reportedAt = -Infinity;
    this.run(this.play());
  }

  /** Falls silent, in the middle of a word too, and says so. */
  async stop(): Promise<void> {
    if (!this.isRunning) return;
    this.isRunning = false;
    this.takeBack?.();
    await this.options.report({ state: 'OFF', engine: null });
  }

  /** Goes from one pause of the speaker to the next. */
  private run(steps: AsyncGenerator<number, void>): void {
    void steps.next().then(
      ({ value, done }) => {
        if (done === true || !this.isRunning) return;
        this.takeBack = this.options.timer(() => {
          this.run(steps);
        }, value);
      },
      () => {
        // A word that could not be written is lost; the next start begins anew.
        this.isRunning = false;
      },
    );
  }

  private async *play(): AsyncGenerator<number, void> {
    const { script, clock } = this.options;
    for (;;) {
      const beganAt = clock.now();
      for (const line of script) {
        for (let waitMs = 1; waitMs > 0;) {
          await this.sayThatItRuns();
          waitMs = beganAt + line.atMs - clock.now();
          if (waitMs > 0) yield Math.min(waitMs, reportMs);
        }
        yield* this.speak(line);
      }
      await this.sayThatItRuns();
      yield pauseMs;
    }
  }

  private async *speak({ who, text, language = 'en' }: ScriptLine): AsyncGenerator<number, void> {
    const { people, clock, newId, write } = this.options;
    const said = { id: newId(), personId: people[who], startAt: clock.now() };
    const words = text.split(' ');
    for (const [index] of words.entries()) {
      yield wordMs;
      await this.sayThatItRuns();
      const isFinal = index === words.length - 1;
      await write([
        {
          ...said,
          revision: index + 1,
          endAt: clock.now(),
          text: isFinal ? text : heard(words.slice(0, index + 1)),
          isFinal,
          language,
          engine: scriptedEngine,
        },
      ]);
    }
  }

  private async sayThatItRuns(): Promise<void> {
    const now = this.options.clock.now();
    if (now - this.reportedAt < reportMs) return;
    this.reportedAt = now;
    await this.options.report({ state: 'RUNNING', engine: scriptedEngine });
  }
}

/** Words that are not final come without the signs that only the whole sentence tells. */
function heard(words: readonly string[]): string {
  return words.join(' ').replace(/[.,?!]+$/, '');
}
