import { Client } from 'pg';

export interface ManySessions {
  readonly databaseUrl: string;
  readonly count: number;
  readonly now: number;
  /** Two people who are in a few of them only, as somebody who uses the page is. */
  readonly mentorId: string;
  readonly learnerId: string;
}

/**
 * Fills the tables with sessions of a thousand people over a year, half of them past, by SQL alone:
 * what is measured is reading. The two people have forty of them whatever the number.
 */
export async function seedManySessions(many: ManySessions): Promise<void> {
  const client = new Client({ connectionString: many.databaseUrl });
  await client.connect();
  try {
    await client.query('begin');
    // The rows fit each other as they are made; to check each reference takes minutes.
    await client.query(`set local session_replication_role = 'replica'`);
    for (const [sql, values] of statements(many)) await client.query(sql, [...values]);
    await client.query('commit');
    // As the database does by itself some time after so many writes.
    for (const table of ['session', 'session_event', 'person', 'topic']) {
      await client.query(`vacuum analyze ${table}`);
    }
  } finally {
    await client.end();
  }
}

type Statement = readonly [string, readonly (string | number)[]];

function statements(many: ManySessions): Statement[] {
  const at = new Date(many.now).toISOString();
  return [...people(at), plan(many, at), ...sessions(at)];
}

function people(at: string): Statement[] {
  return [
    [
      `insert into person (id, display_name, email, roles, created_at)
         select gen_random_uuid(), (array['Ada', 'Bo', 'Cleo', 'Dan', 'Eve'])[1 + n % 5] || ' '
             || (array['Lund', 'Moreau', 'Novak', 'Okoro'])[1 + n % 4] || ' ' || n,
           'seed' || n || '@example.net',
           array[case when n % 2 = 0 then 'MENTOR' else 'LEARNER' end], $1
         from generate_series(1, 1000) n`,
      [at],
    ],
    [`insert into course (id, title, created_at) values (gen_random_uuid(), 'Seed', $1)`, [at]],
  ];
}

function plan({ count, mentorId, learnerId }: ManySessions, at: string): Statement {
  return [
    `create temporary table planned on commit drop as
         with mentors as (select array_agg(id) as ids from person
           where email like 'seed%' and roles @> array['MENTOR']),
         learners as (select array_agg(id) as ids from person
           where email like 'seed%' and roles @> array['LEARNER'])
         select gen_random_uuid() as id, n,
           case when n <= 40 then $4::uuid else m.ids[1 + n % 500] end as mentor_id,
           case when n <= 40 then $5::uuid else l.ids[1 + (n / 500 + n) % 500] end as learner_id,
           -- The two people's lie near; the others' on a year around now.
           case when n <= 40 then $1::timestamptz + (n - 20.5) * interval '1 day'
             else $1::timestamptz + (n - $2::integer / 2.0) * interval '365 days' / $2::integer
           end as starts_at,
           (array['Algebra', 'Geometry', 'Grammar', 'Chords', 'Verbs'])[1 + n % 5] || ' ' || n
             as title
         from generate_series(1, $3::integer) n, mentors m, learners l`,
    [at, count, count, mentorId, learnerId],
  ];
}

function sessions(at: string): Statement[] {
  return [
    ['analyze planned', []],
    [
      `insert into session (id, course_id, title, mentor_id, learner_id, starts_at, ends_at, status,
           actual_end, outcome, end_reason, last_seq, created_at, changed_at)
         select p.id, c.id, p.title, mentor_id, learner_id, starts_at,
           starts_at + interval '40 minutes',
           case when starts_at < $1 then 'ENDED' else 'SCHEDULED' end,
           case when starts_at < $1 then starts_at end,
           case when starts_at < $1 then 'CANCELLED' end,
           case when starts_at < $1 then 'CANCELLED' end,
           case when starts_at < $1 then 3 else 1 end, $1, $1::timestamptz - interval '1 day'
         from planned p, course c where c.title = 'Seed'`,
      [at],
    ],
    [
      `insert into session_event (session_id, seq, type, person_id, at, recorded_at, payload)
         select s.id, e.seq, e.type, null, $1, $1, e.payload from session s
         join planned p on p.id = s.id
         cross join lateral (values
           (1, 'SESSION_SCHEDULED', jsonb_build_object('mentorId', s.mentor_id,
             'learnerId', s.learner_id, 'startsAt', (extract(epoch from s.starts_at) * 1000)::bigint,
             'endsAt', (extract(epoch from s.ends_at) * 1000)::bigint)),
           (2, 'SESSION_CANCELLED', '{"reason": "", "by": null}'::jsonb),
           (3, 'SESSION_ENDED', '{"reason": "CANCELLED", "outcome": "CANCELLED"}'::jsonb)
         ) e (seq, type, payload) where e.seq <= s.last_seq`,
      [at],
    ],
    [
      `insert into topic (id, session_id, position, title)
         select gen_random_uuid(), id, 0, 'First things' from planned`,
      [],
    ],
  ];
}
