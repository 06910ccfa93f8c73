import { createTransport } from 'nodemailer';
import type { Mail, Mailbox } from './mailbox.ts';

export interface SmtpOptions {
  readonly url: string;
  readonly from: string;
}

/** Mail that goes out by SMTP. */
export class SmtpMailbox implements Mailbox {
  private readonly transport;

  constructor(private readonly options: SmtpOptions) {
    this.transport = createTransport(options.url);
  }

  async send(mail: Mail): Promise<void> {
    await this.transport.sendMail({ from: this.options.from, ...mail });
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.transport.close();
    return Promise.resolve();
  }
}
