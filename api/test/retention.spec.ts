import { Meeting, minuteMs } from './meeting.ts';
import { TestApi } from './test-api.ts';
import { tell, toldBy } from './told.ts';

const dayMs = 24 * 60 * minuteMs;

async function count(api: TestApi, table: string): Promise<number> {
  const [row] = await api.app.database
    .fork()
    .execute<{ count: number }[]>(`select count(*)::integer as count from ${table}`);
  return row?.count ?? 0;
}

describe('what is not kept for ever', () => {
  it('PRE-10 OPS removes notices so many days after they were of any use, and tells nothing again', async () => {
    await using meeting = await Meeting.plan({ NOTICE_RETENTION_DAYS: '30' });
    const { api, clock } = meeting;
    const { reminders } = api.app;
    await tell(api);
    meeting.toMinute(-15);
    await tell(api);
    const told = await toldBy(api);
    expect(told.length).toBeGreaterThan(0);
    // The session's latest end: 40 minutes as planned, and 15 more.
    clock.setTo(meeting.startsAt + 55 * minuteMs + 30 * dayMs);
    expect(await reminders.forgetOld(clock.now())).toBe(0);
    clock.advance(1);
    expect(await reminders.forgetOld(clock.now())).toBeGreaterThan(0);
    expect([await count(api, 'notice'), await count(api, 'notice_delivery')]).toEqual([0, 0]);
    await tell(api);
    expect(await toldBy(api)).toEqual([]);
  });

  it('OPS keeps the notices of a session that is to come, however old they are', async () => {
    await using meeting = await Meeting.plan({ NOTICE_RETENTION_DAYS: '1' }, {}, 20 * 24 * 60);
    await tell(meeting.api);
    const told = await toldBy(meeting.api);
    meeting.clock.advance(10 * dayMs);
    expect(await meeting.api.app.reminders.forgetOld(meeting.clock.now())).toBe(0);
    expect(await toldBy(meeting.api)).toEqual(told);
  });

  it('OPS removes sign-ins, links and counts of attempts a day after their time', async () => {
    await using api = await TestApi.start({ settings: { AUTH_RATE_LIMIT: 'true' } });
    const { accounts } = api.app;
    const { id } = await api.addPerson(['LEARNER']);
    const cookie = await api.signInAs(id);
    await accounts.signInLink(id, '/', dayMs);
    const tables = ['auth.session', 'auth.verification', 'auth."rateLimit"'];
    const counts = () => Promise.all(tables.map((table) => count(api, table)));
    expect(await counts()).toEqual([1, 1, 1]);
    const now = Date.now();
    expect(await accounts.forgetExpired(now)).toBe(0);
    expect(await accounts.forgetExpired(now + 1.5 * dayMs)).toBe(1);
    expect(await counts()).toEqual([1, 1, 0]);
    expect(await api.ask('{ viewer { person { id } } }', {}, cookie)).toEqual({
      viewer: { person: { id } },
    });
    expect(await accounts.forgetExpired(now + 32 * dayMs)).toBe(2);
    expect(await counts()).toEqual([0, 0, 0]);
    expect(await accounts.forgetExpired(now + 32 * dayMs)).toBe(0);
  });

  it('OPS looks for it by itself', async () => {
    await using first = await Meeting.plan();
    const { clock, api } = first;
    await tell(api);
    expect(await count(api, 'notice')).toBeGreaterThan(0);
    clock.setTo(first.startsAt + 100 * dayMs);
    await using _second = await TestApi.start({ databaseUrl: api.config.database.url, clock });
    while ((await count(api, 'notice')) > 0) await new Promise(setImmediate);
    expect(await toldBy(api)).toEqual([]);
  });
});
