import type { LineStats } from './line-stats';

/** What was heard over a line up to a look, by the browser's own clock of statistics, in milliseconds. */
export interface Hearing {
  readonly at: number;
  /** When something came last, whatever it was; a line that is well is never silent for long. */
  readonly heardAt: number;
  /** How much had come by then, for browsers that do not say when. */
  readonly bytes: number;
}

/** A time in which nothing came. */
export interface LineSilence {
  readonly forMs: number;
  readonly endedMsAgo: number;
}

/** Longer than the browser lets pass before it asks whether the other end is there. */
const provenMs = 3500;
/** From then on it is worth looking more often, so that its end is known well. */
const suspiciousMs = 1000;

/** What is known after another look; nothing until something has come. */
export function nextHearing(before: Hearing | null, looks: readonly LineStats[]): Hearing | null {
  const pairs = looks.flatMap(({ entries }) =>
    entries.filter(({ type }) => type === 'candidate-pair'),
  );
  const at = Math.max(...looks.map((look) => look.at));
  const bytes = pairs.reduce((sum, { bytesReceived = 0 }) => sum + bytesReceived, 0);
  const told = Math.max(
    ...pairs.map((pair) => pair.lastPacketReceivedTimestamp ?? -Infinity),
    -Infinity,
  );
  const grown = bytes > (before?.bytes ?? 0) ? at : -Infinity;
  const heardAt = Math.max(
    before?.heardAt ?? -Infinity,
    Math.min(at, told === -Infinity ? grown : told),
  );
  return heardAt === -Infinity ? null : { at, heardAt, bytes };
}

/** How long nothing has come, where that is longer than a line that is well is ever silent; else 0. */
export function silentMs(hearing: Hearing | null): number {
  const ms = hearing ? hearing.at - hearing.heardAt : 0;
  return ms < provenMs ? 0 : ms;
}

export function isSuspicious(hearing: Hearing | null): boolean {
  return hearing !== null && hearing.at - hearing.heardAt >= suspiciousMs;
}

/** The silence that is over since the look before; `null` where there was none. */
export function silenceBetween(before: Hearing | null, after: Hearing | null): LineSilence | null {
  const forMs = silentMs(before);
  if (!before || !after || forMs === 0 || after.heardAt === before.heardAt) return null;
  return { forMs, endedMsAgo: after.at - before.at };
}
