import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import { newId } from '../ids.ts';
import type { Mail, Mailbox } from './mailbox.ts';

export interface CaughtMail extends Omit<Mail, 'calendar'> {
  readonly id: string;
  /** The calendar file, where there is one. */
  readonly calendarFile: string | null;
  readonly sentAt: number;
}

interface Row {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly html: string;
  readonly body: string;
  readonly calendar: string | null;
  readonly message_id: string | null;
  readonly sent_at: Date | string;
}

const kept = 200;

/** Mail that goes nowhere and can be read at a development page. The latest 200 are kept. */
export class CaughtMailbox implements Mailbox {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async send(mail: Mail): Promise<void> {
    await this.database.fork().execute(
      `insert into caught_mail (id, recipient, subject, html, body, sent_at, calendar, message_id)
       values (?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        newId(),
        mail.to,
        mail.subject,
        mail.html,
        mail.text,
        new Date(this.clock.now()).toISOString(),
        mail.calendar?.content ?? null,
        mail.messageId ?? null,
      ],
    );
    await this.database.fork().execute(
      `delete from caught_mail where id not in
         (select id from caught_mail order by sent_at desc, id desc limit ?)`,
      [kept],
    );
  }

  /** The latest first. */
  async all(): Promise<readonly CaughtMail[]> {
    const rows = await this.database
      .fork()
      .execute<Row[]>('select * from caught_mail order by sent_at desc, id desc');
    return rows.map(toMail);
  }

  async byId(id: string): Promise<CaughtMail | null> {
    const [row] = await this.database
      .fork()
      .execute<Row[]>('select * from caught_mail where id = ?', [id]);
    return row ? toMail(row) : null;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return Promise.resolve();
  }
}

function toMail(row: Row): CaughtMail {
  return {
    id: row.id,
    to: row.recipient,
    subject: row.subject,
    html: row.html,
    text: row.body,
    calendarFile: row.calendar,
    ...(row.message_id === null ? {} : { messageId: row.message_id }),
    sentAt: new Date(row.sent_at).getTime(),
  };
}
