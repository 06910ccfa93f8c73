import type { Database, EntityManager } from '../../platform/database/database.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Attending, OpenPages } from '../attending.ts';
import { isBack, isMeant } from '../domain/presence.ts';
import type { LeaveReason } from '../domain/session-event.ts';
import type { SessionRules } from '../domain/session-rules.ts';
import type { Drop, PlanRecord, SessionStory } from '../session-story.ts';

interface Row extends Omit<SessionStory, 'plan' | 'drops' | 'lastEndsAt'> {
  readonly plan: readonly PlanRecord[];
  readonly exits: readonly Exit[] | null;
}

/** Somebody has no connection to the room any more. */
interface Exit extends Omit<Drop, 'until'> {
  readonly reason: LeaveReason | null;
}

/** When a session last changed, as the database says it: a place among changes is exact. */
export interface Change {
  readonly id: string;
  readonly changedAt: string;
}

const firstId = '00000000-0000-0000-0000-000000000000';

/** Events that say when the session is to be, what became of wishes to move it, and of its recording. */
const planTypes = [
  'SESSION_SCHEDULED',
  'SESSION_RESCHEDULED',
  'SESSION_CANCELLED',
  'RESCHEDULE_PROPOSED',
  'RESCHEDULE_DECLINED',
  'RESCHEDULE_WITHDRAWN',
  'RECORDING_READY',
];

/** As everywhere in the program; the database counts finer. */
const ms = (column: string) => `floor(extract(epoch from ${column}) * 1000)::float8`;

const storySql = `
  select s.id, s.title, c.title as "courseTitle", s.mentor_id as "mentorId",
    s.learner_id as "learnerId", ${ms('s.starts_at')} as "startsAt", ${ms('s.ends_at')} as "endsAt",
    s.actual_start is not null as "hasMet", s.status = 'ENDED' as "isOver",
    (select jsonb_agg(jsonb_build_object('seq', e.seq, 'type', e.type, 'personId', e.person_id,
        'at', ${ms('e.at')}, 'payload', e.payload) order by e.seq)
      from session_event e where e.session_id = s.id and e.type = any(?::text[])) as plan,
    (select jsonb_agg(jsonb_build_object('personId', p.id, 'at', ${ms('p.left_at')}, 'stay', p.stay,
        'reason', p.reason))
      from (select person_id as id, max(left_at) as left_at, count(*)::integer as stay,
          (array_agg(reason order by left_at desc, sid))[1] as reason
        from participation where session_id = s.id
        group by person_id having bool_and(left_at is not null)) p) as exits
  from session s join course c on c.id = s.course_id
  where s.id = any(?::uuid[])`;

export interface StoryReaderOptions {
  readonly database: Database;
  readonly attending: Attending;
  readonly clock: Clock;
  readonly rules: SessionRules;
}

/** Reads what is told of sessions, many at a time, in one query. */
export class StoryReader {
  private readonly database: Database;

  constructor(private readonly options: StoryReaderOptions) {
    this.database = options.database;
  }

  /** By session; within a transaction where its `em` is given. */
  async byIds(
    ids: readonly string[],
    em: EntityManager = this.database.fork(),
  ): Promise<ReadonlyMap<string, SessionStory>> {
    if (ids.length === 0) return new Map();
    const rows = await em.execute<Row[]>(storySql, [arrayOf(planTypes), arrayOf(ids)]);
    const left = rows.filter(({ isOver, exits }) => !isOver && exits !== null);
    const open = await this.openPages(em, left);
    return new Map(rows.map((row) => [row.id, this.storyOf(row, open.get(row.id))]));
  }

  /** Sessions that have not ended, page by page behind an identifier. */
  async openIds(after: string | null, first: number): Promise<readonly string[]> {
    const rows = await this.database.fork().execute<{ id: string }[]>(
      `select id from session where status <> 'ENDED' and (?::uuid is null or id > ?::uuid)
       order by id limit ?`,
      [after, after, first],
    );
    return rows.map(({ id }) => id);
  }

  /** Sessions that have changed since then, the earliest change first, page by page. */
  async changedSince(
    since: number,
    after: Change | null,
    first: number,
  ): Promise<readonly Change[]> {
    return await this.database.fork().execute<Change[]>(
      `select id, changed_at::text as "changedAt" from session
       where (changed_at, id) > (?::timestamptz, ?::uuid) order by changed_at, id limit ?`,
      [after?.changedAt ?? new Date(since).toISOString(), after?.id ?? firstId, first],
    );
  }

  private async openPages(
    em: EntityManager,
    sessions: readonly Row[],
  ): Promise<ReadonlyMap<string, OpenPages>> {
    const { attending, clock } = this.options;
    if (sessions.length === 0) return new Map();
    const ids = sessions.map(({ id }) => id);
    return await attending.personsAtMany(em, ids, clock.now());
  }

  /** Who has the session's page before them again is asked there. */
  private storyOf({ exits, ...row }: Row, open: OpenPages | undefined): SessionStory {
    const { overrunMs, rejoinWindowMs } = this.options.rules;
    const drops = (exits ?? [])
      .filter(({ reason }) => !isMeant(reason))
      .filter(({ personId, at }) => !isBack(open?.get(personId) ?? null, at))
      .map(({ personId, at, stay }) => ({ personId, at, stay, until: at + rejoinWindowMs }));
    return { ...row, drops, lastEndsAt: row.endsAt + overrunMs };
  }
}

function arrayOf(values: readonly string[]): string {
  return `{${values.join(',')}}`;
}
