import type { PersonReader } from '../../accounts/person.ts';
import type { Consents } from '../../consent/consent.ts';
import type { Clock } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import type { Logger } from '../../platform/logger.ts';
import type { FactsReader, SessionFacts } from '../../sessions/sessions.ts';
import type { WriteSegments } from '../use-cases/write-segments.ts';
import { demoScript } from './script.ts';
import { ScriptedSource } from './scripted-source.ts';

export interface ScriptedRoomsOptions {
  /** Only where both people of a session have one of these addresses. */
  readonly emails: readonly string[];
  readonly facts: Pick<FactsReader, 'of'>;
  readonly consents: Pick<Consents, 'isRunning'>;
  readonly people: Pick<PersonReader, 'byIds'>;
  readonly write: Pick<WriteSegments, 'run' | 'report'>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Lets the demo's two people seem to speak, while both are in the room and agree to a transcript. */
export class ScriptedRooms implements AsyncDisposable {
  private readonly sources = new Map<string, ScriptedSource>();
  private looking: Promise<void> = Promise.resolve();
  private isStopped = false;

  constructor(private readonly options: ScriptedRoomsOptions) {}

  /** To be called whenever something has happened in a session. */
  look(sessionId: string): void {
    if (this.options.emails.length === 0) return;
    // One after the other, so that the newest state is the one that stays.
    this.looking = this.looking
      .then(() => this.follow(sessionId))
      .catch((error: unknown) => {
        this.options.logger.warn({ err: error, sessionId }, 'the script was not spoken');
      });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.isStopped = true;
    await this.looking;
    // The database may be away by then; whoever transcribed is then noticed by their silence.
    await Promise.allSettled([...this.sources.values()].map((source) => source.stop()));
  }

  private async follow(sessionId: string): Promise<void> {
    const facts = await this.options.facts.of(sessionId);
    const known = this.sources.get(sessionId);
    const mayRun = facts?.status === 'ACTIVE' && (await this.isAgreed(sessionId));
    if (!mayRun || this.isStopped) {
      this.sources.delete(sessionId);
      await known?.stop();
      return;
    }
    const source = known ?? (await this.sourceFor(facts));
    if (!source) return;
    this.sources.set(sessionId, source);
    source.start();
  }

  private async isAgreed(sessionId: string): Promise<boolean> {
    return await this.options.consents.isRunning(sessionId, 'TRANSCRIPT');
  }

  private async sourceFor({
    sessionId,
    mentorId,
    learnerId,
  }: SessionFacts): Promise<ScriptedSource | null> {
    const { people, emails, clock, write } = this.options;
    const both = await people.byIds([mentorId, learnerId]);
    if (![...both.values()].every(({ email }) => emails.includes(email))) return null;
    return new ScriptedSource({
      script: demoScript,
      people: { MENTOR: mentorId, LEARNER: learnerId },
      clock,
      timer: (run, afterMs) => {
        const timer = setTimeout(run, afterMs);
        return () => {
          clearTimeout(timer);
        };
      },
      newId,
      write: async (segments) => {
        await write.run(sessionId, segments);
      },
      report: (status) => write.report(sessionId, status),
    });
  }
}
