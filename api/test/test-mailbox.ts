import type { Mail, Mailbox } from '../src/platform/mail/mailbox.ts';

/** Mail that stays in the test, or is not taken for as long as the test says so. */
export class TestMailbox implements Mailbox {
  readonly sent: Mail[] = [];
  fault: Error | null = null;
  attempts = 0;

  send(mail: Mail): Promise<void> {
    this.attempts += 1;
    if (this.fault) return Promise.reject(this.fault);
    this.sent.push(mail);
    return Promise.resolve();
  }

  /** Subjects of what one person was sent, in order. */
  to(email: string): readonly string[] {
    return this.sent.filter(({ to }) => to === email).map(({ subject }) => subject);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return Promise.resolve();
  }
}
