/** How long before the start the page goes to the session. */
const goLeadMs = 10_000;

/** So long after the start entering by itself is still what the person expects. */
const enterGraceMs = 60_000;

/** What auto-join does now: go to the session, enter it, or give up. */
export type AutoJoinStep = 'go' | 'enter' | 'give-up' | null;

interface Situation {
  readonly startsAt: number;
  /** Since when this page looks; one that was opened after the start takes nobody in. */
  readonly since: number;
  readonly isOn: boolean;
  /** This page has gone to the session, and waits at its door. */
  readonly isArmed: boolean;
  /** This page, or another one of the person's, was at the door once before. */
  readonly isDone: boolean;
  /** How much later than planned this page goes, so that the one at hand goes first. */
  readonly reluctanceMs: number;
}

export function autoJoinStep(situation: Situation, now: number): AutoJoinStep {
  const { startsAt, since, isOn, isArmed, isDone } = situation;
  const isLate = now >= startsAt + enterGraceMs;
  if (isArmed) {
    if (isLate || !isOn) return 'give-up';
    return now >= startsAt ? 'enter' : null;
  }
  if (!isOn || isDone || isLate || since >= startsAt) return null;
  return now >= startsAt - goLeadMs + situation.reluctanceMs ? 'go' : null;
}

/** Of several open pages the one at the door goes first, then the one that is looked at. */
export function reluctanceMs(place: {
  readonly isAtDoor: boolean;
  readonly isVisible: boolean;
}): number {
  return (place.isAtDoor ? 0 : 400) + (place.isVisible ? 0 : 200);
}
