export type Who = 'self' | 'other';

/** Who is shown as the one that speaks. */
export interface Speaker {
  readonly who: Who;
  readonly since: number;
  /** Since when the one that is not shown speaks alone; `null` when they do not. */
  readonly wantsSince: number | null;
}

export interface Voices {
  readonly self: boolean;
  readonly other: boolean;
}

/** A cough is no speech, and nobody is switched away while they draw a breath. */
const switchAfterMs = 700;
export const staysMs = 2500;

/** Until somebody speaks it is the other one whom a person wants to see. */
export const atFirst: Speaker = { who: 'other', since: -Infinity, wantsSince: null };

/** The next state; it changes sides once the other side has spoken alone for long enough. */
export function nextSpeaker(before: Speaker, voices: Voices, now: number): Speaker {
  const rival: Who = before.who === 'self' ? 'other' : 'self';
  if (!voices[rival] || voices[before.who]) {
    return before.wantsSince === null ? before : { ...before, wantsSince: null };
  }
  const wantsSince = before.wantsSince ?? now;
  const isDue = now >= dueAt({ ...before, wantsSince });
  return isDue ? { who: rival, since: now, wantsSince: null } : { ...before, wantsSince };
}

/** When to look again although nobody's voice has changed; never for infinity. */
export function dueAt({ since, wantsSince }: Speaker): number {
  return wantsSince === null ? Infinity : Math.max(wantsSince + switchAfterMs, since + staysMs);
}
