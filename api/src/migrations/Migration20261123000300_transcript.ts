import { Migration } from '@mikro-orm/migrations';

/** What was said, and whether a course keeps it. */
export class Migration20261123000300_transcript extends Migration {
  override up(): void {
    this.addSql(`alter table course add column keeps_transcript boolean not null default true`);
    // `kept` is decided when the session has ended, so that a course which changes its mind later
    // changes nothing for what was before.
    this.addSql(`
      create table transcript (
        session_id uuid primary key references session (id) on delete cascade,
        last_seq integer not null default 0,
        kept boolean,
        state text not null default 'OFF',
        engine text,
        told_at timestamptz
      )`);
    this.addSql(`create index transcript_undecided on transcript (session_id) where kept is null`);
    this.addSql(`
      create table transcript_segment (
        session_id uuid not null references session (id) on delete cascade,
        id uuid not null,
        revision integer not null,
        seq integer not null,
        person_id uuid not null references person (id),
        start_at timestamptz not null,
        end_at timestamptz not null,
        text text not null,
        folded_text text not null,
        language text,
        engine text not null,
        primary key (session_id, id)
      )`);
    this.addSql(`create unique index transcript_order on transcript_segment (session_id, seq)`);
    this.addSql(`create index transcript_times on transcript_segment (session_id, start_at, seq)`);
    // Words that are not final yet are worth nothing after a crash, so they cost no log of writes.
    this.addSql(`
      create unlogged table transcript_partial (
        session_id uuid not null references session (id) on delete cascade,
        id uuid not null,
        revision integer not null,
        person_id uuid not null references person (id),
        start_at timestamptz not null,
        end_at timestamptz not null,
        text text not null,
        language text,
        engine text not null,
        told_at timestamptz not null,
        primary key (session_id, id)
      )`);
  }

  override down(): void {
    this.addSql(`drop table transcript_partial`);
    this.addSql(`drop table transcript_segment`);
    this.addSql(`drop table transcript`);
    this.addSql(`alter table course drop column keeps_transcript`);
  }
}
