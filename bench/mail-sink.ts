import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

interface Received {
  readonly messageId: string;
  readonly at: number;
}

/** A mail server that takes everything and counts it by Message-ID. */
export class MailSink implements AsyncDisposable {
  private readonly received: Received[] = [];
  private readonly ids = new Set<string>();
  private readonly waiting = new Set<() => void>();
  private readonly server: SMTPServer;
  private port = 0;

  private constructor() {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData: (stream, _session, callback) => {
        text(stream).then(
          (mail) => {
            this.take(/^message-id:\s*(\S+)/im.exec(mail)?.[1] ?? '');
            callback();
          },
          (error: unknown) => {
            callback(error instanceof Error ? error : new Error(String(error)));
          },
        );
      },
    });
    // Whoever is killed leaves a broken connection behind.
    this.server.on('error', () => undefined);
  }

  static async open(): Promise<MailSink> {
    const sink = new MailSink();
    const listening = sink.server.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    const address = listening.address();
    sink.port = typeof address === 'object' && address !== null ? address.port : 0;
    return sink;
  }

  get url(): string {
    return `smtp://127.0.0.1:${String(this.port)}`;
  }

  get total(): number {
    return this.received.length;
  }

  get distinct(): number {
    return this.ids.size;
  }

  /** The first of each, in the order they came. */
  firsts(): readonly Received[] {
    const seen = new Set<string>();
    return this.received.filter(({ messageId }) => {
      const isFirst = !seen.has(messageId);
      seen.add(messageId);
      return isFirst;
    });
  }

  /** Waits until so many different ones have come; `false` where they do not come in time. */
  async until(count: number, patienceMs: number): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const check = () => {
      if (this.ids.size >= count) resolve(true);
    };
    const timer = setTimeout(() => {
      resolve(false);
    }, patienceMs);
    this.waiting.add(check);
    check();
    const came = await promise;
    this.waiting.delete(check);
    clearTimeout(timer);
    return came;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.server.close(() => {
      resolve();
    });
    await promise;
  }

  private take(messageId: string): void {
    this.received.push({ messageId, at: Date.now() });
    this.ids.add(messageId);
    for (const check of this.waiting) check();
  }
}
