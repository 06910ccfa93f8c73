import type { EntityManager } from '../../platform/database/database.ts';
import type { ListRequest } from './list-request.ts';

/**
 * A page of a person's sessions, by their identifiers. What they teach and what they learn are two
 * reads that each follow an index in the order wanted, so neither the table's size nor how many
 * sessions the person had makes it slower.
 */
export async function ownSessions(
  em: EntityManager,
  request: ListRequest,
): Promise<readonly string[]> {
  const { filter, first } = request;
  const order = filter === 'UPCOMING' ? 'asc' : 'desc';
  const { sql, values } = conditions(request);
  const reads = ['mentor_id', 'learner_id'].map(
    (who) => `(select id, starts_at from session where ${who} = ? and ${sql}
      order by starts_at ${order}, id ${order} limit ?)`,
  );
  const one = [request.personId, ...values, first];
  const rows = await em.execute<{ id: string }[]>(
    `${reads.join(' union all ')} order by starts_at ${order}, id ${order} limit ?`,
    [...one, ...one, first],
  );
  return rows.map(({ id }) => id);
}

function conditions({ filter, after, courseId }: ListRequest): {
  readonly sql: string;
  readonly values: readonly string[];
} {
  const isUpcoming = filter === 'UPCOMING';
  const sql = [isUpcoming ? `status <> 'ENDED'` : `status = 'ENDED'`];
  const values: string[] = [];
  if (typeof courseId === 'string') {
    sql.push('course_id = ?');
    values.push(courseId);
  }
  if (after) {
    sql.push(`(starts_at, id) ${isUpcoming ? '>' : '<'} (?::timestamptz, ?::uuid)`);
    values.push(new Date(after.startsAt).toISOString(), after.id);
  }
  return { sql: sql.join(' and '), values };
}
