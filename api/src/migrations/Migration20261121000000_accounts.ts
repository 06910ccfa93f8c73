import { Migration } from '@mikro-orm/migrations';

/** People, what the sign-in library keeps of them (schema `auth`), the alarm clock's jobs, caught mail. */
export class Migration20261121000000_accounts extends Migration {
  override up(): void {
    this.people();
    this.signIn();
    this.jobs();
    this.addSql(`
      create table caught_mail (
        id uuid primary key,
        recipient text not null,
        subject text not null,
        html text not null,
        body text not null,
        sent_at timestamptz not null
      )`);
    this.addSql(`create index caught_mail_latest on caught_mail (sent_at desc)`);
  }

  override down(): void {
    this.addSql(`drop table caught_mail`);
    this.addSql(`drop schema jobs cascade`);
    this.addSql(`drop schema auth cascade`);
    this.addSql(`drop table person`);
  }

  private people(): void {
    this.addSql(`
      create table person (
        id uuid primary key,
        display_name text not null,
        email text not null unique check (email = lower(email)),
        roles text[] not null,
        avatar_url text,
        time_zone text,
        created_at timestamptz not null
      )`);
    this.addSql(`create index person_roles on person using gin (roles)`);
  }

  /** The tables of better-auth, by its own names; what it would make itself with its command. */
  private signIn(): void {
    this.addSql(`create schema auth`);
    this.addSql(`
      create table auth."user" (
        id uuid primary key,
        name text not null,
        email text not null unique,
        "emailVerified" boolean not null,
        image text,
        "createdAt" timestamptz not null default current_timestamp,
        "updatedAt" timestamptz not null default current_timestamp,
        foreign key (id) references public.person (id) on delete cascade
      )`);
    this.addSql(`
      create table auth.session (
        id uuid primary key default gen_random_uuid(),
        "expiresAt" timestamptz not null,
        token text not null unique,
        "createdAt" timestamptz not null default current_timestamp,
        "updatedAt" timestamptz not null default current_timestamp,
        "ipAddress" text,
        "userAgent" text,
        "userId" uuid not null references auth."user" (id) on delete cascade
      )`);
    this.addSql(`create index session_user_id on auth.session ("userId")`);
    this.addSql(`
      create table auth.account (
        id uuid primary key default gen_random_uuid(),
        "accountId" text not null,
        "providerId" text not null,
        "userId" uuid not null references auth."user" (id) on delete cascade,
        "accessToken" text,
        "refreshToken" text,
        "idToken" text,
        "accessTokenExpiresAt" timestamptz,
        "refreshTokenExpiresAt" timestamptz,
        scope text,
        password text,
        "createdAt" timestamptz not null default current_timestamp,
        "updatedAt" timestamptz not null default current_timestamp
      )`);
    this.addSql(`create index account_user_id on auth.account ("userId")`);
    this.addSql(`
      create table auth.verification (
        id uuid primary key default gen_random_uuid(),
        identifier text not null,
        value text not null,
        "expiresAt" timestamptz not null,
        "createdAt" timestamptz not null default current_timestamp,
        "updatedAt" timestamptz not null default current_timestamp
      )`);
    this.addSql(`create index verification_identifier on auth.verification (identifier)`);
    this.addSql(`
      create table auth."rateLimit" (
        id uuid primary key default gen_random_uuid(),
        key text not null unique,
        count integer not null,
        "lastRequest" bigint not null
      )`);
  }

  /** The tables of Agenda. Programs that start together must not make them at the same time. */
  private jobs(): void {
    this.addSql(`create schema jobs`);
    this.addSql(`
      create table jobs.agenda_jobs (
        id uuid primary key default gen_random_uuid(),
        name varchar(255) not null,
        priority integer not null default 0,
        next_run_at timestamptz,
        type varchar(10) not null default 'normal' check (type in ('normal', 'single')),
        locked_at timestamptz,
        last_finished_at timestamptz,
        failed_at timestamptz,
        fail_count integer,
        fail_reason text,
        repeat_timezone varchar(100),
        last_run_at timestamptz,
        repeat_interval varchar(255),
        data jsonb default '{}',
        repeat_at varchar(255),
        disabled boolean default false,
        progress real,
        fork boolean default false,
        last_modified_by varchar(255),
        debounce_started_at timestamptz,
        start_date timestamptz,
        end_date timestamptz,
        skip_days jsonb,
        created_at timestamptz default now(),
        updated_at timestamptz default now()
      )`);
    this.addSql(`
      create index agenda_jobs_find_and_lock on jobs.agenda_jobs
        (name, next_run_at, priority desc, locked_at, disabled) where disabled = false`);
    this.addSql(`
      create unique index agenda_jobs_single on jobs.agenda_jobs (name) where type = 'single'`);
    this.addSql(`
      create unique index agenda_jobs_key on jobs.agenda_jobs (name, (data->>'key'))
        where data->>'key' is not null`);
    this.addSql(`
      create index agenda_jobs_locked on jobs.agenda_jobs (locked_at) where locked_at is not null`);
    this.addSql(`
      create index agenda_jobs_next on jobs.agenda_jobs (next_run_at)
        where next_run_at is not null`);
  }
}
