import { createTransport } from 'nodemailer';
import pLimit from 'p-limit';
import type { Clock } from '../clock.ts';
import { type Mail, type Mailbox, MailNotTaken } from './mailbox.ts';

export interface SmtpOptions {
  readonly url: string;
  readonly from: string;
  /** Most connections to the mail server at the same time. */
  readonly connections: number;
  /** How long the mail server may be silent. */
  readonly timeoutMs: number;
  readonly clock: Clock;
}

/** So long after it took a mail, or said that it would, a mail server counts as well. */
const wellMs = 60_000;

/** Mail that goes out by SMTP, over a few connections that are kept. */
export class SmtpMailbox implements Mailbox {
  private readonly transport;
  /** Puts a mail together in memory: handed on part by part, it would be dozens of small packets. */
  private readonly composer = createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
  });

  /** A mail is put together when a connection is free for it, so that many at once hold up nobody. */
  private readonly slots;

  /** Until when nobody asks the mail server how it is. */
  private wellUntil = -Infinity;

  constructor(private readonly options: SmtpOptions) {
    const { url, connections, timeoutMs } = options;
    this.slots = pLimit(connections);
    this.transport = createTransport({
      url,
      pool: true,
      maxConnections: connections,
      maxMessages: 100,
      // Whoever sends tries again, and knows which mail it is; sent again here it might come twice.
      maxRequeues: 0,
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      dnsTimeout: timeoutMs,
    });
  }

  async send(mail: Mail): Promise<void> {
    try {
      await this.slots(() => this.handOver(mail));
      this.isWell();
    } catch (error) {
      const fault = notTaken(error);
      if (!fault.isPermanent) this.wellUntil = -Infinity;
      throw fault;
    }
  }

  /** Rejects where the mail server would take no mail; it is asked only where that is not known. */
  async checkHealth(): Promise<void> {
    if (this.options.clock.now() < this.wellUntil) return;
    await this.transport.verify();
    this.isWell();
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.transport.close();
    return Promise.resolve();
  }

  private isWell(): void {
    this.wellUntil = this.options.clock.now() + wellMs;
  }

  private async handOver({ messageId, calendar, headers, ...mail }: Mail): Promise<void> {
    const { envelope, message } = await this.composer.sendMail({
      from: this.options.from,
      ...mail,
      ...(messageId === undefined ? {} : { messageId: `<${messageId}>` }),
      ...(headers ? { headers: { ...headers } } : {}),
      ...(calendar ? { icalEvent: { ...calendar, filename: 'session.ics' } } : {}),
    });
    await this.transport.sendMail({ envelope, raw: message });
  }
}

/** A sender, receiver or text that is refused for good stays refused; all else may pass. */
function notTaken(error: unknown): MailNotTaken {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  const codes = [code, responseCode].filter((one) => ['string', 'number'].includes(typeof one));
  const isOfTheMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  const isPermanent = isOfTheMail && typeof responseCode === 'number' && responseCode >= 500;
  return new MailNotTaken(codes.map(String).join(' ') || 'unknown', isPermanent, { cause: error });
}
