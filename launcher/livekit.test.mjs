import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { RoomServiceClient, WebhookReceiver } from 'livekit-server-sdk';
import { startLiveKit } from './livekit.mjs';
import { freePort } from './ports.mjs';
import { finallyDo, scratchFolder } from './testing/scratch.mjs';

/** @param {import('./livekit.mjs').LiveKit} livekit */
function roomsOf({ url, apiKey, apiSecret }) {
  return new RoomServiceClient(url.replace('ws', 'http'), apiKey, apiSecret);
}

describe('startLiveKit', () => {
  it('opens rooms for its key and reports them, signed', async (test) => {
    /** @type {(event: { event?: string }) => void} */
    let report = () => undefined;
    const reported = new Promise((resolve) => {
      report = resolve;
    });
    const port = await freePort();
    const livekit = await startLiveKit({
      webhookUrl: `http://127.0.0.1:${port}/notices`,
      runDir: scratchFolder(test),
    });
    finallyDo(test, () => livekit.stop());
    const receiver = new WebhookReceiver(livekit.apiKey, livekit.apiSecret);
    const server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      report(await receiver.receive(body, request.headers.authorization));
      response.end();
    });
    await new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(undefined)));
    finallyDo(test, () => server.close());
    await roomsOf(livekit).createRoom({ name: 'a' });
    assert.equal((await reported).event, 'room_started');
  });

  it('starts again where one was killed, beside others', async (test) => {
    const runDir = scratchFolder(test);
    const [first, other] = await Promise.all([startLiveKit({ runDir }), startLiveKit({ runDir })]);
    finallyDo(test, () => other.stop());
    await first.kill();
    const { port, apiKey, apiSecret } = first;
    const second = await startLiveKit({ runDir, port, apiKey, apiSecret });
    finallyDo(test, () => second.stop());
    assert.equal(second.url, first.url);
    assert.deepEqual(await roomsOf(second).listRooms(), []);
  });

  it('says in one line why it could not start', async (test) => {
    const folder = scratchFolder(test);
    const start = startLiveKit({ program: '/bin/false', dataDir: folder, runDir: folder });
    await assert.rejects(start, /LiveKit ended unexpectedly \(exit code 1\); its log is/);
  });

  it('keeps its secret from other users and leaves nothing behind', async (test) => {
    const folder = scratchFolder(test);
    const livekit = await startLiveKit({ runDir: folder });
    const { statSync } = await import('node:fs');
    const config = join(livekit.dataDir, 'livekit.yaml');
    assert.equal(statSync(config).mode & 0o777, 0o600);
    assert.doesNotMatch(readFileSync(config, 'utf8').replace(/^ *#.*$/gm, ''), /\$\{/);
    await livekit.stop();
    assert.equal(existsSync(livekit.dataDir), false);
  });
});
