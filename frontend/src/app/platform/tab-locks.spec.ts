import { TestBed } from '@angular/core/testing';
import { settled } from '../testing/screen';
import { TabLocks } from './tab-locks';

describe('TabLocks', () => {
  it('PRE-2 one has it at a time, and it is free again when it is let go', async () => {
    const locks = TestBed.inject(TabLocks);
    expect(await locks.isTaken('spec')).toBe(false);
    const letGo = await locks.take('spec');
    expect(letGo).not.toBeNull();
    expect(await locks.isTaken('spec')).toBe(true);
    expect(await locks.take('spec')).toBeNull();
    letGo?.();
    await settled();
    const again = await locks.take('spec');
    expect(again).not.toBeNull();
    again?.();
  });
});
