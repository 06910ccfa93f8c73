import { Meeting } from './meeting.ts';
import { TestApi } from './test-api.ts';
import { hasRedis, TestRedis } from './test-redis.ts';

const change = `mutation { updatePreferences(input: { volume: 5 }) { __typename } }`;
const most = 60;

describe('limits at several replicas', () => {
  if (!hasRedis) {
    it('API-5 are counted together', () => {
      pending('there is no redis-server on this machine');
    });
    return;
  }

  it('API-5 FAIL-12 are counted together, by each alone while Redis is away, and together again', async () => {
    const redis = await TestRedis.start();
    const settings = {
      WAKE_UPS: 'redis',
      REDIS_URL: redis.url,
      MUTATIONS_PER_MINUTE: String(most),
    };
    await using meeting = await Meeting.plan(settings);
    const { api, clock, cookies } = meeting;
    await using other = await TestApi.start({
      databaseUrl: api.config.database.url,
      settings,
      overrides: { clock, mediaServer: meeting.media },
    });
    const granted = async () => {
      let count = 0;
      // One after the other, at each replica in turn, until both say no.
      for (let refusals = 0; refusals < 2;) {
        for (const one of [api, other]) {
          const { errors } = await one.http(change, {}, cookies.learner);
          if (errors.length === 0) count += 1;
          else refusals += 1;
        }
      }
      return count;
    };
    /** Minutes may pass until Redis is found again; then both count as one. */
    const grantedTogether = async () => {
      let count = await granted();
      while (count > most) {
        clock.advance(60_000);
        count = await granted();
      }
      return count;
    };
    expect(await grantedTogether()).toBe(most);
    expect((await api.http(change, {}, cookies.mentor)).errors).toEqual([]);
    await redis.kill();
    clock.advance(60_000);
    expect(await granted()).toBe(2 * most);
    await using _again = await TestRedis.start(redis.port);
    clock.advance(60_000);
    expect(await grantedTogether()).toBe(most);
  });
});
