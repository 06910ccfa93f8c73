import type { Server } from 'graphql-ws';
import type { RawData, WebSocket } from 'ws';
import type { RareLog } from '../rare-log.ts';

export interface WireLimits {
  /** Both ways; a socket that has not answered by the next ping is closed. */
  readonly pingMs: number;
  /** So many messages a socket may send within ten seconds. */
  readonly mostMessages: number;
  /** So much may wait for a reader who does not keep up, before the next message. */
  readonly mostWaitingBytes: number;
}

const windowMs = 10_000;

const closing = {
  fault: [4500, 'Internal server error'],
  tooMany: [4429, 'Too many messages'],
} as const;

/** Ties a socket to GraphQL: what it says goes in, what it hears goes out, and neither without end. */
export function wire<Extra>(
  server: Server<Extra>,
  socket: WebSocket,
  extra: Extra,
  { limits, log }: { readonly limits: WireLimits; readonly log: RareLog },
): void {
  // The library closes a socket that breaks the protocol, with the code that says why.
  socket.on('error', () => undefined);
  const pinging = pingWhileOpen(socket, limits.pingMs);
  const messages = countMessages(limits.mostMessages);
  const closed = server.opened(
    {
      protocol: socket.protocol,
      send: (data) => send(socket, data, limits.mostWaitingBytes),
      close: (code, reason) => {
        socket.close(code, reason);
      },
      onMessage: (take) => {
        socket.on('message', (data: RawData) => {
          if (socket.readyState !== socket.OPEN) return;
          if (!messages.isOneMoreFine()) {
            socket.close(...closing.tooMany);
            return;
          }
          // With its usual type of binary data, a message comes as one buffer.
          take((data as Buffer).toString()).catch((error: unknown) => {
            log.warn(error, 'a message of a socket could not be handled');
            socket.close(...closing.fault);
          });
        });
      },
    },
    extra,
  );
  socket.once('close', (code, reason) => {
    clearInterval(pinging);
    messages.end();
    closed(code, reason.toString()).catch((error: unknown) => {
      log.warn(error, 'a socket could not be left in order');
    });
  });
}

/** Resolves when the data are on their way, so that a stream waits for its reader. */
async function send(socket: WebSocket, data: string, mostWaitingBytes: number): Promise<void> {
  if (socket.readyState !== socket.OPEN) return;
  if (socket.bufferedAmount > mostWaitingBytes) {
    // Closing in order would wait behind all that is not read.
    socket.terminate();
    return;
  }
  await new Promise<void>((resolve) => {
    // What cannot be sent is followed by the end of the socket.
    socket.send(data, () => {
      resolve();
    });
  });
}

function pingWhileOpen(socket: WebSocket, pingMs: number): NodeJS.Timeout {
  let isAlive = true;
  socket.on('pong', () => {
    isAlive = true;
  });
  return setInterval(() => {
    if (!isAlive) {
      socket.terminate();
      return;
    }
    isAlive = false;
    if (socket.readyState === socket.OPEN) socket.ping();
  }, pingMs);
}

/** Counts in windows, each of which begins with a message, so that a silent socket costs nothing. */
function countMessages(most: number) {
  let count = 0;
  let window: NodeJS.Timeout | null = null;
  return {
    isOneMoreFine(): boolean {
      window ??= setTimeout(() => {
        window = null;
        count = 0;
      }, windowMs);
      count += 1;
      return count <= most;
    },
    end(): void {
      if (window) clearTimeout(window);
    },
  };
}
