import { Socket } from 'node:net';

/**
 * A socket to the database that gives up after so many milliseconds without a byte from it. A pool
 * closes connections that nobody uses sooner, so whoever waits that long waits for an answer; without
 * this it would be a quarter of an hour until the system itself gave up a server that is gone.
 * `mayWait`: whether an answer may take longer now.
 */
export function impatientSocket(silenceMs: number, mayWait: () => boolean = () => false): Socket {
  const socket = new Socket();
  socket.setTimeout(silenceMs, () => {
    if (mayWait()) socket.setTimeout(silenceMs);
    else socket.destroy(new Error('Connection terminated: the database does not answer'));
  });
  return socket;
}
