import type { SessionFacts } from '../../sessions/sessions.ts';

/** Whoever was cut off at the end has so long to send what is missing. */
const afterEndMs = 3600_000;

/** Until when pieces are taken; `null` where the session goes on. */
export function uploadsUntil({
  status,
  actualEnd,
  startsAt,
}: Pick<SessionFacts, 'status' | 'actualEnd' | 'startsAt'>): number | null {
  return status === 'ENDED' ? (actualEnd ?? startsAt) + afterEndMs : null;
}
