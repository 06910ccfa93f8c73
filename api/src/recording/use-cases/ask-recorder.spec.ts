import { RecorderAway, RecorderFull } from '../recorder.ts';
import { askAfter, orderPart, stopPart } from './ask-recorder.ts';

const order = { partId: 'part', sessionId: 'session', key: 'recordings/part' };

describe('ordering a part', () => {
  it('ROOM-18 gives the recorder’s name for it', async () => {
    expect(await orderPart({ start: () => Promise.resolve('EG_1') }, order)).toEqual({
      name: 'EG_1',
    });
  });

  const faults = [
    [
      'ROOM-18 says that there is no room',
      new RecorderFull(),
      'The recorder has no room at the moment.',
    ],
    ['FAIL-12 says that it is away', new RecorderAway(), 'The recorder could not be reached.'],
  ] as const;
  for (const [name, fault, reason] of faults) {
    it(name, async () => {
      const answer = await orderPart({ start: () => Promise.reject(fault) }, order);
      expect('failed' in answer && answer.failed.reason).toBe(reason);
    });
  }

  it('passes on what nobody expects', async () => {
    const fault = new TypeError('a fault of ours');
    await expectAsync(orderPart({ start: () => Promise.reject(fault) }, order)).toBeRejectedWith(
      fault,
    );
  });
});

describe('asking after a part', () => {
  it('FAIL-12 tells a recorder that is away from one that has forgotten it', async () => {
    const away = { look: () => Promise.reject(new RecorderAway()) };
    const forgetful = { look: () => Promise.resolve(null) };
    expect(await askAfter(away, 'EG_1')).toBe('AWAY');
    expect(await askAfter(forgetful, 'EG_1')).toBe('LOST');
  });
});

describe('stopping a part', () => {
  it('FAIL-12 says whether the recorder was told', async () => {
    expect(await stopPart({ stop: () => Promise.reject(new RecorderAway()) }, 'EG_1')).toBeFalse();
    expect(await stopPart({ stop: () => Promise.resolve() }, 'EG_1')).toBeTrue();
  });
});
