import type { EntityManager } from '../../platform/database/database.ts';
import { sessionClock } from '../domain/clock.ts';
import { outcomeOf } from '../domain/outcome.ts';
import type { SessionRules } from '../domain/session-rules.ts';
import { participations } from '../domain/participations.ts';
import type { SessionState } from '../domain/session-state.ts';
import { ParticipationEntity } from './participation-entity.ts';
import type { SessionEntity } from './session-entity.ts';

/** Copies into the row what lists and filters need. */
export function writeSummary(
  row: SessionEntity,
  state: SessionState,
  now: number,
  rules: SessionRules,
): void {
  row.startsAt = state.plan.startsAt;
  row.endsAt = state.plan.endsAt;
  row.status = state.status;
  row.actualStart = state.actualStart;
  row.activeMs = sessionClock(state, now, rules).activeMs;
  if (state.status !== 'ENDED') return;
  row.actualEnd = state.endedAt;
  row.endReason = state.endReason;
  row.outcome = outcomeOf(state, rules);
}

/** Keeps the table of stays equal to what the log says of them. */
export async function writeParticipations(
  em: EntityManager,
  sessionId: string,
  state: SessionState,
): Promise<void> {
  const rows = await em.find(ParticipationEntity, { sessionId });
  const bySid = new Map(rows.map((row) => [row.sid, row]));
  for (const stay of participations(state)) {
    const row = bySid.get(stay.sid);
    const changes = { joinedAt: stay.joinedAt, leftAt: stay.leftAt, reason: stay.reason };
    if (row) Object.assign(row, changes);
    else {
      const { sid, personId, connectionId } = stay;
      const lastSeenAt = stay.joinedAt;
      em.create(ParticipationEntity, {
        sessionId,
        sid,
        personId,
        connectionId,
        lastSeenAt,
        ...changes,
      });
    }
  }
}
