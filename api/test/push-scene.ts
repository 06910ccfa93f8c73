import type { Person } from '../src/accounts/person.ts';
import type { PushMessage, PushResult } from '../src/push/push.ts';
import { type FakeBrowser, FakePushHost, type Reply } from './fake-push-host.ts';
import { TestApi, type TestApiOptions } from './test-api.ts';

export const saving = `mutation ($input: SavePushSubscriptionInput!) { savePushSubscription(input: $input) {
  __typename ... on PushDevice { id name addedAt renewedAt } ... on Problem { message } } }`;

export const listing = '{ pushDevices { id name } }';

export const starting: PushMessage = {
  title: 'Your session is starting! Please join now.',
  body: 'Physics with Ben Okoye',
  path: '/session/1',
  tag: 'session:1:start',
  ttlSeconds: 120,
  isUrgent: true,
};

export interface Saved {
  readonly savePushSubscription: {
    readonly __typename: string;
    readonly id: string;
    readonly name: string;
  };
}

/** Somebody with browsers at a push service of this machine. */
export class PushScene implements AsyncDisposable {
  private constructor(
    readonly api: TestApi,
    readonly service: FakePushHost,
    readonly person: Person,
    readonly cookie: string,
  ) {}

  static async set(options: TestApiOptions = {}): Promise<PushScene> {
    const service = await FakePushHost.start();
    const api = await TestApi.start({
      ...options,
      settings: { PUSH_ALLOW_LOCAL: 'true', ...options.settings },
      overrides: { pushTiming: { timeoutMs: 300, firstWaitMs: 1 }, ...options.overrides },
    });
    const person = await api.addPerson(['LEARNER']);
    return new PushScene(api, service, person, await api.signInAs(person.id));
  }

  /** Subscribes a browser whose push service gives these replies. */
  async browser(...replies: readonly Reply[]): Promise<FakeBrowser> {
    const browser = this.service.browser(...replies);
    await this.save(browser);
    return browser;
  }

  async save(
    { subscription }: FakeBrowser,
    name = '',
    cookie = this.cookie,
  ): Promise<Saved['savePushSubscription']> {
    const input = { ...subscription, name };
    return (await this.api.ask<Saved>(saving, { input }, cookie)).savePushSubscription;
  }

  send(message = starting): Promise<PushResult> {
    return this.api.app.push.send(this.person.id, message);
  }

  async devices(cookie = this.cookie): Promise<readonly { id: string; name: string }[]> {
    const { pushDevices } = await this.api.ask<{
      pushDevices: readonly { id: string; name: string }[];
    }>(listing, {}, cookie);
    return pushDevices;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.api[Symbol.asyncDispose]();
    await this.service[Symbol.asyncDispose]();
  }
}
