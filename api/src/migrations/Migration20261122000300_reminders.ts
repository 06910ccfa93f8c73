import { Migration } from '@mikro-orm/migrations';

/** Notices, their way to people, and calendars in caught mail. */
export class Migration20261122000300_reminders extends Migration {
  override up(): void {
    this.addSql(`
      create table notice (
        id uuid primary key,
        session_id uuid not null references session (id) on delete cascade,
        person_id uuid not null references person (id),
        kind text not null,
        starts_at timestamptz not null,
        -- Of the event that it tells of; 0 for a reminder, which the start alone calls for.
        seq integer not null,
        due_at timestamptz not null,
        expires_at timestamptz not null,
        facts jsonb not null,
        created_at timestamptz not null,
        cancelled_at timestamptz,
        fanned_out_at timestamptz,
        unique (session_id, person_id, kind, starts_at, seq)
      )`);
    this.addSql(`
      create index notice_due on notice (due_at, id)
        where fanned_out_at is null and cancelled_at is null`);
    this.addSql(`create index notice_person on notice (person_id)`);
    this.addSql(`
      create table notice_delivery (
        notice_id uuid not null references notice (id) on delete cascade,
        channel text not null,
        person_id uuid not null references person (id),
        due_at timestamptz not null,
        state text not null check (state in ('DUE', 'SENDING', 'SENT', 'SKIPPED', 'FAILED')),
        -- E-mail for somebody whom push did not reach.
        stands_in boolean not null default false,
        attempts integer not null default 0,
        -- While it is being sent: when whoever sends it counts as gone.
        next_attempt_at timestamptz not null,
        claimed_by uuid,
        sent_at timestamptz,
        read_at timestamptz,
        last_error text,
        primary key (notice_id, channel)
      )`);
    this.addSql(`
      create index notice_delivery_next on notice_delivery (channel, next_attempt_at)
        where state in ('DUE', 'SENDING')`);
    this.addSql(`create index notice_delivery_state on notice_delivery (state, due_at, notice_id)`);
    this.addSql(`
      create index notice_delivery_in_app on notice_delivery (person_id, sent_at, notice_id)
        where channel = 'IN_APP' and state = 'SENT'`);
    this.addSql(`
      create index notice_delivery_unread on notice_delivery (person_id)
        where channel = 'IN_APP' and state = 'SENT' and read_at is null`);
    this.addSql(`
      create index notice_delivery_late on notice_delivery (due_at, notice_id)
        where state = 'SENT' and sent_at - due_at > interval '1 minute'`);
    // What was planned before there were notices is not told as if it were news.
    this.addSql(`
      create table notice_progress (
        is_only boolean primary key default true check (is_only),
        told_from timestamptz not null,
        derived_to timestamptz not null
      )`);
    this.addSql(`
      insert into notice_progress (told_from, derived_to)
        select coalesce(max(changed_at), 'epoch'), coalesce(max(changed_at), 'epoch') from session`);
    this.addSql(`alter table caught_mail add column calendar text, add column message_id text`);
  }

  override down(): void {
    this.addSql(`alter table caught_mail drop column calendar, drop column message_id`);
    for (const table of ['notice_progress', 'notice_delivery', 'notice']) {
      this.addSql(`drop table ${table}`);
    }
  }
}
