/** One mail, in both of the forms that readers want. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** Takes mail to whom it is for. */
export interface Mailbox extends AsyncDisposable {
  /** Rejects where the mail could not be handed over. */
  send(mail: Mail): Promise<void>;
}
