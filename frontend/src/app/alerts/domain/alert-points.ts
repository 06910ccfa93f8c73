/** The instants before a session, and its start, at which the person is told. */
export type AlertPoint = 'five-minutes' | 'one-minute' | 'ten-seconds' | 'start';

/** As much of a session as its alerts depend on. */
export interface Awaited {
  readonly id: string;
  readonly startsAt: number;
  /** It can still be joined and the viewer is not in it: there is something to tell. */
  readonly isAwaited: boolean;
}

export interface DueAlert {
  readonly id: string;
  readonly startsAt: number;
  readonly point: AlertPoint;
}

/** What has been looked at and told, so that nothing is told twice. */
export interface AlertMemory {
  readonly seenAt: number;
  readonly told: ReadonlySet<string>;
}

/** How long before the start each point lies; the earliest first. */
export const leadMs: Readonly<Record<AlertPoint, number>> = {
  'five-minutes': 5 * 60_000,
  'one-minute': 60_000,
  'ten-seconds': 10_000,
  start: 0,
};

/** After this long nobody needs to hear any more that a session has started. */
export const lateMs = 15 * 60_000;

const points = Object.keys(leadMs) as readonly AlertPoint[];

/** A page begins to look: what lies before `now` is not told any more. */
export function freshMemory(now: number): AlertMemory {
  return { seenAt: now, told: new Set() };
}

/**
 * What is to be told at `now`: of each session the newest point that was passed since the last look,
 * unless it has been told. Whoever slept over several hears only what is still of use.
 */
export function dueAlerts(
  sessions: readonly Awaited[],
  memory: AlertMemory,
  now: number,
): { readonly due: readonly DueAlert[]; readonly memory: AlertMemory } {
  const told = new Set(memory.told);
  const due: DueAlert[] = [];
  for (const { id, startsAt, isAwaited } of sessions) {
    const passed = points.filter((point) => isPassed(startsAt - leadMs[point], memory.seenAt, now));
    const point = passed.at(-1);
    if (point === undefined || !isAwaited || now - startsAt >= lateMs) continue;
    const key = keyOf(id, startsAt, point);
    if (!told.has(key)) due.push({ id, startsAt, point });
    told.add(key);
  }
  return { due, memory: { seenAt: now, told } };
}

/** How long until the next look has something to see: a full second before the soonest start. */
export function untilNextLookMs(startsAt: readonly number[], now: number): number {
  const waits = startsAt.map((start) => 1000 - ((((now - start) % 1000) + 1000) % 1000));
  return Math.min(1000, ...waits);
}

function isPassed(at: number, from: number, to: number): boolean {
  return from < at && at <= to;
}

function keyOf(id: string, startsAt: number, point: AlertPoint): string {
  return `${id}@${String(startsAt)}/${point}`;
}
