import { LocalWakeUps } from '../src/platform/streams/local-wake-ups.ts';
import { freshDatabase } from './test-database.ts';
import { TestApi, cookieOf } from './test-api.ts';

const listening = 'subscription { mySessionsChanged { id } }';
const viewerQuery = '{ viewer { person { id } } }';

/** How a socket ends that is worth opening anew. */
const reopened = jasmine.objectContaining({ code: 1012 });

describe('the end of a sign-in', () => {
  const wakeUps = new LocalWakeUps();
  let api: TestApi;
  let replica: TestApi;

  beforeAll(async () => {
    const databaseUrl = await freshDatabase();
    api = await TestApi.start({ databaseUrl, overrides: { wakeUps } });
    replica = await TestApi.start({ databaseUrl, overrides: { wakeUps } });
  });

  afterAll(async () => {
    await replica[Symbol.asyncDispose]();
    await api[Symbol.asyncDispose]();
  });

  async function signedIn(): Promise<{ readonly id: string; readonly cookie: string }> {
    const { id } = await api.addPerson(['LEARNER']);
    return { id, cookie: await api.signInAs(id) };
  }

  /** Opens a link in a browser in which somebody is signed in, and gives the new cookie. */
  async function signInOver(cookie: string, personId: string): Promise<string> {
    const link = await api.app.accounts.signInLink(personId, '/');
    return cookieOf(await fetch(link, { redirect: 'manual', headers: { cookie } }));
  }

  it('OPS closes the sockets of whoever another person replaces in the same browser', async () => {
    const [ana, ben] = [await signedIn(), await signedIn()];
    await using stream = api.subscribe(listening, {}, ana.cookie);
    await stream.opened();
    const cookie = await signInOver(ana.cookie, ben.id);
    expect(await stream.ended()).toEqual(reopened);
    expect(await api.ask(viewerQuery, {}, ana.cookie)).toEqual({ viewer: null });
    await using again = api.subscribe(viewerQuery, {}, cookie);
    expect(await again.nextData()).toEqual({ viewer: { person: { id: ben.id } } });
    await using old = api.subscribe(viewerQuery, {}, ana.cookie);
    expect(await old.ended()).toEqual(jasmine.objectContaining({ code: 4403 }));
  });

  it('OPS leaves open what the same person has open who signs in once more', async () => {
    const ana = await signedIn();
    await using stream = api.subscribe(listening, {}, ana.cookie);
    await stream.opened();
    await signInOver(ana.cookie, ana.id);
    expect(await api.ask(viewerQuery, {}, ana.cookie)).toEqual({
      viewer: { person: { id: ana.id } },
    });
    // Whatever the sign-in closes is closed before another socket has opened and answered.
    await using other = api.subscribe(viewerQuery, {}, ana.cookie);
    expect(await other.nextData()).toEqual({ viewer: { person: { id: ana.id } } });
    expect(stream.isClosed).toBe(false);
  });

  it('OPS closes the sockets at another replica too, and believes the cookie there no longer', async () => {
    const ana = await signedIn();
    await using stream = replica.subscribe(listening, {}, ana.cookie);
    await stream.opened();
    const out = await fetch(`${api.url}/auth/sign-out`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: api.url, cookie: ana.cookie },
      body: '{}',
    });
    expect(out.status).toBe(200);
    expect(await stream.ended()).toEqual(reopened);
    expect(await replica.ask(viewerQuery, {}, ana.cookie)).toEqual({ viewer: null });
  });

  it('OPS watches over nobody who has no socket any more', async () => {
    const ana = await signedIn();
    const topic = `sign-outs:${ana.id}` as const;
    {
      await using stream = api.subscribe(listening, {}, ana.cookie);
      await using other = api.subscribe(listening, {}, ana.cookie);
      await Promise.all([stream.opened(), other.opened()]);
      expect(wakeUps.listenedTopics).toContain(topic);
    }
    while (wakeUps.listenedTopics.includes(topic)) await new Promise(setImmediate);
    expect(wakeUps.listenedTopics).not.toContain(topic);
  });
});
