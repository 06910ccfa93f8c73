import { handRaisedAt } from '../domain/hand.ts';
import type { SessionRules } from '../domain/session-rules.ts';
import { readHands } from '../store/hand-reader.ts';
import type { OpenLog } from '../store/open-log.ts';
import type { SessionLog } from '../store/session-log.ts';

export interface HandOrder {
  readonly sessionId: string;
  /** Whose hand it is. */
  readonly personId: string;
  readonly isRaised: boolean;
}

export type HandAnswer = 'DONE' | 'ENDED';

/** Raises or lowers a hand; once more changes nothing. */
export class SetHand {
  constructor(
    private readonly log: SessionLog,
    private readonly rules: SessionRules,
  ) {}

  async run(order: HandOrder): Promise<HandAnswer> {
    const answer = await this.log.change(order.sessionId, (log) => this.change(log, order));
    return answer ?? 'ENDED';
  }

  private async change(log: OpenLog, order: HandOrder): Promise<HandAnswer> {
    if (log.session.status === 'ENDED') return 'ENDED';
    const { sessionId, personId, isRaised } = order;
    const last = (await readHands(log.em, [sessionId])).get(sessionId)?.get(personId) ?? null;
    const { now } = log;
    const since = handRaisedAt(await log.read(), personId, last, { now, rules: this.rules });
    if ((since !== null) !== isRaised) {
      log.note({ type: isRaised ? 'HAND_RAISED' : 'HAND_LOWERED', personId, at: now, payload: {} });
    }
    return 'DONE';
  }
}
