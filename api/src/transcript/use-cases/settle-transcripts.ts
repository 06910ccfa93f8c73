import type { FactsReader } from '../../sessions/sessions.ts';
import type { TranscriptWriter } from '../store/transcript-writer.ts';

/** Settles whether the transcripts of ended sessions stay, as their courses have it at that time. */
export class SettleTranscripts {
  constructor(
    private readonly facts: Pick<FactsReader, 'ofMany'>,
    private readonly writer: TranscriptWriter,
  ) {}

  /** Those of these sessions that have ended and are not settled; says how many did not stay. */
  async run(sessionIds: readonly string[]): Promise<number> {
    const facts = await this.facts.ofMany(sessionIds);
    const ended = facts.filter(({ status }) => status === 'ENDED');
    for (const { sessionId, keepsTranscript } of ended) {
      await this.writer.settle(sessionId, keepsTranscript);
    }
    return ended.filter(({ keepsTranscript }) => !keepsTranscript).length;
  }

  /** All that were left, such as by a process that ended too early. */
  async all(): Promise<number> {
    return await this.run(await this.writer.unsettled());
  }
}
