import { verifiedVapid } from './fake-push-host.ts';
import { listing, PushScene, type Saved, saving, starting } from './push-scene.ts';
import { TestApi } from './test-api.ts';
import { TestClock } from './test-clock.ts';
import { freshDatabase } from './test-database.ts';

const removing = `mutation ($input: RemovePushSubscriptionInput!) {
  removePushSubscription(input: $input) }`;
const testing = 'mutation { sendTestPush { sent failed } }';

const nobody = { delivered: 0, gone: 0, failed: 0 };

describe('push', () => {
  it('PRE-3 brings a message that only the browser can read, signed by our key', async () => {
    await using scene = await PushScene.set({
      settings: { PUSH_SUBJECT: 'mailto:ops@example.com' },
    });
    const browser = await scene.browser();
    expect(await scene.send()).toEqual({ delivered: 1, gone: 0, failed: 0 });
    const { title, body, path, tag, isUrgent } = starting;
    expect(browser.read()).toEqual([{ title, body, path, tag, isUrgent }]);
    const [{ headers }] = browser.received as [(typeof browser.received)[0]];
    expect(headers).toEqual(
      jasmine.objectContaining({ ttl: '120', urgency: 'high', 'content-encoding': 'aes128gcm' }),
    );
    expect(headers['topic']).toMatch(/^[\w-]{32}$/);
    const { key, claims } = verifiedVapid(headers['authorization']);
    const { pushKey } = await scene.api.ask<{ pushKey: string }>('{ pushKey }', {}, scene.cookie);
    expect(key).toBe(pushKey);
    expect(claims['aud']).toBe(scene.service.origin);
    expect(claims['sub']).toBe('mailto:ops@example.com');
    const hoursLeft = (Number(claims['exp']) - Date.now() / 1000) / 3600;
    expect(hoursLeft).toBeGreaterThan(1);
    expect(hoursLeft).toBeLessThan(24);
  });

  it('PRE-3 tells every device, and nobody else', async () => {
    await using scene = await PushScene.set();
    const browsers = [await scene.browser(), await scene.browser()];
    const other = scene.service.browser();
    const stranger = await scene.api.addPerson(['LEARNER']);
    await scene.save(other, '', await scene.api.signInAs(stranger.id));
    expect((await scene.send()).delivered).toBe(2);
    expect(browsers.map(({ received }) => received.length)).toEqual([1, 1]);
    expect(other.received).toEqual([]);
    const loner = await scene.api.addPerson(['LEARNER']);
    expect(await scene.api.app.push.send(loner.id, starting)).toEqual(nobody);
  });

  for (const status of [404, 410]) {
    it(`PRE-3 forgets a browser that its push service reports gone (${String(status)})`, async () => {
      await using scene = await PushScene.set();
      await scene.browser({ status });
      const left = await scene.browser();
      expect(await scene.send()).toEqual({ delivered: 1, gone: 1, failed: 0 });
      expect(await scene.send()).toEqual({ delivered: 1, gone: 0, failed: 0 });
      expect(left.received.length).toBe(2);
      expect((await scene.devices()).length).toBe(1);
    });
  }

  for (const reply of [
    { status: 429, headers: { 'retry-after': '0' } },
    { status: 500 },
    { status: 503 },
    'NEVER',
  ] as const) {
    const name = reply === 'NEVER' ? 'no answer' : String(reply.status);
    it(`PRE-3 tries again after ${name}`, async () => {
      await using scene = await PushScene.set();
      const browser = await scene.browser(reply, { status: 201 });
      expect(await scene.send()).toEqual({ delivered: 1, gone: 0, failed: 0 });
      expect(browser.received.length).toBe(2);
      expect(browser.read()[1]).toEqual(browser.read()[0]);
    });
  }

  it('PRE-3 waits as long as a push service asks', async () => {
    await using scene = await PushScene.set();
    const browser = await scene.browser(
      { status: 429, headers: { 'retry-after': '1' } },
      { status: 201 },
    );
    const before = performance.now();
    expect((await scene.send()).delivered).toBe(1);
    expect(performance.now() - before).toBeGreaterThan(990);
    expect(browser.received.length).toBe(2);
  });

  it('PRE-3 gives up on a push service that stays away, without holding up the others', async () => {
    await using scene = await PushScene.set();
    const silent = await scene.browser('NEVER');
    const refusing = await scene.browser({ status: 429, headers: { 'retry-after': '3600' } });
    await scene.browser();
    expect(await scene.send()).toEqual({ delivered: 1, gone: 0, failed: 2 });
    expect([silent.received.length, refusing.received.length]).toEqual([3, 1]);
    expect((await scene.devices()).length).toBe(3);
    expect(scene.api.app.push.counts()).toEqual({ delivered: 1, gone: 0, refused: 0, failed: 2 });
  });

  for (const status of [400, 401, 403, 413, 301]) {
    it(`PRE-3 logs and counts a refusal (${String(status)}), once, and keeps the device`, async () => {
      await using scene = await PushScene.set();
      const browser = await scene.browser({ status, headers: { location: scene.service.origin } });
      expect(await scene.send()).toEqual({ delivered: 0, gone: 0, failed: 1 });
      expect(browser.received.length).toBe(1);
      expect(scene.api.app.push.counts().refused).toBe(1);
      const line = scene.api.log.find((text) => text.includes('refuses our messages'));
      expect(line).toContain(`"status":${String(status)}`);
      expect(line).not.toContain(browser.endpoint);
      expect((await scene.devices()).length).toBe(1);
    });
  }

  it('PRE-3 keeps a browser once, renews it, and lets it go over to who signs in there', async () => {
    const clock = new TestClock(Date.now());
    await using scene = await PushScene.set({ clock });
    const browser = scene.service.browser();
    const first = await scene.save(browser, 'Chrome on Linux');
    clock.advance(1000);
    expect(await scene.save(browser, 'Chrome 2 on Linux')).toEqual({
      ...first,
      name: 'Chrome 2 on Linux',
      renewedAt: new Date(clock.now()).toISOString(),
    } as typeof first);
    const stranger = await scene.api.addPerson(['LEARNER']);
    const cookie = await scene.api.signInAs(stranger.id);
    await scene.save(browser, '', cookie);
    expect(await scene.devices()).toEqual([]);
    expect((await scene.devices(cookie)).length).toBe(1);
    expect(await scene.send()).toEqual(nobody);
  });

  it('PRE-3 lets a new subscription of a browser take the place of its old one', async () => {
    await using scene = await PushScene.set();
    const [old, stays] = [await scene.browser(), await scene.browser()];
    const input = { ...scene.service.browser().subscription, replaces: old.endpoint };
    await scene.api.ask(saving, { input }, scene.cookie);
    expect((await scene.send()).delivered).toBe(2);
    expect([old.received.length, stays.received.length]).toEqual([0, 1]);
  });

  it('PRE-3 keeps ten devices of a person, those that were seen last', async () => {
    const clock = new TestClock(Date.now());
    await using scene = await PushScene.set({ clock });
    for (let number = 1; number <= 12; number += 1) {
      clock.advance(1000);
      await scene.save(scene.service.browser(), `Browser ${String(number)}`);
    }
    const names = (await scene.devices()).map(({ name }) => name);
    expect(names).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3].map((n) => `Browser ${String(n)}`));
  });

  it('PRE-3 ends on a device of one’s own, by its endpoint or its id, and on no other', async () => {
    await using scene = await PushScene.set();
    const [one, two] = [await scene.browser(), await scene.browser()];
    const stranger = await scene.api.signInAs((await scene.api.addPerson(['LEARNER'])).id);
    const remove = async (input: object, cookie = scene.cookie) =>
      (await scene.api.ask(removing, { input }, cookie))['removePushSubscription'];
    expect(await remove({ endpoint: one.endpoint }, stranger)).toBeFalse();
    expect(await remove({ endpoint: one.endpoint })).toBeTrue();
    expect(await remove({ endpoint: one.endpoint })).toBeFalse();
    const [left] = await scene.devices();
    expect(await remove({ id: left?.id })).toBeTrue();
    expect(await scene.send()).toEqual(nobody);
    expect(two.received).toEqual([]);
    const { errors } = await scene.api.http(removing, { input: {} }, scene.cookie);
    expect(errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });

  it('PRE-3 sends a test when asked, and not faster than once in five seconds', async () => {
    const clock = new TestClock(Date.now());
    await using scene = await PushScene.set({ clock });
    const browser = await scene.browser();
    await scene.browser({ status: 500 });
    const test = () => scene.api.http(testing, {}, scene.cookie);
    expect((await test()).data).toEqual({ sendTestPush: { sent: 1, failed: 1 } });
    expect(browser.read()).toEqual([jasmine.objectContaining({ title: 'Notifications work' })]);
    expect((await test()).errors[0]?.extensions['code']).toBe('TOO_MANY_REQUESTS');
    clock.advance(5000);
    expect((await test()).errors).toEqual([]);
  });

  for (const [what, change] of [
    ['an address that is not https', { endpoint: 'http://push.example.com/a' }],
    ['an address of this machine', { endpoint: 'https://127.0.0.1/a' }],
    ['a key off the curve', { p256dh: `BN${'a'.repeat(85)}` }],
    ['a secret of another length', { auth: 'abc' }],
  ] as const) {
    it(`PRE-3 refuses ${what}`, async () => {
      await using scene = await PushScene.set({ settings: { PUSH_ALLOW_LOCAL: 'false' } });
      const { subscription } = scene.service.browser();
      const endpoint = 'https://push.example.com/a';
      const input = { ...subscription, endpoint, ...change };
      const { savePushSubscription } = await scene.api.ask<Saved>(saving, { input }, scene.cookie);
      expect(savePushSubscription.__typename).toBe('InvalidPushSubscription');
      const good = { ...subscription, endpoint };
      const answer = await scene.api.ask<Saved>(saving, { input: good }, scene.cookie);
      expect(answer.savePushSubscription.__typename).toBe('PushDevice');
    });
  }

  it('PRE-3 calls nothing on this machine, even where it was once allowed', async () => {
    const databaseUrl = await freshDatabase();
    await using before = await PushScene.set({ databaseUrl });
    const browser = await before.browser();
    await using after = await TestApi.start({ databaseUrl });
    const result = await after.app.push.send(before.person.id, starting);
    expect(result).toEqual({ delivered: 0, gone: 0, failed: 1 });
    expect(browser.received).toEqual([]);
  });

  it('PRE-3 makes one key pair, also where replicas start together, and never tells it', async () => {
    const databaseUrl = await freshDatabase();
    const apis = await Promise.all([1, 2, 3].map(() => TestApi.start({ databaseUrl })));
    try {
      const [first] = apis;
      if (!first) throw new Error('nothing has started');
      const cookie = await first.signInAs((await first.addPerson(['LEARNER'])).id);
      const keys = await Promise.all(apis.map((api) => api.ask('{ pushKey }', {}, cookie)));
      expect(new Set(keys.map((key) => key['pushKey'])).size).toBe(1);
      const [row] = await first.app.database
        .fork()
        .execute<{ private_key: string }[]>('select private_key from push_key');
      const said = apis.flatMap(({ log }) => log).join('\n');
      expect(row?.private_key).toMatch(/^[\w-]{43}$/);
      expect(said).not.toContain(row?.private_key ?? '');
    } finally {
      await Promise.all(apis.map((api) => api[Symbol.asyncDispose]()));
    }
  });

  it('PRE-3 is for who is signed in', async () => {
    await using scene = await PushScene.set();
    const input = { ...scene.service.browser().subscription };
    for (const [query, variables] of [
      ['{ pushKey }', {}],
      [listing, {}],
      [testing, {}],
      [saving, { input }],
      [removing, { input: { endpoint: input.endpoint } }],
    ] as const) {
      const { errors } = await scene.api.http(query, variables);
      expect(errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    }
  });

  it('PRE-3 ends at once with the program, whatever a push service still owes', async () => {
    const scene = await PushScene.set({ overrides: { pushTiming: { timeoutMs: 60_000 } } });
    await scene.browser('NEVER');
    const sending = scene.send();
    await scene[Symbol.asyncDispose]();
    expect(await sending).toEqual({ delivered: 0, gone: 0, failed: 1 });
  });
});
