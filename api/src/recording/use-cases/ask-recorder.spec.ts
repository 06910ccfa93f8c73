import { saying } from '../domain/part.ts';
import { RecorderAway, RecorderFull } from '../recorder.ts';
import { askAfter, nameFor, orderPart, stopPart } from './ask-recorder.ts';

const order = { partId: 'part', sessionId: 'session', key: 'recordings/part' };

describe('ordering a part', () => {
  it('ROOM-18 gives the recorder’s name for it', async () => {
    expect(await orderPart({ start: () => Promise.resolve('EG_1') }, order)).toEqual({
      name: 'EG_1',
    });
  });

  it('ROOM-18 says that there is no room', async () => {
    expect(await orderPart({ start: () => Promise.reject(new RecorderFull()) }, order)).toEqual({
      failed: saying('FAILED', { reason: 'The recorder has no room at the moment.' }),
    });
  });

  it('FAIL-12 knows nothing of the order where the recorder is away', async () => {
    const answer = await orderPart({ start: () => Promise.reject(new RecorderAway()) }, order);
    expect(answer).toBe('AWAY');
  });

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

describe('looking for a part', () => {
  it('FAIL-12 learns nothing of a recorder that is away', async () => {
    expect(await nameFor({ find: () => Promise.reject(new RecorderAway()) }, 'part')).toBeNull();
    expect(await nameFor({ find: () => Promise.resolve('EG_1') }, 'part')).toBe('EG_1');
  });
});

describe('stopping a part', () => {
  it('FAIL-12 says whether the recorder was told', async () => {
    expect(await stopPart({ stop: () => Promise.reject(new RecorderAway()) }, 'EG_1')).toBeFalse();
    expect(await stopPart({ stop: () => Promise.resolve() }, 'EG_1')).toBeTrue();
  });
});
