import { decide, type Rejection } from '../domain/decide.ts';
import type { SessionRules } from '../domain/session-rules.ts';
import { participantsOf } from '../domain/session-state.ts';
import { findBusy, lockPeople } from '../store/double-booking.ts';
import type { OpenLog } from '../store/open-log.ts';
import type { SessionLog } from '../store/session-log.ts';

export interface Acceptance {
  readonly sessionId: string;
  readonly personId: string;
  readonly proposalId: string;
  readonly startsAt: number;
}

export type AcceptanceAnswer =
  | { readonly done: true }
  | { readonly rejected: Rejection | 'NO_SUCH_SESSION' }
  | { readonly busyId: string };

/** Moves a session to one of the proposed times, unless one of the two has another session then. */
export class AcceptReschedule {
  constructor(
    private readonly log: SessionLog,
    private readonly rules: SessionRules,
  ) {}

  async run({ sessionId, ...acceptance }: Acceptance): Promise<AcceptanceAnswer> {
    const answer = await this.log.change(sessionId, (log) => this.accept(log, acceptance));
    return answer ?? { rejected: 'NO_SUCH_SESSION' };
  }

  private async accept(
    log: OpenLog,
    acceptance: Omit<Acceptance, 'sessionId'>,
  ): Promise<AcceptanceAnswer> {
    const state = await log.read();
    const command = { type: 'ACCEPT_RESCHEDULE', ...acceptance } as const;
    const decision = decide(state, command, log.now, this.rules);
    if ('rejected' in decision) return decision;
    const people = participantsOf(state.plan);
    await lockPeople(log.em, people);
    for (const event of decision.events) {
      if (event.type !== 'SESSION_RESCHEDULED') continue;
      const busyId = await findBusy(log.em, people, { ...event.payload, besides: log.session.id });
      if (busyId !== null) return { busyId };
    }
    await log.append(decision.events);
    return { done: true };
  }
}
