import type { KnownIssue } from '../domain/tech-issue.ts';
import type { OpenLog } from './open-log.ts';

/** What the log holds of an issue of a person. */
export async function readIssue(
  { em, session }: OpenLog,
  personId: string,
  issueId: string,
): Promise<KnownIssue> {
  const rows: { type: string }[] = await em.execute(
    `select type from session_event
      where type in ('TECH_ISSUE', 'TECH_ISSUE_OVER')
        and session_id = ? and person_id = ? and payload->>'issueId' = ?`,
    [session.id, personId, issueId],
  );
  const types = rows.map(({ type }) => type);
  return { hasBegun: types.includes('TECH_ISSUE'), isOver: types.includes('TECH_ISSUE_OVER') };
}
