import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import { LauncherError } from './launcher-error.mjs';

const loopback = '127.0.0.1';

/**
 * @param {number} port
 * @param {string} [host]
 * @returns {Promise<boolean>}
 */
export function isPortFree(port, host = loopback) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/**
 * The preferred port when nobody has it, else one that the system chooses.
 * @param {number} [preferred]
 * @returns {Promise<number>}
 */
export async function freePort(preferred) {
  if (preferred !== undefined && (await isPortFree(preferred))) return preferred;
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port: 0, host: loopback, exclusive: true }, () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/**
 * The first port of `size` UDP ports in a row that nobody has.
 * @param {number} size
 * @param {number} [preferred]
 * @returns {Promise<number>}
 */
export async function freeUdpRange(size, preferred) {
  const lowest = 20_000;
  const highest = 60_000 - size;
  const guess = () => lowest + Math.floor(Math.random() * (highest - lowest));
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const start = attempt === 0 && preferred !== undefined ? preferred : guess();
    const ports = Array.from({ length: size }, (_, index) => start + index);
    const free = await Promise.all(ports.map(isUdpPortFree));
    if (free.every(Boolean)) return start;
  }
  throw new LauncherError(`No ${size} free UDP ports in a row were found for the media server.`);
}

/**
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function isUdpPortFree(port) {
  return new Promise((resolve) => {
    const socket = createSocket('udp4');
    socket.once('error', () => socket.close(() => resolve(false)));
    socket.bind({ port, address: loopback, exclusive: true }, () =>
      socket.close(() => resolve(true)),
    );
  });
}
