import { createECDH, randomBytes } from 'node:crypto';
import pino from 'pino';
import webPush from 'web-push';
import type { PushAnswer } from '../domain/delivery-policy.ts';
import type { PushRequest } from './push-post.ts';
import { PushSender } from './push-sender.ts';

const browser = createECDH('prime256v1');
const target = {
  id: 'device-1',
  endpoint: 'https://push.example/1',
  p256dh: browser.generateKeys('base64url'),
  auth: randomBytes(16).toString('base64url'),
};
const message = { title: 'Closures', body: 'Now', path: '/', tag: 'one', ttlSeconds: 60 };
const rules = { maxAttempts: 3, firstWaitMs: 60_000, longestWaitMs: 60_000 };

/** A push service that answers when the test says so, or not at all. */
class SlowPost {
  readonly asked: PromiseWithResolvers<PushAnswer>[] = [];

  send(_request: PushRequest, ending: AbortSignal): Promise<PushAnswer> {
    const answer = Promise.withResolvers<PushAnswer>();
    ending.addEventListener('abort', () => {
      answer.reject(new Error('given up'));
    });
    this.asked.push(answer);
    return answer.promise;
  }
}

function senderTo(post: SlowPost): PushSender {
  const pair = webPush.generateVAPIDKeys();
  return new PushSender({
    keys: { pair: () => Promise.resolve(pair) },
    post,
    subject: 'mailto:a@example.com',
    logger: pino({ level: 'silent' }),
    rules,
  });
}

describe('PushSender at the end of the program', () => {
  beforeEach(() => {
    jasmine.clock().install();
  });

  afterEach(() => {
    jasmine.clock().uninstall();
  });

  async function asked(post: SlowPost): Promise<void> {
    while (post.asked.length === 0) await Promise.resolve();
  }

  it('PRE-3 waits three seconds for an answer that is on its way, and no longer', async () => {
    const post = new SlowPost();
    const sender = senderTo(post);
    const [late, inTime] = [sender.send(target, message), sender.send(target, message)];
    await asked(post);
    sender.giveUp();
    jasmine.clock().tick(2999);
    post.asked[1]?.resolve({ status: 201, retryAfterMs: null });
    expect(await inTime).toBe('delivered');
    jasmine.clock().tick(1);
    expect(await late).toBe('failed');
  });

  it('PRE-3 waits for no further attempt, and begins none', async () => {
    const post = new SlowPost();
    const sender = senderTo(post);
    const sending = sender.send(target, message);
    await asked(post);
    post.asked[0]?.resolve({ status: 503, retryAfterMs: null });
    sender.giveUp();
    expect(await sending).toBe('failed');
    expect(await sender.send(target, message)).toBe('failed');
    expect(post.asked).toHaveSize(1);
  });
});
