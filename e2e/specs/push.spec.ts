import { type CDPSession, expect } from '@playwright/test';
import { endSession, meet, planSession, test } from '../support/fixtures.ts';
import { expectGoodPage } from '../support/page-check.ts';
import type { Person } from '../support/person.ts';
import { PushEndpoint } from '../support/push-endpoint.ts';

const starting = {
  title: 'Your session is starting! Please join now.',
  body: 'Systems of equations with Maya Lindqvist',
  tag: 'session-start',
  isUrgent: true,
};

/** The service worker of a page, reached as the browser's own tools reach it. */
class Worker {
  private readonly person: Person;
  private readonly tools: CDPSession;
  private readonly registrationId: string;

  private constructor(person: Person, tools: CDPSession, registrationId: string) {
    this.person = person;
    this.tools = tools;
    this.registrationId = registrationId;
  }

  static async of(person: Person): Promise<Worker> {
    await person.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    const tools = await person.context.newCDPSession(person.page);
    const { promise, resolve } = Promise.withResolvers<string>();
    tools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [found] = registrations.filter(({ isDeleted }) => !isDeleted);
      if (found) resolve(found.registrationId);
    });
    await tools.send('ServiceWorker.enable');
    return new Worker(person, tools, await promise);
  }

  /** Hands a message to the worker as the browser does when its push service has one. */
  async deliver(message: unknown): Promise<void> {
    await this.tools.send('ServiceWorker.deliverPushMessage', {
      origin: new URL(this.person.page.url()).origin,
      registrationId: this.registrationId,
      data: JSON.stringify(message),
    });
  }

  /** What the system shows now. */
  shown(): Promise<readonly { title: string; body: string; tag: string; path: unknown }[]> {
    return this.person.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      const notifications = await registration.getNotifications();
      return notifications.map(({ title, body, tag, requireInteraction, data }) => ({
        ...{ title, body, tag, requireInteraction },
        path: (data as { path: unknown }).path,
      }));
    });
  }

  /**
   * Taps the notification. The tools cannot press one, so the event is made in the worker; what
   * the browser allows to a real tap alone, bringing a page to the front, is taken as given.
   */
  async tap(): Promise<void> {
    const [worker] = this.person.context.serviceWorkers();
    if (!worker) throw new Error('there is no service worker');
    await worker.evaluate(async () => {
      const scope = self as unknown as ServiceWorkerScope;
      scope.WindowClient.prototype.focus = function focus() {
        return Promise.resolve(this);
      };
      const [notification] = await scope.registration.getNotifications();
      scope.ExtendableEvent.prototype.waitUntil = () => undefined;
      scope.dispatchEvent(new scope.NotificationEvent('notificationclick', { notification }));
    });
  }
}

/** What the test touches in the scope of the worker. */
interface ServiceWorkerScope extends EventTarget {
  readonly registration: ServiceWorkerRegistration;
  readonly WindowClient: { prototype: { focus(): Promise<unknown> } };
  readonly ExtendableEvent: { prototype: { waitUntil: (work: unknown) => void } };
  readonly NotificationEvent: new (
    name: string,
    init: { notification: Notification | undefined },
  ) => Event;
}

async function devicesOf(person: Person): Promise<readonly string[]> {
  const { pushDevices } = await person.ask<{ pushDevices: readonly { name: string }[] }>(
    '{ pushDevices { name } }',
  );
  return pushDevices.map(({ name }) => name);
}

/** The learner is the same person in every test: what one of them subscribed goes with it. */
async function forgetDevices(person: Person): Promise<void> {
  const { pushDevices } = await person.ask<{ pushDevices: readonly { id: string }[] }>(
    '{ pushDevices { id } }',
  );
  for (const { id } of pushDevices) {
    await person.ask('mutation ($id: ID!) { removePushSubscription(input: { id: $id }) }', { id });
  }
}

test.describe.configure({ timeout: 180_000 });

test.afterEach(async ({ learner }) => {
  await forgetDevices(learner);
});

test('PRE-3 the start is told on the device: subscribed, encrypted, delivered, shown, and opened by one tap', async ({
  mentor,
  learner,
  stack,
}) => {
  await using endpoint = await PushEndpoint.open();
  const sessionId = await planSession(mentor, stack, { inMinutes: 20 });
  const { page } = learner;
  await learner.context.grantPermissions(['notifications'], { origin: stack.url });
  await endpoint.serve(page);
  await page.goto('/');
  await expect(learner.heading('Be told when your session starts')).toBeVisible();
  expect(await devicesOf(learner)).toEqual([]);
  await expectGoodPage(page, 'dashboard that offers notifications');
  await learner.control('Allow notifications').click();
  await expect(learner.heading('Be told when your session starts')).toBeHidden();
  await expect.poll(() => devicesOf(learner)).toEqual(['Chrome on Linux']);

  const send = 'mutation { sendTestPush { sent failed } }';
  expect(await learner.ask(send)).toEqual({ sendTestPush: { sent: 1, failed: 0 } });
  expect(endpoint.received).toEqual([
    expect.objectContaining({ title: 'Notifications work', path: '/settings' }),
  ]);

  const worker = await Worker.of(learner);
  await worker.deliver(endpoint.received[0]);
  await expect
    .poll(async () => (await worker.shown()).map(({ title }) => title))
    .toEqual(['Notifications work']);
  const path = `/session/${sessionId}`;
  await worker.deliver({ ...starting, tag: 'test', path });
  const { isUrgent: requireInteraction, ...words } = { ...starting, tag: 'test' };
  await expect.poll(() => worker.shown()).toEqual([{ ...words, requireInteraction, path }]);

  await worker.tap();
  await expect(page).toHaveURL(path);
  await expect(page.getByText('Session starts in')).toBeVisible();
  expect(await worker.shown()).toEqual([]);
  expect(learner.complaints).toEqual([]);
  await endSession(mentor, sessionId);
});

test('FAIL-6 who drops out is asked back by a notification, and one tap leads back in', async ({
  mentor,
  learner,
  sessionId,
  stack,
}) => {
  await using endpoint = await PushEndpoint.open();
  const { page } = learner;
  await learner.context.grantPermissions(['notifications'], { origin: stack.url });
  await endpoint.serve(page);
  await page.goto('/');
  await learner.control('Allow notifications').click();
  await expect.poll(() => devicesOf(learner)).toHaveLength(1);
  await meet(mentor, learner, sessionId);
  // Away from the session without a word; the app is open elsewhere.
  await page.goto('/settings');
  const path = `/session/${sessionId}`;
  const body = 'You left the session. Want to rejoin? Tap to Rejoin';
  const asked = () => endpoint.received.filter((one) => (one as { body: unknown }).body === body);
  await expect.poll(asked, { timeout: 40_000 }).toEqual([expect.objectContaining({ path })]);
  const worker = await Worker.of(learner);
  await worker.deliver(asked()[0]);
  await expect.poll(async () => (await worker.shown()).map((one) => one.body)).toContain(body);
  await worker.tap();
  await expect(page).toHaveURL(path);
  await learner.joins();
  await learner.expectPhase('IN_PROGRESS');
  await learner.sees(stack.mentor);
});

test('PRE-3 a device that is gone, or whose person signs out, is told no more', async ({
  mentor,
  learner,
  stack,
}) => {
  await using endpoint = await PushEndpoint.open();
  const sessionId = await planSession(mentor, stack, { inMinutes: 20 });
  const { page } = learner;
  await learner.context.grantPermissions(['notifications'], { origin: stack.url });
  await endpoint.serve(page);
  await page.goto('/');
  await learner.control('Allow notifications').click();
  await expect.poll(() => devicesOf(learner)).toHaveLength(1);
  endpoint.forgetBrowser();
  const send = 'mutation { sendTestPush { sent failed } }';
  expect(await learner.ask(send)).toEqual({ sendTestPush: { sent: 0, failed: 1 } });
  expect(await devicesOf(learner)).toEqual([]);

  // Opened again, the app renews the subscription by itself.
  await page.reload();
  await expect.poll(() => devicesOf(learner)).toHaveLength(1);
  await learner.signsOut();
  await expect(learner.heading('Welcome to PeerLearn')).toBeVisible();
  await learner.signIn();
  await expect.poll(() => devicesOf(learner)).toHaveLength(1);
  await endSession(mentor, sessionId);
});

test('PRE-3 without a network the page says so, and comes back by itself', async ({ learner }) => {
  const { page, context } = learner;
  await page.goto('/');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null))
    .toBe(true);
  await context.setOffline(true);
  await page.reload();
  await expect(learner.heading('Unable to connect.')).toBeVisible();
  await expectGoodPage(page, 'no network');
  await context.setOffline(false);
  await expect(learner.heading(`Hello, ${learner.account.name}`)).toBeVisible();
});

test('FAIL-8 a page that is asked for while the network is away comes when it is back', async ({
  mentor,
}) => {
  const { page, context } = mentor;
  await page.goto('/');
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null))
    .toBe(true);
  await mentor.marksPage();
  await context.setOffline(true);
  const asked = page.waitForRequest((request) => /-[\w-]{8}\.js$/.test(request.url()));
  await mentor.control(/, your account$/).click();
  await page.getByRole('link', { name: 'Courses' }).click();
  await asked;
  expect(await page.evaluate(() => fetch('/icon.svg').catch(() => 'away'))).toBe('away');
  await context.setOffline(false);
  await expect(mentor.heading('Courses')).toBeVisible();
  expect(await mentor.isSamePage()).toBe(true);
});
