import { BatchWriter } from '../../platform/batch-writer.ts';
import type { Database, EntityManager, Prepared } from '../../platform/database/database.ts';
import type { Way } from '../domain/channels.ts';
import type { NoticeChannel } from '../domain/notice.ts';
import { noticeColumns, type StoredNotice } from './notice-store.ts';
import { iso, listOf } from './sql.ts';

export type DeliveryState = 'DUE' | 'SENDING' | 'SENT' | 'SKIPPED' | 'FAILED';

/** A notice on its way over one channel, taken by this process to be sent. */
export interface Claimed extends Way {
  readonly notice: StoredNotice;
  /** This one included. */
  readonly attempts: number;
}

/** What becomes of notices that are due. */
export interface FanOut {
  readonly deliveries: readonly ({ readonly notice: StoredNotice } & Way)[];
  /** Not to be told any more. */
  readonly dropped: readonly string[];
}

/** How an attempt has ended. */
export type Ending =
  | { readonly state: 'SENT' }
  | { readonly state: 'SKIPPED'; readonly why: string }
  | { readonly state: 'FAILED'; readonly why: string }
  | { readonly state: 'DUE'; readonly why: string; readonly nextAttemptAt: number };

type ClaimRow = StoredNotice & Pick<Claimed, 'channel' | 'attempts' | 'standsIn'>;

const claimSql = `
  with next as (
    select notice_id, channel from notice_delivery
      where channel = ? and state in ('DUE', 'SENDING') and next_attempt_at <= ?
      order by next_attempt_at limit ? for update skip locked
  ), taken as (
    update notice_delivery d
      set state = 'SENDING', attempts = d.attempts + 1, claimed_by = ?, next_attempt_at = ?
      from next where d.notice_id = next.notice_id and d.channel = next.channel
      returning d.notice_id, d.channel, d.attempts, d.stands_in
  )
  select ${noticeColumns}, t.channel, t.attempts, t.stands_in as "standsIn"
    from taken t join notice n on n.id = t.notice_id`;

/** By name, because it is written for few at a time, right after their receivers have said yes. */
const endStatement: Prepared = {
  name: 'notice-delivery-end',
  sql: `update notice_delivery d
    set state = w.state, next_attempt_at = w.next_attempt_at, last_error = nullif(w.why, ''),
      sent_at = case when w.state = 'SENT' then w.ended_at end, claimed_by = null
    from jsonb_to_recordset($2::jsonb) as w (notice_id uuid, channel text, state text,
      next_attempt_at timestamptz, why text, ended_at timestamptz)
    where d.notice_id = w.notice_id and d.channel = w.channel
      and d.claimed_by = $1 and d.state = 'SENDING'`,
};

/** Keeps on which way a notice has come how far. Several processes share the work without a word. */
export class DeliveryStore {
  /** A mail that was taken and is not written down yet would go out again after a crash. */
  private readonly endings = new BatchWriter<object>((rows) => this.writeEndings(rows));

  constructor(
    private readonly database: Database,
    /** This process, as opposed to others that work on the same tables. */
    private readonly claimant: string,
  ) {}

  /**
   * Takes notices that are due and puts them on their ways. What goes into the app has arrived with
   * that, in the same transaction.
   */
  async fanOut(
    now: number,
    first: number,
    decide: (notices: readonly StoredNotice[]) => Promise<FanOut>,
  ): Promise<readonly StoredNotice[]> {
    return await this.database.transaction(async (em) => {
      const due = await em.execute<StoredNotice[]>(
        `select ${noticeColumns} from notice n
           where due_at <= ? and fanned_out_at is null and cancelled_at is null
           order by due_at, id limit ? for update skip locked`,
        [iso(now), first],
      );
      if (due.length === 0) return [];
      const { deliveries, dropped } = await decide(due);
      await em.execute(
        `update notice set fanned_out_at = ?,
           cancelled_at = case when id = any(?::uuid[]) then ?::timestamptz end
         where id = any(?::uuid[])`,
        [iso(now), listOf(dropped), iso(now), listOf(due.map(({ id }) => id))],
      );
      await insert(em, deliveries, now);
      return due;
    });
  }

  /** Takes at most so many deliveries whose time has come, and those of processes that are gone. */
  async claim(
    channel: NoticeChannel,
    first: number,
    { now, until }: { readonly now: number; readonly until: number },
  ): Promise<readonly Claimed[]> {
    const values = [channel, iso(now), first, this.claimant, iso(until)];
    const rows = await this.database.fork().execute<ClaimRow[]>(claimSql, values);
    return rows.map(({ channel: way, attempts, standsIn, ...notice }) => {
      return { notice, channel: way, attempts, standsIn };
    });
  }

  /** Says that this process is still sending what it has taken. */
  async holdOn(sending: readonly Claimed[], until: number): Promise<void> {
    if (sending.length === 0) return;
    const rows = sending.map(({ notice, channel }) => ({ notice_id: notice.id, channel }));
    await this.database.fork().execute(
      `update notice_delivery d set next_attempt_at = ?
         from jsonb_to_recordset(?::jsonb) as w (notice_id uuid, channel text)
         where d.notice_id = w.notice_id and d.channel = w.channel
           and d.claimed_by = ? and d.state = 'SENDING'`,
      [iso(until), JSON.stringify(rows), this.claimant],
    );
  }

  async end({ notice, channel }: Claimed, ending: Ending, now: number): Promise<void> {
    const nextAttemptAt = ending.state === 'DUE' ? ending.nextAttemptAt : now;
    await this.endings.write({
      notice_id: notice.id,
      channel,
      state: ending.state,
      next_attempt_at: iso(nextAttemptAt),
      why: ending.state === 'SENT' ? '' : ending.why,
      ended_at: iso(now),
    });
  }

  /** Has one that was given up tried once more, while it is still of use; says whether it will be. */
  async retry(noticeId: string, channel: NoticeChannel, now: number): Promise<boolean> {
    const rows = await this.database.fork().execute<object[]>(
      `update notice_delivery d set state = 'DUE', attempts = 0, next_attempt_at = ?
         from notice n where n.id = d.notice_id and d.notice_id = ? and d.channel = ?
           and d.state = 'FAILED' and n.cancelled_at is null and n.expires_at > ?
         returning d.notice_id`,
      [iso(now), noticeId, channel, iso(now)],
    );
    return rows.length > 0;
  }

  /** E-mail takes the place of a push that reaches nobody, unless e-mail goes out anyway. */
  async standIn({ id, personId, dueAt }: StoredNotice, now: number): Promise<void> {
    await this.database.fork().execute(
      `insert into notice_delivery
           (notice_id, channel, person_id, due_at, state, stands_in, next_attempt_at)
         values (?, 'EMAIL', ?, ?, 'DUE', true, ?) on conflict do nothing`,
      [id, personId, iso(dueAt), iso(now)],
    );
  }

  private async writeEndings(rows: readonly object[]): Promise<void> {
    await this.database.run(endStatement, [this.claimant, JSON.stringify(rows)]);
  }
}

async function insert(
  em: EntityManager,
  deliveries: FanOut['deliveries'],
  now: number,
): Promise<void> {
  if (deliveries.length === 0) return;
  const rows = deliveries.map(({ notice, channel, standsIn }) => ({
    notice_id: notice.id,
    channel,
    stands_in: standsIn,
    person_id: notice.personId,
    due_at: iso(notice.dueAt),
  }));
  await em.execute(
    `insert into notice_delivery
         (notice_id, channel, person_id, due_at, stands_in, state, next_attempt_at, sent_at)
       select w.*, case channel when 'IN_APP' then 'SENT' else 'DUE' end, ?::timestamptz,
         case channel when 'IN_APP' then ?::timestamptz end
       from jsonb_to_recordset(?::jsonb)
         as w (notice_id uuid, channel text, person_id uuid, due_at timestamptz, stands_in boolean)
       on conflict do nothing`,
    [iso(now), iso(now), JSON.stringify(rows)],
  );
}
