import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerOptions } from 'smtp-server';

type Answer = 'TAKE' | 'REFUSE' | 'LATER' | 'HOLD';

/** A mail server on this machine that keeps what it takes, and is as difficult as the test wants. */
export class TestSmtp implements AsyncDisposable {
  readonly mails: Email[] = [];
  /** How it answers when the text of a mail has come. */
  answer: Answer = 'TAKE';
  /** Mails whose text has come, taken or not. */
  readonly offers: Email[] = [];
  private server: SMTPServer;
  private readonly waiting = new Set<() => void>();

  private constructor(readonly port: number) {
    this.server = this.make();
  }

  static async start(): Promise<TestSmtp> {
    const probe = new SMTPServer({ disabledCommands: ['AUTH', 'STARTTLS'] });
    await listen(probe, 0);
    const { port } = probe.server.address() as AddressInfo;
    await close(probe);
    const smtp = new TestSmtp(port);
    await listen(smtp.server, port);
    return smtp;
  }

  get url(): string {
    return `smtp://127.0.0.1:${String(this.port)}`;
  }

  /** Settings with which an api sends its mail here. */
  get settings(): Readonly<Record<string, string>> {
    const from = 'PeerLearn <hello@peerlearn.example>';
    return { MAIL: 'smtp', SMTP_URL: this.url, SMTP_TIMEOUT_SECONDS: '2', MAIL_FROM: from };
  }

  /** Goes away, cutting every connection. */
  async leave(): Promise<void> {
    for (const connection of this.server.connections) connection.close();
    await close(this.server);
  }

  async comeBack(): Promise<void> {
    this.server = this.make();
    await listen(this.server, this.port);
  }

  /** What one person was sent, in order. */
  to(email: string): readonly Email[] {
    return this.mails.filter(({ to }) => to?.some(({ address }) => address === email));
  }

  /** Resolves when so many mails were offered. */
  async untilOffered(count: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const check = () => {
      if (this.offers.length >= count) resolve();
    };
    this.waiting.add(check);
    check();
    await promise;
    this.waiting.delete(check);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.leave();
  }

  private make(): SMTPServer {
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      closeTimeout: 100,
      onData: (stream, _session, done) => {
        this.take(stream, done).catch(done);
      },
    });
    // Clients that are cut off in the middle are what some tests are about.
    server.on('error', () => undefined);
    return server;
  }

  private async take(
    stream: SMTPServerDataStream,
    done: Parameters<NonNullable<SMTPServerOptions['onData']>>[2],
  ): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const mail = await PostalMime.parse(Buffer.concat(chunks));
    this.offers.push(mail);
    for (const check of this.waiting) check();
    switch (this.answer) {
      case 'REFUSE':
        done(fault(554, 'This mail is not wanted'));
        return;
      case 'LATER':
        done(fault(451, 'Come back later'));
        return;
      case 'HOLD':
        return;
      case 'TAKE':
        this.mails.push(mail);
        done(null, 'taken');
        return;
      default:
        return this.answer satisfies never;
    }
  }
}

function fault(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

async function listen(server: SMTPServer, port: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(port, '127.0.0.1', resolve);
  await promise;
}

async function close(server: SMTPServer): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(resolve);
  await promise;
}
