import type { Segment } from '../domain/segment.ts';
import { PartialLane } from './partial-lane.ts';

function words(id: string, revision: number): Segment {
  return {
    ...{ id, revision, personId: 'mia', startAt: 0, endAt: 0, language: null, engine: 'test' },
    text: `${id}${String(revision)}`,
    isFinal: false,
  };
}

describe('PartialLane', () => {
  it('ROOM-8 writes one after the other, and of what waits only the newest', async () => {
    const written: string[] = [];
    const first = Promise.withResolvers<void>();
    const lane = new PartialLane(async (_sessionId, partials) => {
      written.push(partials.map(({ text }) => text).join());
      if (written.length === 1) await first.promise;
    });
    const all = [lane.put('session', [words('a', 1)])];
    for (const revision of [2, 5, 3]) all.push(lane.put('session', [words('a', revision)]));
    all.push(lane.put('session', [words('b', 1)]));
    all.push(lane.put('other', [words('c', 1)]));
    first.resolve();
    await Promise.all(all);
    expect(written).toEqual(['a1', 'c1', 'a5,b1']);
  });

  it('ROOM-8 says where writing failed, and goes on with what comes next', async () => {
    let isBroken = true;
    const lane = new PartialLane(() =>
      isBroken ? Promise.reject(new Error('away')) : Promise.resolve(),
    );
    await expectAsync(lane.put('session', [words('a', 1)])).toBeRejectedWithError('away');
    isBroken = false;
    await expectAsync(lane.put('session', [words('a', 2)])).toBeResolved();
  });
});
