import { type ConsentSpan, type Consents, isWithin } from '../../consent/consent.ts';
import type { Clock } from '../../platform/clock.ts';
import type { WakeUps } from '../../platform/streams/wake-ups.ts';
import type { FactsReader, SessionFacts } from '../../sessions/sessions.ts';
import type { Segment } from '../domain/segment.ts';
import { checkSegment, type SegmentFault } from '../domain/segment-check.ts';
import type { TranscriptStatus } from '../domain/transcript-status.ts';
import type { TranscriptWriter } from '../store/transcript-writer.ts';
import { PartialLane } from './partial-lane.ts';

/** A segment that was not taken, and why. The others of the same call were. */
export interface RefusedSegment {
  readonly id: string;
  readonly fault: SegmentFault;
}

export type WriteAnswer =
  | { readonly refused: readonly RefusedSegment[] }
  | { readonly rejected: 'NO_SESSION' | 'TOO_MANY' };

export interface WriteSegmentsOptions {
  readonly facts: Pick<FactsReader, 'of'>;
  readonly consents: Pick<Consents, 'isRunning' | 'spans'>;
  readonly writer: TranscriptWriter;
  readonly wakeUps: WakeUps;
  readonly clock: Clock;
}

const off: TranscriptStatus = { state: 'OFF', engine: null };

/** So many segments are taken at once. */
const mostSegments = 200;

/**
 * The one door through which words come in, whoever understood them. What was told before, or is
 * older than what is known, changes nothing; so whoever is not sure whether it arrived tells it again.
 */
export class WriteSegments {
  private readonly lane: PartialLane;

  constructor(private readonly options: WriteSegmentsOptions) {
    this.lane = new PartialLane((sessionId, partials) => this.tell(sessionId, partials));
  }

  /** Rejects where it could not be written; finals are then to be told again. */
  async run(sessionId: string, told: readonly Segment[]): Promise<WriteAnswer> {
    if (told.length > mostSegments) return { rejected: 'TOO_MANY' };
    const [facts, agreed] = await Promise.all([
      this.options.facts.of(sessionId),
      this.options.consents.spans(sessionId, 'TRANSCRIPT'),
    ]);
    if (!facts) return { rejected: 'NO_SESSION' };
    const { taken, refused } = this.sort(facts, agreed, told);
    // Nothing was said: what was shown of it goes away, and nothing is kept.
    const isWord = ({ isFinal, text }: Segment) => isFinal && text !== '';
    const finals = taken.filter(isWord);
    const others = taken.filter((segment) => !isWord(segment));
    const late = finals.length > 0 ? await this.add(sessionId, finals) : [];
    if (others.length > 0) {
      await this.lane.put(
        sessionId,
        others.map((segment) => ({ ...segment, isFinal: false })),
      );
    }
    return { refused: [...refused, ...late] };
  }

  /** How the transcribing of a session goes; to be told at least every 10 s while it does. */
  async report(sessionId: string, status: TranscriptStatus): Promise<void> {
    const { writer, wakeUps, clock, consents } = this.options;
    // Whoever has not heard yet that they may not does not seem to.
    const mayRun = status.state === 'OFF' || (await consents.isRunning(sessionId, 'TRANSCRIPT'));
    await writer.report(sessionId, mayRun ? status : off, clock.now());
    wakeUps.announce(`transcript:${sessionId}`, { last: 0 });
  }

  /** Nothing runs any more: it says so, and what was not final by then comes to nothing. */
  async hush(sessionId: string): Promise<void> {
    const { writer, clock } = this.options;
    await writer.hushPartials(sessionId, clock.now());
    await this.report(sessionId, off);
  }

  private sort(facts: SessionFacts, agreed: readonly ConsentSpan[], told: readonly Segment[]) {
    const { mentorId, learnerId, actualStart, actualEnd } = facts;
    const now = this.options.clock.now();
    const isAgreed = (speech: Pick<Segment, 'startAt' | 'endAt'>) => isWithin(agreed, speech);
    const limits = { people: [mentorId, learnerId], actualStart, actualEnd, now, isAgreed };
    const taken: Segment[] = [];
    const refused: RefusedSegment[] = [];
    for (const segment of told) {
      const checked = checkSegment(segment, limits);
      if ('fault' in checked) refused.push({ id: segment.id, fault: checked.fault });
      else taken.push(checked.segment);
    }
    return { taken, refused };
  }

  private async add(
    sessionId: string,
    finals: readonly Segment[],
  ): Promise<readonly RefusedSegment[]> {
    const added = await this.options.writer.addFinals(sessionId, finals);
    if (!added) return finals.map(({ id }) => ({ id, fault: 'ENDED' }));
    const { rows, last } = added;
    const appended = { first: last - rows.length + 1, rows };
    this.options.wakeUps.announce(`transcript:${sessionId}`, { last, appended });
    return [];
  }

  private async tell(sessionId: string, partials: readonly Segment[]): Promise<void> {
    const { writer, wakeUps, clock } = this.options;
    const { seq, isNews } = await writer.tellPartials(sessionId, partials, clock.now());
    if (isNews) wakeUps.announce(`transcript:${sessionId}`, { last: seq });
  }
}
