import { type Server, createServer } from 'node:http';
import type { Express } from 'express';

/** Another program has the port. */
export class PortInUse extends Error {
  override readonly name = 'PortInUse';

  constructor(port: number, host: string) {
    super(`Port ${String(port)} on ${host} is in use. Stop the other program or set another one.`);
  }
}

const lastAnswersMs = 5000;

/** The HTTP server and its orderly end: what is being answered is finished, nothing new begins. */
export class WebServer implements AsyncDisposable {
  readonly server: Server;

  constructor(app: Express) {
    this.server = createServer(app);
    this.server.keepAliveTimeout = 65_000;
  }

  async listen(port: number, host: string): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortInUse(port, host) : error);
    });
    this.server.listen(port, host, resolve);
    await promise;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.server.listening) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.server.close(() => {
      resolve();
    });
    this.server.closeIdleConnections();
    const timer = setTimeout(() => {
      this.server.closeAllConnections();
    }, lastAnswersMs);
    await promise;
    clearTimeout(timer);
  }
}
