import { Migration } from '@mikro-orm/migrations';

/** When people are booked, when mentors have time, and what courses link to. */
export class Migration20261122000400_scheduling extends Migration {
  override up(): void {
    this.bookings();
    this.addSql(`alter table course add column links jsonb not null default '[]'`);
    // Who has taught a course, and a person's sessions of one course.
    this.addSql(
      `create index session_course_mentor on session (course_id, mentor_id, starts_at, id)`,
    );
    this.addSql(`
      create table availability (
        mentor_id uuid primary key references person (id) on delete cascade,
        time_zone text not null,
        session_minutes integer not null,
        notice_minutes integer not null,
        horizon_days integer not null,
        weekly jsonb not null,
        exceptions jsonb not null,
        changed_at timestamptz not null
      )`);
    this.addSql(`
      create table availability_course (
        mentor_id uuid not null references availability (mentor_id) on delete cascade,
        course_id uuid not null references course (id) on delete cascade,
        primary key (mentor_id, course_id)
      )`);
    this.addSql(`create index availability_course_course on availability_course (course_id)`);
  }

  override down(): void {
    this.addSql(`drop table availability_course`);
    this.addSql(`drop table availability`);
    this.addSql(`drop index session_course_mentor`);
    this.addSql(`alter table course drop column links`);
    this.addSql(`drop trigger session_booked on session`);
    this.addSql(`drop trigger session_bookings on session`);
    this.addSql(`drop function keep_bookings`);
    this.addSql(`drop table booking`);
  }

  /**
   * Whose time an open session takes. The constraint refuses what overlaps, whoever writes it; a
   * trigger keeps the table, so that no writer of `session` can forget it.
   */
  private bookings(): void {
    this.addSql(`create extension if not exists btree_gist`);
    this.addSql(`
      create table booking (
        session_id uuid not null references session (id) on delete cascade,
        person_id uuid not null references person (id),
        during tstzrange not null,
        primary key (session_id, person_id),
        constraint booking_once exclude using gist (person_id with =, during with &&)
      )`);
    this.addSql(`
      insert into booking (session_id, person_id, during)
        select id, person_id, tstzrange(starts_at, ends_at)
          from session, unnest(array[mentor_id, learner_id]) as person_id
          where status <> 'ENDED'`);
    this.addSql(`
      create function keep_bookings() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' then
          delete from booking where session_id = new.id;
        end if;
        if new.status <> 'ENDED' then
          insert into booking (session_id, person_id, during) values
            (new.id, new.mentor_id, tstzrange(new.starts_at, new.ends_at)),
            (new.id, new.learner_id, tstzrange(new.starts_at, new.ends_at));
        end if;
        return null;
      end $$`);
    this.addSql(`
      create trigger session_booked after insert on session
        for each row when (new.status <> 'ENDED') execute function keep_bookings()`);
    this.addSql(`
      create trigger session_bookings after update of starts_at, ends_at, status on session
        for each row when (
          (old.starts_at, old.ends_at, old.status = 'ENDED')
            is distinct from (new.starts_at, new.ends_at, new.status = 'ENDED'))
        execute function keep_bookings()`);
  }
}
