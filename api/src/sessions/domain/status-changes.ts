import { timesTogether } from './active-time.ts';
import type { LifeEvent } from './session-event.ts';
import type { SessionRules } from './session-rules.ts';
import { participantsOf, type OpenState } from './session-state.ts';
import { staysOf, type Stay } from './stays.ts';

type ChangeType = 'SESSION_WAITING' | 'SESSION_STARTED' | 'SESSION_PAUSED' | 'SESSION_RESUMED';

/**
 * The changes of status, up to `until`, that lead from what the log says to what the stays say.
 * What observations have changed before the last logged change is not told again.
 */
export function statusChanges(
  state: OpenState,
  until: number,
  rules: SessionRules,
): readonly LifeEvent[] {
  const together = timesTogether(state, rules);
  const changes = meeting(state, together[0], until, rules);
  const last = changes.at(-1);
  const isRunning = state.actualStart !== null || last?.type === 'SESSION_STARTED';
  if (!isRunning) return changes;
  const isActive = last ? last.type === 'SESSION_STARTED' : state.status === 'ACTIVE';
  const since = last?.at ?? sinceOf(state);
  return [...changes, ...comingsAndGoings(together, { isActive, since, until })];
}

/** What leads up to both being there. */
function meeting(
  state: OpenState,
  first: Stay | undefined,
  until: number,
  rules: SessionRules,
): readonly LifeEvent[] {
  if (state.actualStart !== null) return [];
  const changes: LifeEvent[] = [];
  const arrivedAt = Math.min(
    ...participantsOf(state.plan).flatMap((id) => staysOf(state, id, rules)[0]?.from ?? Infinity),
  );
  if (state.status === 'SCHEDULED' && arrivedAt <= until && arrivedAt < Infinity) {
    changes.push(change('SESSION_WAITING', arrivedAt));
  }
  if (first && first.from <= until) changes.push(change('SESSION_STARTED', first.from));
  return changes;
}

interface Walk {
  readonly isActive: boolean;
  readonly since: number;
  readonly until: number;
}

function comingsAndGoings(together: readonly Stay[], walk: Walk): readonly LifeEvent[] {
  let { isActive } = walk;
  const changes: LifeEvent[] = [];
  const turn = (to: boolean, at: number) => {
    if (to === isActive) return;
    isActive = to;
    changes.push(change(to ? 'SESSION_RESUMED' : 'SESSION_PAUSED', at));
  };
  const turns = together
    .flatMap(({ from, to }) => [
      { isStart: true, at: from },
      { isStart: false, at: to ?? Infinity },
    ])
    .filter(({ at }) => at <= walk.until && at < Infinity);
  for (const { isStart, at } of turns) if (at > walk.since) turn(isStart, at);
  const latest = turns.at(-1);
  // What changed before the log's last change is dated to it, so that the log stays in order.
  turn(latest?.isStart ?? false, Math.max(walk.since, latest?.at ?? walk.since));
  return changes;
}

function sinceOf(state: OpenState): number {
  return state.status === 'SCHEDULED' ? -Infinity : state.since;
}

function change(type: ChangeType, at: number): LifeEvent {
  return { type, personId: null, at, payload: {} };
}
