import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import type { LiveKit } from '../../launcher/livekit.mjs';
import { LiveKitServer } from '../src/media/livekit/livekit-server.ts';
import { systemClock } from '../src/platform/clock.ts';
import type { RecorderReport } from '../src/recording/recorder.ts';
import { EgressStandIn, hasGo } from './egress-stand-in.ts';
import { freePort } from './test-api.ts';
import { startLiveKit } from './test-livekit.ts';
import { hasRedis, TestRedis } from './test-redis.ts';

export const keys = {
  apiKey: 'a-key-of-the-test',
  apiSecret: 'a-secret-of-the-test-of-32-characters-or-more',
};

/** LiveKit as the api knows it. */
export function serverAt(url: string): LiveKitServer {
  return new LiveKitServer({ url, publicUrl: url, ...keys, timeoutMs: 3000 }, systemClock);
}

/** Where LiveKit posts what happens, read as the api reads it. */
class Ear implements AsyncDisposable {
  /** What was told, in order. */
  readonly reports: RecorderReport[] = [];
  /** Where it is told as well. */
  readonly others: string[] = [];
  private readonly waiting: { is: (report: RecorderReport) => boolean; give: () => void }[] = [];

  private constructor(
    private readonly web: Server,
    readonly url: string,
  ) {}

  static async open(): Promise<Ear> {
    const port = await freePort();
    const reader = serverAt('ws://127.0.0.1:1');
    const web = createServer((request, response) => {
      void (async () => {
        const signature = request.headers.authorization ?? '';
        const body = await text(request);
        const notice = await reader.readNotice(body, signature, Date.now());
        const headers = { authorization: signature };
        for (const url of ear.others) await fetch(url, { method: 'POST', headers, body });
        response.end();
        if (notice?.kind === 'RECORDER_TOLD') ear.take(notice.report);
      })();
    });
    const ear = new Ear(web, `http://127.0.0.1:${String(port)}/`);
    web.listen(port, '127.0.0.1');
    await once(web, 'listening');
    return ear;
  }

  /** All that is told of a work until it is in this state. */
  async until(name: string, state: RecorderReport['state']): Promise<readonly RecorderReport[]> {
    const is = (report: RecorderReport) => report.name === name && report.state === state;
    if (!this.reports.some(is)) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.waiting.push({ is, give: resolve });
      await promise;
    }
    return this.reports.filter((report) => report.name === name);
  }

  private take(report: RecorderReport): void {
    this.reports.push(report);
    for (const { is, give } of this.waiting) if (is(report)) give();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.web.close();
    this.web.closeAllConnections();
    await Promise.resolve();
  }
}

/** A real LiveKit with the stand-in for Egress behind it, and who hears what LiveKit tells. */
export class EgressScene implements AsyncDisposable {
  readonly livekit: LiveKit;
  readonly egress: EgressStandIn;
  readonly ear: Ear;
  private readonly redis: TestRedis;

  private constructor(
    machines: Pick<EgressScene, 'livekit' | 'egress' | 'ear'> & { readonly redis: TestRedis },
    private readonly parts: AsyncDisposableStack,
  ) {
    ({ livekit: this.livekit, egress: this.egress, ear: this.ear, redis: this.redis } = machines);
  }

  /** `null` where this machine cannot. */
  static async open(): Promise<EgressScene | null> {
    if (!hasRedis || !hasGo) return null;
    await using parts = new AsyncDisposableStack();
    const redis = parts.use(await TestRedis.start());
    const address = `127.0.0.1:${String(redis.port)}`;
    const ear = parts.use(await Ear.open());
    const livekit = await startLiveKit({ ...keys, redis: address, webhookUrl: ear.url });
    parts.defer(async () => {
      await livekit.stop();
    });
    const egress = parts.use(await EgressStandIn.start(address));
    return new EgressScene({ livekit, egress, ear, redis }, parts.move());
  }

  /** LiveKit knows of no work any more; whoever works goes on. */
  async loseWorks(): Promise<void> {
    await this.redis.forget('egress');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.parts.disposeAsync();
  }
}
