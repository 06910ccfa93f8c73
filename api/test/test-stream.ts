import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

interface Asked {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What a subscription gave: data, or the reason why it has none. */
export interface Message<Data> {
  readonly data: Data | null;
  readonly errors: readonly { message: string; extensions?: Readonly<Record<string, unknown>> }[];
}

const patienceMs = 10_000;

/** A subscription over a socket of its own whose messages wait until the test takes them. */
export class TestStream<Data> implements AsyncDisposable {
  readonly received: Message<Data>[] = [];
  private readonly waiting: (() => void)[] = [];
  private readonly client: Client;
  private taken = 0;
  private isOpen = false;
  private isOver = false;
  private failure: unknown = null;

  constructor(url: string, { query, variables }: Asked, cookie?: string) {
    this.client = createClient({
      url: `${url.replace(/^http/, 'ws')}/graphql`,
      webSocketImpl: withHeaders({ origin: url, ...(cookie === undefined ? {} : { cookie }) }),
      retryAttempts: 0,
      on: {
        connected: () => {
          this.isOpen = true;
          this.wake();
        },
      },
    });
    this.client.subscribe<Data>(
      { query, variables: { ...variables } },
      {
        next: (result) => {
          const errors = result.errors ?? [];
          this.received.push({ data: result.data ?? null, errors });
          // An operation that is refused before it begins is answered like one that failed.
          if (!result.data && errors.length > 0) this.failure = errors;
          this.wake();
        },
        error: (error) => {
          this.failure = error;
          this.end();
        },
        complete: () => {
          this.end();
        },
      },
    );
  }

  get isClosed(): boolean {
    return this.isOver;
  }

  /** Resolves when the server has taken the socket. */
  async opened(): Promise<void> {
    await this.until(() => this.isOpen || this.isOver, 'the socket did not open');
    if (!this.isOpen) throw new Error('the socket was closed', { cause: this.failure });
  }

  /** The next message that was not taken yet. */
  async next(): Promise<Message<Data>> {
    await this.until(() => this.received.length > this.taken || this.isOver, 'no message came');
    const message = this.received[this.taken];
    if (!message) throw new Error('the stream is over', { cause: this.failure });
    this.taken += 1;
    return message;
  }

  /** The data of the next message; throws where it has errors. */
  async nextData(): Promise<Data> {
    const { data, errors } = await this.next();
    if (!data) throw new Error(errors.map((error) => error.message).join('; '));
    return data;
  }

  /** Takes messages until one fits, and gives that. */
  async nextWhere(fits: (data: Data) => boolean): Promise<Data> {
    for (;;) {
      const data = await this.nextData();
      if (fits(data)) return data;
    }
  }

  /** Resolves when the stream ends: with the close event or errors, or with `null` when complete. */
  async ended(): Promise<unknown> {
    await this.until(() => this.isOver, 'the stream did not end');
    return this.failure;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.client.dispose();
  }

  private end(): void {
    this.isOver = true;
    this.wake();
  }

  private wake(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
  }

  private async until(isDone: () => boolean, complaint: string): Promise<void> {
    const late = AbortSignal.timeout(patienceMs);
    while (!isDone()) {
      await new Promise<void>((resolve, reject) => {
        this.waiting.push(resolve);
        late.addEventListener('abort', () => {
          reject(new Error(complaint));
        });
      });
    }
  }
}

/** A `WebSocket` class that sends these headers, as a browser of ours does by itself. */
export function withHeaders(headers: Readonly<Record<string, string>>) {
  return class extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers: { ...headers } });
    }
  };
}
