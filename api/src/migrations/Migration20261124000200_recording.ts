import { Migration } from '@mikro-orm/migrations';

/** Recordings of sessions: their parts, and the pieces in which browsers send them. */
export class Migration20261124000200_recording extends Migration {
  override up(): void {
    // The bytes are elsewhere, so a row outlives its session until they are gone.
    this.addSql(`
      create table recording (
        id uuid primary key,
        session_id uuid unique references session (id) on delete set null,
        via text not null check (via in ('EGRESS', 'BROWSER')),
        begun_at timestamptz not null,
        settled_at timestamptz
      )`);
    this.addSql(`
      create index recording_unsettled on recording (id) where settled_at is null`);
    this.addSql(`create index recording_age on recording (begun_at)`);
    this.addSql(`
      create table recording_part (
        id uuid primary key,
        recording_id uuid not null references recording (id) on delete cascade,
        number integer not null,
        heard text not null,
        requested_at timestamptz not null,
        heard_at timestamptz not null,
        started_at timestamptz,
        ended_at timestamptz,
        stop_at timestamptz,
        bytes double precision,
        reason text,
        given_up text,
        media_type text not null,
        recorder_name text,
        pieces integer,
        next_piece integer not null default 0,
        attempts integer not null default 0,
        busy_until timestamptz,
        unique (recording_id, number)
      )`);
    this.addSql(`
      create table recording_piece (
        part_id uuid not null references recording_part (id) on delete cascade,
        seq integer not null,
        bytes integer not null,
        primary key (part_id, seq)
      )`);
  }

  override down(): void {
    this.addSql(`drop table recording_piece`);
    this.addSql(`drop table recording_part`);
    this.addSql(`drop table recording`);
  }
}
