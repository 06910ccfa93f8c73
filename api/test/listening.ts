import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Has a server listen at a free port of this machine alone. */
export async function listening(
  server: Server,
): Promise<{ readonly port: number; readonly stop: () => Promise<void> }> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
