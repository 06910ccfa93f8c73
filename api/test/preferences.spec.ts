import type { Preferences } from '../src/preferences/preferences.ts';
import { LocalWakeUps } from '../src/platform/streams/local-wake-ups.ts';
import { TestApi } from './test-api.ts';

const fields = `revision chimeFiveMinutes chimeOneMinute chimeTenSeconds volume voice autoJoin
  reminders { lead channels } timeZone`;
const query = `{ preferences { ${fields} } }`;
const update = `mutation ($input: UpdatePreferencesInput!) { updatePreferences(input: $input) {
  __typename ... on Preferences { ${fields} } ... on Problem { message } } }`;
const follow = `subscription { preferencesChanged { ${fields} } }`;

type Answered = Partial<Preferences> & { readonly __typename: string; readonly message?: string };
interface Followed {
  readonly preferencesChanged: Preferences;
}

const everyWay = ['EMAIL', 'PUSH', 'IN_APP'];
const usual = {
  chimeFiveMinutes: true,
  chimeOneMinute: true,
  chimeTenSeconds: true,
  volume: 70,
  voice: false,
  autoJoin: false,
  reminders: ['DAY', 'HOUR', 'QUARTER', 'START'].map((lead) => ({ lead, channels: everyWay })),
  timeZone: null,
};

describe('preferences', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await TestApi.start();
  });

  afterAll(() => api[Symbol.asyncDispose]());

  async function someone() {
    const { id } = await api.addPerson(['LEARNER']);
    return { id, cookie: await api.signInAs(id) };
  }

  async function preferencesOf(cookie: string): Promise<Preferences> {
    const { preferences } = await api.ask<{ preferences: Preferences }>(query, {}, cookie);
    return preferences;
  }

  async function change(cookie: string, input: object): Promise<Answered> {
    const answer = await api.ask<{ updatePreferences: Answered }>(update, { input }, cookie);
    return answer.updatePreferences;
  }

  it('PRE-2 PRE-5 PRE-7 PRE-10 are the usual ones until somebody chooses', async () => {
    const { cookie } = await someone();
    expect(await preferencesOf(cookie)).toEqual({ ...usual, revision: 0 } as Preferences);
  });

  it('PRE-2 PRE-5 PRE-10 keep what is chosen, and leave what is not named', async () => {
    const { id, cookie } = await someone();
    await change(cookie, { volume: 20, autoJoin: true });
    const reminders = [{ lead: 'HOUR', channels: ['IN_APP', 'EMAIL'] }];
    const changed = await change(cookie, { reminders, voice: null });
    const expected = {
      ...usual,
      revision: 2,
      volume: 20,
      autoJoin: true,
      reminders: usual.reminders.map((reminder) =>
        reminder.lead === 'HOUR' ? { lead: 'HOUR', channels: ['EMAIL', 'IN_APP'] } : reminder,
      ),
    };
    expect(changed).toEqual({ __typename: 'Preferences', ...expected } as Answered);
    expect(await api.app.preferences.of(id)).toEqual(expected as Preferences);
  });

  it('PRE-2 are seen and changed by nobody else', async () => {
    const [one, other] = [await someone(), await someone()];
    await change(one.cookie, { volume: 5, timeZone: 'Asia/Tokyo' });
    expect(await preferencesOf(other.cookie)).toEqual({ ...usual, revision: 0 } as Preferences);
    await using stream = api.subscribe<Followed>(follow, {}, other.cookie);
    expect((await stream.nextData()).preferencesChanged.volume).toBe(70);
    await change(one.cookie, { volume: 6 });
    await change(other.cookie, { volume: 40 });
    expect((await stream.nextData()).preferencesChanged.volume).toBe(40);
    expect((await preferencesOf(one.cookie)).volume).toBe(6);
    const both = await api.app.preferences.ofMany([one.id, other.id]);
    expect([both.get(one.id)?.volume, both.get(other.id)?.volume]).toEqual([6, 40]);
  });

  it('PRE-2 PRE-10 changes of the same moment all stay', async () => {
    const { cookie } = await someone();
    const inputs = [
      { chimeFiveMinutes: false },
      { chimeOneMinute: false },
      { chimeTenSeconds: false },
      { volume: 11 },
      { voice: true },
      { autoJoin: true },
      { timeZone: 'America/Sao_Paulo' },
      ...usual.reminders.map(({ lead }) => ({ reminders: [{ lead, channels: ['PUSH'] }] })),
    ];
    await Promise.all(inputs.map((input) => change(cookie, input)));
    expect(await preferencesOf(cookie)).toEqual({
      revision: inputs.length,
      chimeFiveMinutes: false,
      chimeOneMinute: false,
      chimeTenSeconds: false,
      volume: 11,
      voice: true,
      autoJoin: true,
      timeZone: 'America/Sao_Paulo',
      reminders: usual.reminders.map(({ lead }) => ({ lead, channels: ['PUSH'] })),
    } as Preferences);
  });

  const refused: readonly [string, object, string][] = [
    ['PRE-2 a volume above the highest', { volume: 101 }, 'The volume is a whole number'],
    ['PRE-8 a zone of nowhere', { timeZone: 'Mars/Olympus' }, 'Choose a time zone'],
    [
      'PRE-10 a reminder named twice',
      { reminders: [usual.reminders[0], usual.reminders[0]] },
      'Name each reminder once.',
    ],
  ];
  for (const [name, input, words] of refused) {
    it(`${name} is refused, and with it everything that came along`, async () => {
      const { cookie } = await someone();
      const answer = await change(cookie, { ...input, voice: true });
      expect(answer.__typename).toBe('InvalidPreferences');
      expect(answer.message).toContain(words);
      expect(await preferencesOf(cookie)).toEqual({ ...usual, revision: 0 } as Preferences);
    });
  }

  it('PRE-8 a chosen time zone is the one in which times are written', async () => {
    const { cookie } = await someone();
    await change(cookie, { timeZone: 'Europe/Lisbon' });
    expect(await api.ask('{ viewer { timeZone } }', {}, cookie)).toEqual({
      viewer: { timeZone: 'Europe/Lisbon' },
    });
  });

  it('FAIL-10 nobody reads, changes or follows them without signing in', async () => {
    const asked = [api.http(query), api.http(update, { input: { voice: true } })];
    for (const { errors } of await Promise.all(asked)) {
      expect(errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    }
    await using stream = api.subscribe(follow);
    expect(await stream.ended()).toEqual(jasmine.objectContaining({ code: 4403 }));
    expect(stream.received).toEqual([]);
  });

  it('PRE-2 are read also where another version wrote them', async () => {
    const { id, cookie } = await someone();
    await change(cookie, { voice: true });
    const other = JSON.stringify({
      volume: 'loud',
      reminderDAY: ['PIGEON', 'PUSH'],
      theme: 'dark',
    });
    await api.app.database
      .fork()
      .execute('update preference set choices = choices || ?::jsonb where person_id = ?', [
        other,
        id,
      ]);
    const preferences = await preferencesOf(cookie);
    expect(preferences.voice).toBeTrue();
    expect(preferences.volume).toBe(70);
    expect(preferences.reminders[0]).toEqual({ lead: 'DAY', channels: ['PUSH'] });
  });
});

describe('preferencesChanged', () => {
  /** Somebody with two devices, each at an api of its own over one database. */
  async function twoReplicas(one: LocalWakeUps, other: LocalWakeUps) {
    const first = await TestApi.start({ overrides: { wakeUps: one } });
    const databaseUrl = first.config.database.url;
    const second = await TestApi.start({ databaseUrl, overrides: { wakeUps: other } });
    const { id } = await first.addPerson(['MENTOR']);
    const cookie = await first.signInAs(id);
    return {
      change: (input: object) => first.ask(update, { input }, cookie),
      there: second.subscribe<Followed>(follow, {}, cookie),
      async [Symbol.asyncDispose]() {
        await this.there[Symbol.asyncDispose]();
        await second[Symbol.asyncDispose]();
        await first[Symbol.asyncDispose]();
      },
    };
  }

  it('PRE-2 PRE-5 tells every device what they are and become, also at another replica', async () => {
    const [one, other] = [new LinkedWakeUps(), new LinkedWakeUps()];
    one.others.push(other);
    await using replicas = await twoReplicas(one, other);
    expect((await replicas.there.nextData()).preferencesChanged.autoJoin).toBeFalse();
    await replicas.change({ autoJoin: true });
    const { preferencesChanged } = await replicas.there.nextData();
    expect(preferencesChanged).toEqual(
      jasmine.objectContaining({ autoJoin: true, revision: 1, volume: 70 }),
    );
  });

  it('FAIL-12 PRE-2 makes good for hints that were lost on the way', async () => {
    await using replicas = await twoReplicas(new LocalWakeUps(), new LocalWakeUps());
    expect((await replicas.there.nextData()).preferencesChanged.volume).toBe(70);
    await replicas.change({ volume: 3 });
    expect((await replicas.there.nextData()).preferencesChanged.volume).toBe(3);
  });
});

/** Hints that others hear too, as by Redis. */
class LinkedWakeUps extends LocalWakeUps {
  readonly others: LocalWakeUps[] = [];

  override announce(...[topic, news]: Parameters<LocalWakeUps['announce']>): void {
    for (const wakeUps of [this, ...this.others]) wakeUps.remind(topic, news);
  }
}
