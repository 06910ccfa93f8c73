/** A calendar file that a mail carries, for mail programs that offer to enter it. */
export interface MailCalendar {
  readonly method: 'REQUEST' | 'CANCEL';
  /** iCalendar (RFC 5545). */
  readonly content: string;
}

/** One mail, in both of the forms that readers want. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** The same for each attempt at the same mail, without angle brackets. */
  readonly messageId?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly calendar?: MailCalendar;
}

/** Takes mail to whom it is for. */
export interface Mailbox extends AsyncDisposable {
  /** Rejects with `MailNotTaken` where the mail could not be handed over. */
  send(mail: Mail): Promise<void>;
}

/** The mail server did not take a mail, or could not be asked. */
export class MailNotTaken extends Error {
  override readonly name = 'MailNotTaken';

  constructor(
    /** Codes only; what servers say may name addresses and passwords. */
    readonly reason: string,
    /** Whether it would refuse the same mail again. */
    readonly isPermanent: boolean,
    options?: ErrorOptions,
  ) {
    super(`the mail was not taken: ${reason}`, options);
  }
}
