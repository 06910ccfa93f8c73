import type { Database } from '../../platform/database/database.ts';
import type { NoticeChannel, NoticeKind } from '../domain/notice.ts';
import type { DeliveryState } from './delivery-store.ts';
import { iso, msOf } from './sql.ts';

/** What an operator asks for. Late: gone out, or still waiting, more than a minute after its time. */
export type DeliveryFilter = 'DUE' | 'SENT' | 'LATE' | 'FAILED';

/** One notice on one of its ways; before its time has come it has none yet. */
export interface DeliveryRecord {
  readonly noticeId: string;
  readonly channel: NoticeChannel | null;
  readonly kind: NoticeKind;
  readonly sessionId: string;
  readonly personId: string;
  readonly dueAt: number;
  readonly state: DeliveryState;
  readonly isLate: boolean;
  readonly attempts: number;
  /** `null` where there is none to come. */
  readonly nextAttemptAt: number | null;
  readonly sentAt: number | null;
  readonly lastError: string | null;
}

/** A place in the list: its order is by the time due, then by notice and channel. */
export type DeliveryPosition = Pick<DeliveryRecord, 'dueAt' | 'noticeId' | 'channel'>;

export interface DeliveryRequest {
  readonly filter: DeliveryFilter;
  readonly first: number;
  readonly after: DeliveryPosition | null;
}

/** What an operator looks at first. */
export interface DeliveryFigures {
  /** To go out within a day. */
  readonly due: number;
  /** Not gone out more than a minute after their time. */
  readonly late: number;
  /** Given up in the last 30 days. */
  readonly failed: number;
}

export type DeliveryCounts = Readonly<Record<DeliveryFilter, number>>;

const waiting = `select n.id as notice_id, null::text as channel, n.kind, n.session_id, n.person_id,
    n.due_at, 'DUE' as state, 0 as attempts, n.due_at as next_attempt_at,
    null::timestamptz as sent_at, null::text as last_error
  from notice n where n.fanned_out_at is null and n.cancelled_at is null`;

const under = (condition: string) => `select d.notice_id, d.channel, n.kind, n.session_id,
    d.person_id, d.due_at, d.state, d.attempts, d.next_attempt_at, d.sent_at, d.last_error
  from notice_delivery d join notice n on n.id = d.notice_id where ${condition}`;

const late = `interval '1 minute'`;
const isOpen = `d.state in ('DUE', 'SENDING')`;
/** As the index has it. */
const isSentLate = `d.state = 'SENT' and d.sent_at - d.due_at > interval '1 minute'`;

/** `$now` is the one value that each of these takes. */
const sources: Readonly<Record<DeliveryFilter, string>> = {
  DUE: `${waiting} union all ${under(isOpen)}`,
  SENT: under(`d.state = 'SENT'`),
  LATE: `${waiting} and n.due_at < $now - ${late} union all
    ${under(`${isOpen} and d.due_at < $now - ${late}`)} union all ${under(isSentLate)}`,
  FAILED: under(`d.state = 'FAILED'`),
};

/** What is to come is listed the soonest first, what has been the latest first. */
const isAscending = (filter: DeliveryFilter) => filter === 'DUE';

/** Reads how notices fare, for whoever runs the place. */
export class DeliveryReader {
  constructor(private readonly database: Database) {}

  async list({ filter, first, after }: DeliveryRequest, now: number): Promise<DeliveryRecord[]> {
    const [order, beyond] = isAscending(filter) ? ['asc', '>'] : ['desc', '<'];
    const place = `(due_at, notice_id, coalesce(channel, ''))`;
    const [source, values] = at(sources[filter], now);
    const behind = after ? `where ${place} ${beyond} (?::timestamptz, ?::uuid, ?)` : '';
    const position = after ? [iso(after.dueAt), after.noticeId, after.channel ?? ''] : [];
    return await this.database.fork().execute<DeliveryRecord[]>(
      `select notice_id as "noticeId", channel, kind, session_id as "sessionId",
           person_id as "personId", ${msOf('due_at')} as "dueAt", state, attempts,
           case when state in ('DUE', 'SENDING') then ${msOf('next_attempt_at')} end as "nextAttemptAt",
           ${msOf('sent_at')} as "sentAt", last_error as "lastError",
           case when state = 'SENT' then sent_at - due_at > interval '1 minute'
             when state in ('DUE', 'SENDING') then due_at < ?::timestamptz - ${late}
             else false end as "isLate"
         from (${source}) as deliveries ${behind}
         order by due_at ${order}, notice_id ${order}, coalesce(channel, '') ${order} limit ?`,
      [iso(now), ...values, ...position, first],
    );
  }

  /** How many have not gone out more than a minute after their time. */
  async late(now: number): Promise<number> {
    return (await this.figures(now)).late;
  }

  async figures(now: number): Promise<DeliveryFigures> {
    const [figures] = await this.database.fork().execute<DeliveryFigures[]>(
      `select
         (select count(*) from notice n where n.fanned_out_at is null and n.cancelled_at is null
            and n.due_at < ?::timestamptz + interval '1 day')::integer as due,
         ((select count(*) from notice n where n.fanned_out_at is null and n.cancelled_at is null
            and n.due_at < ?::timestamptz - ${late})
          + (select count(*) from notice_delivery d where ${isOpen}
            and d.due_at < ?::timestamptz - ${late}))::integer as late,
         (select count(*) from notice_delivery d where d.state = 'FAILED'
            and d.due_at > ?::timestamptz - interval '30 days')::integer as failed`,
      [iso(now), iso(now), iso(now), iso(now)],
    );
    return figures ?? { due: 0, late: 0, failed: 0 };
  }

  async counts(now: number): Promise<DeliveryCounts> {
    const parts = Object.entries(sources).map(([filter, source]) => {
      const [sql, values] = at(source, now);
      return {
        sql: `select '${filter}' as filter, count(*)::integer as count from (${sql}) as d`,
        values,
      };
    });
    const rows = await this.database.fork().execute<{ filter: DeliveryFilter; count: number }[]>(
      parts.map(({ sql }) => sql).join(' union all '),
      parts.flatMap(({ values }) => values),
    );
    const counts = new Map(rows.map(({ filter, count }) => [filter, count]));
    const of = (filter: DeliveryFilter) => counts.get(filter) ?? 0;
    return { DUE: of('DUE'), SENT: of('SENT'), LATE: of('LATE'), FAILED: of('FAILED') };
  }
}

/** The statement with the time in its places, and the values that it takes. */
function at(sql: string, now: number): readonly [string, readonly string[]] {
  const parts = sql.split('$now');
  return [parts.join('?::timestamptz'), parts.slice(1).map(() => iso(now))];
}
