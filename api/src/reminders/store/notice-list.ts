import type { Database } from '../../platform/database/database.ts';
import { noticeColumns, type StoredNotice } from './notice-store.ts';
import { iso, listOf, msOf } from './sql.ts';

/** A notice in a person's list. */
export interface ListedNotice extends StoredNotice {
  readonly sentAt: number;
  readonly readAt: number | null;
}

/** A place in the list: its order is by arrival, then by identifier. */
export interface NoticePosition {
  readonly sentAt: number;
  readonly id: string;
}

/** What one did oneself is told for the record, and no news. */
const isOwnDeed = `n.facts->>'by' = d.person_id::text`;
const readAt = `coalesce(d.read_at, case when ${isOwnDeed} then d.sent_at end)`;

const listed = `select ${noticeColumns}, ${msOf('d.sent_at')} as "sentAt", ${msOf(readAt)} as "readAt"
  from notice_delivery d join notice n on n.id = d.notice_id
  where d.person_id = ? and d.channel = 'IN_APP' and d.state = 'SENT'`;

/** What each person is told in the app. Every statement is about one person's own. */
export class NoticeList {
  constructor(private readonly database: Database) {}

  /** The latest first. */
  async page(
    personId: string,
    first: number,
    after: NoticePosition | null,
  ): Promise<readonly ListedNotice[]> {
    const behind = after ? 'and (d.sent_at, d.notice_id) < (?::timestamptz, ?::uuid)' : '';
    return await this.database
      .fork()
      .execute<ListedNotice[]>(
        `${listed} ${behind} order by d.sent_at desc, d.notice_id desc limit ?`,
        [personId, ...(after ? [iso(after.sentAt), after.id] : []), first],
      );
  }

  /** What has arrived since then, the earliest first. */
  async since(personId: string, since: number): Promise<readonly ListedNotice[]> {
    return await this.database
      .fork()
      .execute<ListedNotice[]>(
        `${listed} and d.sent_at >= ? order by d.sent_at, d.notice_id limit 200`,
        [personId, iso(since)],
      );
  }

  /** Who of these has been told something since then. */
  async toldSince(personIds: readonly string[], since: number): Promise<readonly string[]> {
    const rows = await this.database.fork().execute<{ personId: string }[]>(
      `select distinct person_id as "personId" from notice_delivery
         where person_id = any(?::uuid[]) and channel = 'IN_APP' and state = 'SENT' and sent_at >= ?`,
      [listOf(personIds), iso(since)],
    );
    return rows.map(({ personId }) => personId);
  }

  async unreadCount(personId: string): Promise<number> {
    const [row] = await this.database.fork().execute<{ count: number }[]>(
      `select count(*)::integer as count from notice_delivery d join notice n on n.id = d.notice_id
         where d.person_id = ? and d.channel = 'IN_APP' and d.state = 'SENT' and d.read_at is null
           and (${isOwnDeed}) is not true`,
      [personId],
    );
    return row?.count ?? 0;
  }

  /** Those named, or all where none are; what is somebody else's stays as it is. */
  async markRead(personId: string, ids: readonly string[] | null, now: number): Promise<void> {
    const named = ids ? 'and notice_id = any(?::uuid[])' : '';
    await this.database.fork().execute(
      `update notice_delivery set read_at = ?
         where person_id = ? and channel = 'IN_APP' and state = 'SENT' and read_at is null ${named}`,
      [iso(now), personId, ...(ids ? [listOf(ids)] : [])],
    );
  }
}
