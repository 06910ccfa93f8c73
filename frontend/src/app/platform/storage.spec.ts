import { TestBed } from '@angular/core/testing';
import { BrowserStorage } from './storage';

describe('BrowserStorage', () => {
  const key = 'spec';
  let storage: BrowserStorage;

  beforeEach(() => {
    storage = TestBed.inject(BrowserStorage);
  });

  afterEach(() => {
    storage.write(key, null);
  });

  it('PRE-5 remembers', () => {
    storage.write(key, { chosen: ['a'] });
    expect(storage.read(key)).toEqual({ chosen: ['a'] });
  });

  it('PRE-5 forgets', () => {
    storage.write(key, 1);
    storage.write(key, null);
    expect(storage.read(key)).toBeNull();
  });

  it('OPS forgets what people wrote, and not how the device is set', () => {
    storage.write('own.spec', 'a draft');
    storage.write(key, 'dark');
    storage.forgetOwn();
    expect([storage.read('own.spec'), storage.read(key)]).toEqual([null, 'dark']);
  });

  it('FAIL-12 takes rubbish for nothing', () => {
    spyOn(Storage.prototype, 'getItem').and.returnValue('{');
    expect(storage.read(key)).toBeNull();
  });

  it('FAIL-12 does without a storage that is full or forbidden', () => {
    spyOn(Storage.prototype, 'setItem').and.throwError('QuotaExceededError');
    expect(() => {
      storage.write(key, 1);
    }).not.toThrow();
    expect(storage.read(key)).toBeNull();
  });
});
