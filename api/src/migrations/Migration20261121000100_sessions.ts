import { Migration } from '@mikro-orm/migrations';

/** Courses, sessions with their log, and what is read from it. */
export class Migration20261121000100_sessions extends Migration {
  override up(): void {
    this.addSql(`
      create table course (
        id uuid primary key,
        title text not null,
        description text not null default '',
        created_at timestamptz not null
      )`);
    this.addSql(`
      create table session (
        id uuid primary key,
        course_id uuid not null references course (id),
        title text not null,
        mentor_id uuid not null references person (id),
        learner_id uuid not null references person (id),
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        status text not null,
        actual_start timestamptz,
        actual_end timestamptz,
        outcome text,
        end_reason text,
        active_ms integer not null default 0,
        last_seq integer not null default 0,
        next_due_at timestamptz,
        created_at timestamptz not null,
        changed_at timestamptz not null,
        check (starts_at < ends_at),
        check (mentor_id <> learner_id)
      )`);
    this.addSql(`create index session_mentor on session (mentor_id, starts_at, id)`);
    this.addSql(`create index session_learner on session (learner_id, starts_at, id)`);
    this.addSql(`create index session_due on session (next_due_at) where next_due_at is not null`);
    this.addSql(`create index session_changed on session (changed_at)`);
    this.addSql(
      `create index session_live on session (id) where status in ('WAITING', 'ACTIVE', 'PAUSED')`,
    );
    this.addSql(`
      create table session_event (
        session_id uuid not null references session (id) on delete cascade,
        seq integer not null,
        type text not null,
        person_id uuid references person (id),
        at timestamptz not null,
        recorded_at timestamptz not null,
        payload jsonb not null,
        primary key (session_id, seq)
      )`);
    // Replaying a session skips what its state does not depend on, however much was written.
    this.addSql(`
      create index session_event_life on session_event (session_id, seq)
        where type not in ('MESSAGE_SENT', 'FEEDBACK_GIVEN')`);
    this.addSql(`
      create table participation (
        session_id uuid not null references session (id) on delete cascade,
        sid text not null,
        person_id uuid not null references person (id),
        connection_id text not null,
        joined_at timestamptz not null,
        left_at timestamptz,
        reason text,
        last_seen_at timestamptz not null,
        primary key (session_id, sid)
      )`);
    this.addSql(`
      create table topic (
        id uuid primary key,
        session_id uuid not null references session (id) on delete cascade,
        position integer not null,
        title text not null,
        done_at timestamptz
      )`);
    this.addSql(`create index topic_session on topic (session_id, position)`);
    this.addSql(`
      create table attendance (
        session_id uuid not null references session (id) on delete cascade,
        connection_id text not null,
        person_id uuid not null references person (id),
        opening_id uuid not null,
        since timestamptz not null,
        seen_at timestamptz not null,
        closed_at timestamptz,
        primary key (session_id, connection_id)
      )`);
    this.addSql(`create index attendance_open on attendance (seen_at) where closed_at is null`);
    this.addSql(`
      create table chat_message (
        session_id uuid not null references session (id) on delete cascade,
        id uuid not null,
        seq integer not null,
        author_id uuid not null references person (id),
        text text not null,
        sent_at timestamptz not null,
        primary key (session_id, id)
      )`);
    this.addSql(`create unique index chat_message_order on chat_message (session_id, seq)`);
    this.addSql(`
      create table feedback (
        session_id uuid not null references session (id) on delete cascade,
        person_id uuid not null references person (id),
        rating smallint not null check (rating between 1 and 5),
        comment text not null,
        given_at timestamptz not null,
        changed_at timestamptz not null,
        primary key (session_id, person_id)
      )`);
  }

  override down(): void {
    for (const table of [
      'feedback',
      'chat_message',
      'attendance',
      'topic',
      'participation',
      'session_event',
      'session',
      'course',
    ]) {
      this.addSql(`drop table ${table}`);
    }
  }
}
