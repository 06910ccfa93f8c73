import type { Viewer } from '../viewer.ts';
import { believedMs, KnownViewers } from './known-viewers.ts';

const viewer: Viewer = { personId: 'ana', roles: ['MENTOR'] };

/** Sign-ins as the database knows them, and how often it was asked. */
class SignIns {
  now = 1000;
  asked = 0;
  endsAt = Number.MAX_SAFE_INTEGER;
  viewer: Viewer | null = viewer;
  readonly known = new KnownViewers({ now: () => this.now });

  of(cookie = 'cookie'): Promise<Viewer | null> {
    return this.known.of(cookie, () => {
      this.asked += 1;
      return Promise.resolve({ viewer: this.viewer, endsAt: this.endsAt });
    });
  }
}

describe('KnownViewers', () => {
  it('OPS asks once for many requests with the same cookie, and for another one again', async () => {
    const signIns = new SignIns();
    expect(await signIns.of()).toEqual(viewer);
    expect(await signIns.of()).toEqual(viewer);
    expect(signIns.asked).toBe(1);
    await signIns.of('another');
    expect(signIns.asked).toBe(2);
  });

  it('OPS notices within ten seconds that a sign-in has ended elsewhere', async () => {
    const signIns = new SignIns();
    await signIns.of();
    signIns.viewer = null;
    signIns.now += believedMs - 1;
    expect(await signIns.of()).toEqual(viewer);
    signIns.now += 1;
    expect(await signIns.of()).toBeNull();
    expect(believedMs).toBeLessThanOrEqual(10_000);
  });

  it('OPS believes no sign-in longer than it lasts', async () => {
    const signIns = new SignIns();
    signIns.endsAt = signIns.now + 10;
    await signIns.of();
    signIns.viewer = null;
    signIns.now += 10;
    expect(await signIns.of()).toBeNull();
  });

  it('OPS forgets a person at once, and only that one', async () => {
    const signIns = new SignIns();
    await signIns.of();
    signIns.viewer = { personId: 'ben', roles: [] };
    await signIns.of('of Ben');
    signIns.known.forget('ana');
    signIns.viewer = null;
    expect(await signIns.of()).toBeNull();
    expect((await signIns.of('of Ben'))?.personId).toBe('ben');
  });

  it('OPS does not remember whoever signs out while being looked up', async () => {
    const signIns = new SignIns();
    await signIns.known.of('cookie', () => {
      signIns.known.forget('ana');
      return Promise.resolve({ viewer, endsAt: signIns.endsAt });
    });
    signIns.viewer = null;
    expect(await signIns.of()).toBeNull();
  });

  it('OPS remembers nobody who is not signed in, and only so many', async () => {
    const signIns = new SignIns();
    signIns.viewer = null;
    await signIns.of('nobody');
    expect(signIns.known.count).toBe(0);
    signIns.viewer = viewer;
    for (let index = 0; index < 10_100; index += 1) await signIns.of(String(index));
    expect(signIns.known.count).toBe(10_000);
  });
});
