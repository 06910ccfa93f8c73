import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { calmAfter, calmMs } from './calm';

describe('calmAfter', () => {
  beforeEach(() => {
    jasmine.clock().install().mockDate();
  });

  afterEach(() => {
    jasmine.clock().uninstall();
  });

  it('is true once nothing has happened for a while, and stays so', () => {
    const isBusy = signal(false);
    const isCalm = TestBed.runInInjectionContext(() => calmAfter(isBusy));
    const after = (ms: number): boolean => {
      TestBed.tick();
      jasmine.clock().tick(ms);
      return isCalm();
    };
    expect(after(calmMs - 1)).toBeFalse();
    isBusy.set(true);
    expect(after(10 * calmMs)).toBeFalse();
    isBusy.set(false);
    expect(after(calmMs - 1)).toBeFalse();
    expect(after(1)).toBeTrue();
    isBusy.set(true);
    expect(after(calmMs)).toBeTrue();
  });
});
