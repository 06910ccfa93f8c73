import { TestBed } from '@angular/core/testing';
import { settled } from '../testing/screen';
import { Sound } from './sound';

/** A browser's sound, which stays off until the person has touched the page. */
class BlockedContext extends EventTarget {
  static mayStart = false;
  state: AudioContextState = 'suspended';
  onstatechange: (() => void) | null = null;

  resume(): Promise<void> {
    if (!BlockedContext.mayStart) return Promise.reject(new DOMException('', 'NotAllowedError'));
    this.state = 'running';
    this.onstatechange?.();
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

describe('Sound', () => {
  it('PRE-2 rings where the browser lets it', async () => {
    const started = spyOn(OscillatorNode.prototype, 'start').and.callThrough();
    const sound = TestBed.inject(Sound);
    expect(sound.isReady()).toBe(false);
    sound.prepare();
    await sound.allow();
    expect(sound.isReady()).toBe(true);
    expect(sound.isBlocked()).toBe(false);
    sound.play('five-minutes', 10);
    expect(started).toHaveBeenCalledTimes(2);
    sound.play('five-minutes', 0);
    sound.rest();
    expect(sound.isReady()).toBe(false);
    sound.play('five-minutes', 10);
    expect(started).toHaveBeenCalledTimes(2);
  });

  it('PRE-2 says that it is blocked, and is not any more after a touch', async () => {
    BlockedContext.mayStart = false;
    spyOn(window, 'AudioContext').and.callFake(function () {
      return new BlockedContext() as unknown as AudioContext;
    });
    const sound = TestBed.inject(Sound);
    sound.prepare();
    await settled();
    expect(sound.isBlocked()).toBe(true);
    BlockedContext.mayStart = true;
    document.body.click();
    await settled();
    expect(sound.isBlocked()).toBe(false);
    expect(sound.isReady()).toBe(true);
  });
});
