import { Service, computed, inject, signal } from '@angular/core';
import { type Client, createClient } from 'graphql-ws';
import { Subject } from 'rxjs';
import { attemptWaitMs } from './domain/connection-policy';
import { randomShare } from './ids';
import { PageLife } from './page-life';

const pingMs = 10_000;
const pongMs = 5000;
const helloMs = 5000;
const forbiddenCode = 4403;

/** The one WebSocket of this page and how it is: a socket that stops answering is closed at once. */
@Service()
export class SocketHealth {
  private readonly document = inject(PageLife);
  private readonly lost = signal(0);
  private readonly open = signal(false);
  private readonly connections = new Subject<void>();
  private readonly refusals = new Subject<void>();
  private readonly impatience = new Subject<void>();
  private readonly turns = new Subject<void>();
  private client: Client | null = null;
  private overdue: ReturnType<typeof setTimeout> | undefined;
  private next: ReturnType<typeof setTimeout> | undefined;

  readonly isConnected = this.open.asReadonly();
  /** Attempts since the last working connection; 0 while all is well. */
  readonly failedAttempts = this.lost.asReadonly();
  readonly isDown = computed(() => this.lost() > 0);
  readonly connected = this.connections.asObservable();
  /** It is time for the next attempt, which all who wait make together: three tries are three, however many wait. */
  readonly attempts = this.turns.asObservable();
  /** The person does not want to wait for the next attempt. */
  readonly retries = this.impatience.asObservable();
  /** The server does not know who we are (any more). */
  readonly refused = this.refusals.asObservable();

  /** The client of `url`. It never retries by itself, because it would repeat old cursors. */
  createClient(url: string): Client {
    const client = createClient({
      url,
      retryAttempts: 0,
      keepAlive: pingMs,
      connectionAckWaitTimeout: helloMs,
      lazyCloseTimeout: 3000,
      on: {
        connected: () => {
          this.welcome();
        },
        ping: (isReceived) => {
          if (!isReceived) this.expectPong(client);
        },
        pong: (isReceived) => {
          if (isReceived) clearTimeout(this.overdue);
        },
        closed: (event) => {
          this.part(event);
        },
      },
    });
    this.client = client;
    this.document.losesNetwork.subscribe(() => {
      client.terminate();
    });
    return client;
  }

  /** Lets what waits for a connection try at once. */
  retryNow(): void {
    this.impatience.next();
  }

  /** Somebody else uses the page from now on; the socket knows its person from when it was opened. */
  hangUp(): void {
    this.client?.terminate();
    clearTimeout(this.next);
    this.lost.set(0);
  }

  private welcome(): void {
    clearTimeout(this.next);
    this.open.set(true);
    this.lost.set(0);
    this.connections.next();
  }

  private expectPong(client: Client): void {
    clearTimeout(this.overdue);
    this.overdue = setTimeout(() => {
      client.terminate();
    }, pongMs);
  }

  private part(event: unknown): void {
    clearTimeout(this.overdue);
    this.open.set(false);
    const code = codeOf(event);
    if (code === forbiddenCode) this.refusals.next();
    // 1000 is our own goodbye: nobody listens any more.
    if (code !== 1000) this.lose();
  }

  private lose(): void {
    this.lost.update((count) => count + 1);
    clearTimeout(this.next);
    this.next = setTimeout(
      () => {
        this.turns.next();
      },
      attemptWaitMs('socket', this.lost(), randomShare()),
    );
  }
}

function codeOf(event: unknown): number | null {
  const isClose = typeof event === 'object' && event !== null && 'code' in event;
  return isClose && typeof event.code === 'number' ? event.code : null;
}
