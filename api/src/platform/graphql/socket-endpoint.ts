import type { Server as HttpServer, IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ExecutionArgs, GraphQLError, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import {
  type Context,
  handleProtocols,
  makeServer,
  type Server,
  type SubscribePayload,
} from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { systemClock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import { RareLog } from '../rare-log.ts';
import { Doorstep } from './doorstep.ts';
import { tooMany } from './errors.ts';
import { KnownDocuments } from './known-documents.ts';
import { maskError } from './mask-error.ts';
import type { MutationLimit } from './mutation-limit.ts';
import { PersonSockets } from './person-sockets.ts';
import { wire } from './socket-wire.ts';

export interface SocketEndpointOptions<Person> {
  readonly schema: GraphQLSchema;
  readonly server: HttpServer;
  readonly path: string;
  /** The one origin from which a browser may open a socket; programs send none. */
  readonly origin: string;
  readonly logger: Logger;
  /** Who opens the socket, by the cookie of its request; `null` is refused with 4403. */
  readonly personOf: (request: IncomingMessage) => Promise<Person | null>;
  /** Names a person for counting their sockets. */
  readonly keyOf: (person: Person) => string;
  /** A word whenever the person with this key may not be signed in any more. */
  readonly endingsOf: (key: string, signal: AbortSignal) => AsyncIterable<unknown>;
  readonly contextOf: (person: Person) => object;
  readonly mutationLimit: MutationLimit;
  /** The address that a request comes from. */
  readonly addressOf: (request: IncomingMessage) => string;
  /** So many sockets of one address may be open that have not said yet who they are. */
  readonly mostUnknown: number;
  readonly timing: Partial<SocketTiming>;
}

export interface SocketTiming {
  /** A socket has to say hello within this time. */
  readonly helloMs: number;
  /** Both ways; a socket that has not answered by the next ping is closed. */
  readonly pingMs: number;
  /** How often it is looked up whether the person is still signed in. */
  readonly recheckMs: number;
}

const usualTiming: SocketTiming = { helloMs: 5000, pingMs: 10_000, recheckMs: 60_000 };
const maxMessageBytes = 256 * 1024;
const maxSocketsOfPerson = 30;
const maxOperationsOfSocket = 50;
/** Far more than a page says in ten seconds, and no work for the server. */
const mostMessages = 600;
/** More than the largest whiteboard and all the streams of a page, for a reader on a slow line. */
const mostWaitingBytes = 8 * 1024 * 1024;
/** Whoever knocks at a full doorstep may come again when the first there have had to say hello. */
const comeBackSeconds = 5;

const closing = {
  forbidden: [4403, 'Forbidden'],
  tooMany: [4429, 'Too many sockets'],
  restart: [1012, 'Service restart'],
} as const;

interface Guest<Person> {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  /** To be called when it is known who it is, or they are gone. */
  readonly leaveDoorstep: () => void;
  person?: Person;
  recheck?: NodeJS.Timeout;
}

type SocketContext<Person> = Context<Record<string, unknown> | undefined, Guest<Person>>;

/** GraphQL over WebSocket with the same limits and the same masking as over HTTP. */
export class SocketEndpoint<Person> implements AsyncDisposable {
  private readonly sockets = new PersonSockets((key, signal) => this.watch(key, signal));
  private readonly webSockets: WebSocketServer;
  private readonly timing: SocketTiming;
  private readonly documents: KnownDocuments;
  private readonly doorstep: Doorstep;
  private readonly log: RareLog;
  private readonly graphql: Server<Guest<Person>>;

  constructor(private readonly options: SocketEndpointOptions<Person>) {
    this.timing = { ...usualTiming, ...options.timing };
    this.documents = new KnownDocuments(options.schema);
    this.doorstep = new Doorstep(options.mostUnknown);
    this.log = new RareLog(options.logger, systemClock);
    this.graphql = this.graphqlServer();
    this.webSockets = new WebSocketServer({
      noServer: true,
      maxPayload: maxMessageBytes,
      handleProtocols,
    });
    options.server.on('upgrade', this.upgrade);
  }

  get size(): number {
    return this.webSockets.clients.size;
  }

  /** Closes every socket with the word that it is worth coming back soon. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.options.server.off('upgrade', this.upgrade);
    for (const socket of this.webSockets.clients) socket.close(...closing.restart);
    const { promise: closed, resolve } = Promise.withResolvers<void>();
    this.webSockets.close(() => {
      resolve();
    });
    const timer = setTimeout(() => {
      for (const socket of this.webSockets.clients) socket.terminate();
      resolve();
    }, 2000);
    await closed;
    clearTimeout(timer);
  }

  private graphqlServer(): Server<Guest<Person>> {
    return makeServer<Record<string, unknown> | undefined, Guest<Person>>({
      connectionInitWaitTimeout: this.timing.helloMs,
      onConnect: (context) => this.connect(context),
      onSubscribe: (context, _id, payload) => this.prepare(context, payload),
      onClose: (context) => {
        this.forget(context);
      },
      onNext: (...[, , , , { errors, data = null }]) =>
        errors ? { data, errors: this.mask(errors) } : undefined,
      onError: (_context, _id, _payload, errors) => this.mask(errors),
    });
  }

  private readonly upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    // Node listens to an upgrading socket no longer; whoever hangs up must not end the program.
    socket.on('error', () => socket.destroy());
    // Whatever stands in the request line: an address need not be one that can be parsed.
    const [path] = (request.url ?? '').split('?', 1);
    const { origin } = request.headers;
    if (path !== this.options.path) {
      refuse(socket, '404 Not Found');
    } else if (origin !== undefined && origin !== this.options.origin) {
      this.options.logger.warn({ origin }, 'socket of a foreign origin refused');
      refuse(socket, '403 Forbidden');
    } else {
      this.letIn(request, socket, head);
    }
  };

  private letIn(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const leaveDoorstep = this.doorstep.enter(this.options.addressOf(request));
    if (!leaveDoorstep) {
      refuse(socket, '429 Too Many Requests', [`Retry-After: ${String(comeBackSeconds)}`]);
      return;
    }
    socket.once('close', leaveDoorstep);
    this.webSockets.handleUpgrade(request, socket, head, (webSocket) => {
      const { pingMs } = this.timing;
      const limits = { pingMs, mostMessages, mostWaitingBytes };
      const guest = { socket: webSocket, request, leaveDoorstep };
      wire(this.graphql, webSocket, guest, { limits, log: this.log });
    });
  }

  private async connect(context: SocketContext<Person>): Promise<boolean> {
    const { socket, request } = context.extra;
    const person = await this.options.personOf(request);
    if (person === null) return false;
    context.extra.leaveDoorstep();
    const key = this.options.keyOf(person);
    if (this.sockets.count(key) >= maxSocketsOfPerson) {
      socket.close(...closing.tooMany);
      return true;
    }
    this.sockets.add(key, socket);
    context.extra.person = person;
    context.extra.recheck = this.recheckWhileOpen(socket, request);
    // It may have gone while we looked up who it is.
    if (socket.readyState !== socket.OPEN) this.forget(context);
    return true;
  }

  /** Lets the sockets of a person open anew, and with it be asked again who it is. */
  private async watch(key: string, signal: AbortSignal): Promise<void> {
    for await (const _ending of this.options.endingsOf(key, signal)) {
      for (const socket of this.sockets.of(key)) socket.close(...closing.restart);
    }
  }

  /** A socket outlives its cookie: whoever signs out elsewhere must not go on listening. */
  private recheckWhileOpen(socket: WebSocket, request: IncomingMessage): NodeJS.Timeout {
    return setInterval(() => {
      this.options.personOf(request).then(
        (person) => {
          if (person === null) socket.close(...closing.forbidden);
        },
        (error: unknown) => {
          this.options.logger.warn({ err: error }, 'a socket could not be checked again');
        },
      );
    }, this.timing.recheckMs);
  }

  private forget(context: SocketContext<Person>): void {
    const { person, recheck, socket } = context.extra;
    clearInterval(recheck);
    if (person === undefined) return;
    this.sockets.delete(this.options.keyOf(person), socket);
  }

  private async prepare(
    context: SocketContext<Person>,
    payload: SubscribePayload,
  ): Promise<ExecutionArgs | readonly GraphQLError[]> {
    const { person } = context.extra;
    if (person === undefined) throw new Error('a socket was acknowledged without a person');
    if (Object.keys(context.subscriptions).length > maxOperationsOfSocket) {
      return [tooMany(comeBackSeconds * 1000)];
    }
    const { schema } = this.options;
    const { operationName, variables } = payload;
    const document = this.documents.read({ query: payload.query, operationName, variables });
    if (!('kind' in document)) return document;
    const key = this.options.keyOf(person);
    const refusal = await this.options.mutationLimit.refuse(key, document, operationName);
    if (refusal) return [refusal];
    return {
      schema,
      document,
      operationName,
      variableValues: variables,
      contextValue: this.options.contextOf(person),
    };
  }

  private mask(errors: readonly GraphQLError[]): GraphQLFormattedError[] {
    return errors.map((error) => maskError(error, { logger: this.options.logger }));
  }
}

function refuse(socket: Duplex, status: string, headers: readonly string[] = []): void {
  const lines = [`HTTP/1.1 ${status}`, 'Connection: close', 'Content-Length: 0', ...headers];
  // Whoever does not hang up by themselves would keep us waiting for it.
  socket.end(`${lines.join('\r\n')}\r\n\r\n`, () => socket.destroy());
}
