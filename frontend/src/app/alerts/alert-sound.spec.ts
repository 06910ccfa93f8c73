import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { PreferencesStore } from '../preferences/preferences-store';
import { minutesIn } from '../testing/builders';
import { FakePreferences } from '../testing/fake-preferences';
import { Scene } from '../testing/scene';
import { settled } from '../testing/screen';
import { AlertSound } from './alert-sound';
import { Sound } from './sound';

describe('AlertSound', () => {
  let scene: Scene;
  let preferences: FakePreferences;
  let isBlocked: ReturnType<typeof signal<boolean>>;
  let rung: string[];
  let sound: AlertSound;

  beforeEach(() => {
    preferences = new FakePreferences();
    isBlocked = signal(false);
    rung = [];
    const speaker = {
      isBlocked,
      isReady: () => !isBlocked(),
      prepare: () => undefined,
      play: (chime: string, volume: number) => rung.push(`${chime} ${String(volume)}`),
    };
    scene = new Scene(
      { provide: Sound, useValue: speaker },
      { provide: PreferencesStore, useValue: preferences },
    );
    sound = TestBed.inject(AlertSound);
  });

  async function ring(): Promise<void> {
    await sound.prepare();
    sound.ring('five-minutes');
    await news();
  }

  async function news(): Promise<void> {
    TestBed.tick();
    await settled();
  }

  it('PRE-2 rings as the person wishes', async () => {
    await preferences.change({ volume: 20 });
    await ring();
    expect(rung).toEqual(['five-minutes 20']);
  });

  it('PRE-2 is silent until it is known what the person wants to hear, and does not ask for a tap', async () => {
    preferences.isLoaded.set(false);
    isBlocked.set(true);
    await ring();
    expect(rung).toEqual([]);
    expect(sound.isTapNeeded()).toBe(false);
    await preferences.change({ chimeFiveMinutes: false });
    isBlocked.set(false);
    preferences.isLoaded.set(true);
    await news();
    expect(rung).toEqual([]);
  });

  const rows: readonly [name: string, seconds: number, rung: readonly string[]][] = [
    ['rings as soon as that is known', 4, ['five-minutes 70']],
    ['rings no more when it is too late', 6, []],
  ];
  for (const [name, seconds, expected] of rows) {
    it(`PRE-2 what waited for that ${name}`, async () => {
      preferences.isLoaded.set(false);
      await ring();
      scene.clock.set(minutesIn(-10) + seconds * 1000);
      preferences.isLoaded.set(true);
      await news();
      expect(rung).toEqual(expected);
    });
  }

  it('PRE-2 rings as usual where what the person wants cannot be learnt', async () => {
    preferences.isLoaded.set(false);
    preferences.fault.set('unreachable');
    await ring();
    expect(rung).toEqual(['five-minutes 70']);
  });
});
