import type { AlertPoint } from './alert-points';

/** One tone of a chime: when it begins, in seconds, how high, how long and how loud. */
export interface Tone {
  readonly at: number;
  readonly hz: number;
  readonly seconds: number;
  readonly gain: number;
}

export type Chime = AlertPoint;

/** Ours, made of plain tones: a soft fall, a loud rise, four quick beats, and the call to the door. */
export const chimes: Readonly<Record<Chime, readonly Tone[]>> = {
  'five-minutes': [
    { at: 0, hz: 783.99, seconds: 0.9, gain: 0.35 },
    { at: 0.32, hz: 659.25, seconds: 1.2, gain: 0.35 },
  ],
  'one-minute': [
    { at: 0, hz: 659.25, seconds: 0.5, gain: 0.8 },
    { at: 0.2, hz: 783.99, seconds: 0.5, gain: 0.8 },
    { at: 0.4, hz: 1046.5, seconds: 1.2, gain: 0.9 },
    { at: 1.1, hz: 783.99, seconds: 0.5, gain: 0.8 },
    { at: 1.3, hz: 1046.5, seconds: 1.4, gain: 0.9 },
  ],
  'ten-seconds': [0, 0.22, 0.44, 0.66].map((at) => ({ at, hz: 1174.66, seconds: 0.16, gain: 0.6 })),
  start: [
    { at: 0, hz: 987.77, seconds: 0.4, gain: 0.7 },
    { at: 0.18, hz: 1318.51, seconds: 0.9, gain: 0.7 },
    { at: 0.9, hz: 987.77, seconds: 0.4, gain: 0.7 },
    { at: 1.08, hz: 1318.51, seconds: 1.2, gain: 0.7 },
  ],
};

/** The part of a person's preferences that chimes depend on. */
interface Wishes {
  readonly chimeFiveMinutes: boolean;
  readonly chimeOneMinute: boolean;
  readonly chimeTenSeconds: boolean;
  readonly volume: number;
}

/** Whether the person wants to hear it. The call at the start belongs to the last ten seconds. */
export function isWanted(chime: Chime, wishes: Wishes): boolean {
  if (wishes.volume <= 0) return false;
  switch (chime) {
    case 'five-minutes':
      return wishes.chimeFiveMinutes;
    case 'one-minute':
      return wishes.chimeOneMinute;
    case 'ten-seconds':
    case 'start':
      return wishes.chimeTenSeconds;
    default:
      return chime satisfies never;
  }
}

/** How long it rings. */
export function lengthMs(chime: Chime): number {
  return 1000 * Math.max(...chimes[chime].map(({ at, seconds }) => at + seconds));
}

/** The loudness of a volume from 0 to 100: ears hear powers, not sums. */
export function gainOf(volume: number): number {
  return (Math.min(100, Math.max(0, volume)) / 100) ** 2;
}
