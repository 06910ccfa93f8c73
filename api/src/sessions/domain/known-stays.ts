import { participations } from './participations.ts';
import type { LeaveReason } from './session-event.ts';
import type { SessionRules } from './session-rules.ts';
import type { SessionState } from './session-state.ts';
import { staysOf, type Stay } from './stays.ts';

/** A stay, and why it ended. */
export interface KnownStay extends Stay {
  readonly reason: LeaveReason | null;
}

/** A person's stays in the room, each with the reason of the connection that ended last. */
export function knownStays(
  state: SessionState,
  personId: string,
  rules: SessionRules,
): readonly KnownStay[] {
  const own = participations(state).filter((stay) => stay.personId === personId);
  return staysOf(state, personId, rules).map((stay) => {
    const last = own.find(({ leftAt }) => leftAt !== null && leftAt === stay.to);
    return { ...stay, reason: last?.reason ?? null };
  });
}
