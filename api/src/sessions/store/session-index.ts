import type { Database, EntityManager } from '../../platform/database/database.ts';
import { searchWords } from '../domain/search-words.ts';
import type { SessionOutcome, SessionStatus } from '../domain/session-event.ts';
import type { ListPosition } from './list-request.ts';

/** What is looked for among all sessions; what is `null` does not matter. */
interface SessionSearch {
  /** Words of titles, courses, and people's names and addresses; each has to be found. */
  readonly text: string;
  readonly status: SessionStatus | null;
  readonly outcome: SessionOutcome | null;
}

export interface IndexRequest extends SessionSearch {
  readonly first: number;
  readonly after: ListPosition | null;
}

/** How many there are of each word; a word that nothing has is missing. */
export type Tally<Word extends string> = readonly {
  readonly word: Word;
  readonly count: number;
}[];

interface Condition {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** Which sessions there are, for whoever runs the place, whatever their number. */
export class SessionIndex {
  constructor(private readonly database: Database) {}

  /** A page of all that are found, the latest start first. */
  async list(request: IndexRequest): Promise<readonly string[]> {
    const em = this.database.fork();
    const words = searchWords(request.text);
    const found = await Promise.all(words.map((word) => matching(em.fork(), word)));
    const conditions = [...found, ...filters(request)];
    const where = ['true', ...conditions.map(({ sql }) => sql)].join(' and ');
    const rows = await em.execute<{ id: string }[]>(
      `select s.id from session s where ${where} order by s.starts_at desc, s.id desc limit ?`,
      [...conditions.flatMap(({ values }) => values), request.first],
    );
    return rows.map(({ id }) => id);
  }

  /** Those with somebody in the room, or just left, by where they stand. */
  async liveByStatus(): Promise<Tally<SessionStatus>> {
    return await this.database.fork().execute(
      `select status as word, count(*)::integer as count from session
         where status in ('WAITING', 'ACTIVE', 'PAUSED') group by status`,
    );
  }

  /** Those that were to start in a span of time, by how they ended. */
  async outcomes(from: number, to: number): Promise<Tally<SessionOutcome>> {
    return await this.database.fork().execute(
      `select outcome as word, count(*)::integer as count from session
         where outcome is not null and starts_at >= ? and starts_at < ? group by outcome`,
      [iso(from), iso(to)],
    );
  }

  /** How many start in a span of time and were not cancelled. */
  async starting(from: number, to: number): Promise<number> {
    const [row] = await this.database.fork().execute<{ count: number }[]>(
      `select count(*)::integer as count from session
         where starts_at >= ? and starts_at < ? and outcome is distinct from 'CANCELLED'`,
      [iso(from), iso(to)],
    );
    return row?.count ?? 0;
  }
}

/** As many hits of one word are looked through one by one; more are met soon in the list itself. */
const fewHits = 1000;

/**
 * Sessions with a word that begins so, in their title, their course or their people. The few courses
 * and people are looked up first, so that the many sessions are found by their indexes.
 */
async function matching(em: EntityManager, word: string): Promise<Condition> {
  const query = `${word}:*`;
  const [row] = await em.execute<{ people: string[]; courses: string[] }[]>(
    `select
       array(select id::text from person where to_tsvector('simple',
         display_name || ' ' || translate(email, '@._+-', '     ')) @@ to_tsquery('simple', ?)) as people,
       array(select id::text from course
         where to_tsvector('simple', title) @@ to_tsquery('simple', ?)) as courses`,
    [query, query],
  );
  const people = listOf(row?.people ?? []);
  const courses = listOf(row?.courses ?? []);
  const values = [query, people, people, courses];
  const hits = await em.execute<{ id: string }[]>(
    `${ways.map((way) => `select id from session s where ${way}`).join(' union all ')} limit ?`,
    [...values, fewHits],
  );
  if (hits.length === fewHits) return { sql: `(${ways.join(' or ')})`, values };
  return { sql: 's.id = any(?::uuid[])', values: [listOf(hits.map(({ id }) => id))] };
}

const ways = [
  `to_tsvector('simple', s.title) @@ to_tsquery('simple', ?)`,
  's.mentor_id = any(?::uuid[])',
  's.learner_id = any(?::uuid[])',
  's.course_id = any(?::uuid[])',
];

function filters({ status, outcome, after }: IndexRequest): Condition[] {
  return [
    ...(status === null ? [] : [{ sql: 's.status = ?', values: [status] }]),
    ...(outcome === null ? [] : [{ sql: 's.outcome = ?', values: [outcome] }]),
    ...(after === null
      ? []
      : [
          {
            sql: '(s.starts_at, s.id) < (?::timestamptz, ?::uuid)',
            values: [iso(after.startsAt), after.id],
          },
        ]),
  ];
}

function listOf(ids: readonly string[]): string {
  return `{${ids.join(',')}}`;
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
