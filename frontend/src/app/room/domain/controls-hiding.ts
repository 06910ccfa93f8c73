/** What decides whether the controls are seen. */
export interface Surroundings {
  /** A small screen that is touched. */
  readonly isPhone: boolean;
  /** The person wants as little motion as possible. */
  readonly isStill: boolean;
  /** The keyboard is in them, or their menu is open. */
  readonly hasFocus: boolean;
  /** Somebody else can be seen, so there is something behind the controls. */
  readonly isCallOn: boolean;
  /** How long nobody has touched anything. */
  readonly idleMs: number;
}

export const hidesAfterMs = 4000;

/** Whether the controls are seen. Screen readers and the keyboard reach them in any case. */
export function areControlsShown(around: Surroundings): boolean {
  const isWanted = around.hasFocus || around.isStill;
  const mayHide = around.isPhone && around.isCallOn && !isWanted;
  return !mayHide || around.idleMs < hidesAfterMs;
}
