import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

type Mood = 'TAKE' | 'REFUSE' | 'LATER';

const answers = {
  REFUSE: { responseCode: 550, message: 'No such mailbox here' },
  LATER: { responseCode: 451, message: 'Come back later' },
} as const;

/** A mail server on this machine that takes mail, and refuses what the test wants. */
export class MailServer implements AsyncDisposable {
  /** Whom each mail that was taken was for. */
  private readonly taken: string[] = [];
  private readonly moods = new Map<string, Mood>();
  private readonly server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onRcptTo: ({ address }, _session, done) => {
      const mood = this.moods.get(address) ?? 'TAKE';
      if (mood === 'TAKE') {
        done();
        return;
      }
      const { message, responseCode } = answers[mood];
      done(Object.assign(new Error(message), { responseCode }));
    },
    onData: (stream, { envelope }, done) => {
      text(stream).then(() => {
        this.taken.push(...envelope.rcptTo.map(({ address }) => address));
        done();
      }, done);
    },
  });

  static async open(): Promise<MailServer> {
    const mail = new MailServer();
    const { promise, resolve } = Promise.withResolvers<void>();
    // Who is cut off in the middle is no fault of the server.
    mail.server.on('error', () => undefined);
    mail.server.listen(0, '127.0.0.1', resolve);
    await promise;
    return mail;
  }

  /** Settings with which an API sends its mail here. */
  get settings(): Readonly<Record<string, string>> {
    const { port } = this.server.server.address() as AddressInfo;
    return { MAIL: 'smtp', SMTP_URL: `smtp://127.0.0.1:${String(port)}` };
  }

  /** How mail to this address is answered from now on. */
  answer(address: string, mood: Mood): void {
    this.moods.set(address, mood);
  }

  /** How many mails to this address were taken. */
  takenFor(address: string): number {
    return this.taken.filter((one) => one === address).length;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.server.close(resolve);
    await promise;
  }
}
