import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, TitleStrategy } from '@angular/router';
import { calledAway } from '../platform/called-away';
import { PageTitle } from '../platform/page-title';
import { type PreferencesPatch, PreferencesStore } from '../preferences/preferences-store';
import { ComingSessions } from '../session/coming-sessions';
import { OpenRoom } from '../session/open-room';
import type { Card } from '../session/session-lists';
import { SessionPagesDocument } from '../session/session-lists-operations';
import { aCard, aClock, aLearner, aPage, isoAt, minutesIn } from '../testing/builders';
import { FakePreferences } from '../testing/fake-preferences';
import { Scene } from '../testing/scene';
import { settled } from '../testing/screen';
import { AlertEngine } from './alert-engine';
import { AutoJoin } from './auto-join';
import { Sound } from './sound';
import { Voice } from './voice';

/** What is heard, and whether the browser lets it be. */
class FakeSound {
  readonly rung: string[] = [];
  readonly isReady = signal(true);
  readonly isBlocked = signal(false);
  readonly prepare = () => undefined;
  readonly rest = () => undefined;

  play(chime: string, volume: number): void {
    this.rung.push(`${chime} ${String(volume)}`);
  }
}

const second = 1 / 60;

describe('AlertEngine', () => {
  let scene: Scene;
  let engine: AlertEngine;
  let sound: FakeSound;
  let preferences: FakePreferences;
  let spoken: string[];
  const before = document.title;

  beforeEach(async () => {
    sound = new FakeSound();
    preferences = new FakePreferences();
    spoken = [];
    scene = new Scene(
      { provide: Sound, useValue: sound },
      { provide: PreferencesStore, useValue: preferences },
      { provide: Voice, useValue: { say: (what: string) => spoken.push(what) } },
      { provide: TitleStrategy, useExisting: PageTitle },
    );
    await scene.signIn();
    engine = TestBed.inject(AlertEngine);
    await plan(aCard({ title: 'Fractions' }));
  });

  afterEach(() => {
    TestBed.inject(PageTitle).show(null);
    document.title = before;
    document.querySelectorAll('.visually-hidden').forEach((one) => {
      one.remove();
    });
  });

  async function plan(...cards: readonly Card[]): Promise<void> {
    scene.plan({ upcoming: aPage(cards) });
    TestBed.inject(ComingSessions).close();
    TestBed.inject(ComingSessions).open();
    await settled();
  }

  const prefer = (wishes: PreferencesPatch) => preferences.change(wishes);

  /** The clock moves on, as it does: in steps, with a look at each. */
  async function pass(...minutes: readonly number[]): Promise<void> {
    for (const minute of minutes) {
      scene.clock.set(minutesIn(minute));
      await engine.look();
    }
  }

  const said = () => document.querySelector('p[role="status"]')?.textContent ?? '';

  it('PRE-2 rings at five minutes, one minute, ten seconds and at the start', async () => {
    await pass(-5.1, -5, -4.9, -1.1, -1, -0.9, -0.2, -10 * second, -0.1, 0, 0.1);
    expect(sound.rung).toEqual(['five-minutes 70', 'one-minute 70', 'ten-seconds 70', 'start 70']);
  });

  it('PRE-2 each can be turned off, and the volume applies at once', async () => {
    await prefer({ chimeFiveMinutes: false });
    await pass(-5.1, -5);
    await prefer({ volume: 20 });
    await pass(-1.1, -1);
    await prefer({ volume: 0 });
    await pass(-0.2, 0);
    expect(sound.rung).toEqual(['one-minute 20']);
  });

  it('PRE-2 of several tabs one sounds', async () => {
    scene.locks.elsewhere.add('sound');
    await pass(-5.1, -5);
    expect(sound.rung).toEqual([]);
    scene.locks.elsewhere.delete('sound');
    await pass(-1.1, -1);
    expect(sound.rung).toEqual(['one-minute 70']);
  });

  it('PRE-4 ROOM-15 tells screen readers too', async () => {
    await pass(-5.1, -5);
    await settled();
    expect(said()).toBe('Fractions starts in 5 minutes.');
    await pass(-1);
    await settled();
    expect(said()).toContain('Get ready to join!');
    await pass(0);
    await settled();
    expect(said()).toContain('You missed your start, Join Now!');
  });

  it('PRE-7 speaks at one minute, after the chime', async () => {
    jasmine.clock().install();
    try {
      scene.clock.set(minutesIn(-1.1));
      await engine.look();
      scene.clock.set(minutesIn(-1));
      await engine.look();
      expect(spoken).toEqual([]);
      jasmine.clock().tick(3000);
      expect(spoken).toEqual(['about-to-start']);
    } finally {
      jasmine.clock().uninstall();
    }
  });

  it('PRE-1 the tab’s title and icon count, and are themselves again afterwards', async () => {
    const icon = document.head.appendChild(document.createElement('link'));
    icon.rel = 'icon';
    icon.href = 'icon.svg';
    const mark = () => decodeURIComponent(icon.getAttribute('href') ?? '');
    await pass(-6);
    expect(document.title).not.toContain('Fractions');
    await pass(-5 + second);
    expect(document.title).toBe('4:59 · Fractions · PeerLearn');
    expect(mark()).toContain('>5</text>');
    await pass(-0.5);
    expect(document.title).toBe('Join Now! · Fractions · PeerLearn');
    expect(mark()).toContain('>!</text>');
    await plan();
    await engine.look();
    expect(document.title).toBe('PeerLearn');
    expect(mark()).toBe('icon.svg');
    icon.remove();
  });

  it('PRE-1 looks again at the next full second of the countdown', async () => {
    scene.clock.set(minutesIn(-4) + 300);
    await engine.look();
    expect(scene.timer.waitMs).toBe(700);
    scene.clock.set(minutesIn(-4) + 1000);
    scene.timer.fire();
    await settled();
    expect(document.title).toContain('3:59');
  });

  it('PRE-1 does nothing before the server’s time is known', async () => {
    scene.clock.isSynced.set(false);
    await pass(-6, -5, 3);
    expect(sound.rung).toEqual([]);
    scene.clock.isSynced.set(true);
    await pass(-5.1, -5);
    expect(sound.rung).toEqual(['five-minutes 70']);
  });

  it('PRE-1 after sleep asks for the time and the sessions before it rings', async () => {
    await pass(-10);
    const later = aClock({ startsAt: isoAt(60), endsAt: isoAt(120) });
    scene.plan({ upcoming: aPage([aCard({ clock: later })]) });
    const syncs = scene.clock.syncs;
    await pass(-0.5);
    expect(scene.clock.syncs).toBe(syncs + 1);
    expect(scene.graphql.calls(SessionPagesDocument).length).toBe(2);
    expect(sound.rung).toEqual([]);
  });

  it('PRE-1 after sleep rings once, for what is still of use', async () => {
    await pass(-10, -0.5);
    expect(sound.rung).toEqual(['one-minute 70']);
  });

  it('PRE-11 a session that is moved rings at its new time', async () => {
    await pass(-5.2, -5.1);
    await plan(aCard({ clock: aClock({ startsAt: isoAt(10), endsAt: isoAt(70) }) }));
    await pass(-5, -4.9, 4.9, 5);
    expect(sound.rung).toEqual(['five-minutes 70']);
  });

  const quiet: readonly [name: string, card: Partial<Card>][] = [
    ['PRE-10 a cancelled session', { clock: aClock({ phase: 'CANCELLED' }) }],
    ['PRE-6 who is in on another device', { learner: aLearner('IN_ROOM') }],
    ['PRE-6 who was in', { learner: aLearner('AWAY') }],
  ];
  for (const [name, card] of quiet) {
    it(`${name} is told nothing`, async () => {
      await plan(aCard({ title: 'Fractions', ...card }));
      await pass(-5.1, -5, -1.1, -1, -0.1, 0, 0.1);
      expect(sound.rung).toEqual([]);
      expect(document.title).not.toContain('Fractions');
    });
  }

  it('PRE-5 who is in another room is not disturbed', async () => {
    await prefer({ autoJoin: true });
    TestBed.inject(OpenRoom).watch(() => 'another');
    await pass(-5.1, -5, -0.2, -10 * second, 0);
    expect(sound.rung).toEqual([]);
    expect(TestBed.inject(Router).url).toBe('/');
  });

  it('PRE-5 nor is who is in another room on another tab', async () => {
    await prefer({ autoJoin: true });
    scene.locks.elsewhere.add('room');
    await pass(-0.2, -10 * second, 0);
    expect(sound.rung).toEqual([]);
    expect(TestBed.inject(Router).url).toBe('/');
  });

  describe('with auto-join', () => {
    let autoJoin: AutoJoin;

    beforeEach(async () => {
      autoJoin = TestBed.inject(AutoJoin);
      await prefer({ autoJoin: true });
    });

    it('PRE-5 goes to the session ten seconds before, and calls in at 0:00', async () => {
      const go = spyOn(TestBed.inject(Router), 'navigateByUrl').and.callThrough();
      await pass(-0.3, -0.2);
      expect(TestBed.inject(Router).url).toBe('/');
      await pass(-9 * second);
      expect(TestBed.inject(Router).url).toBe('/session/session-1');
      // Perhaps nobody is there to say whether the page may be left.
      expect(go.calls.allArgs()).toEqual([['/session/session-1', { info: calledAway }]]);
      expect(autoJoin.waiting()).toEqual({ sessionId: 'session-1', isDue: false });
      await pass(0);
      expect(autoJoin.waiting()?.isDue).toBe(true);
    });

    it('PRE-5 does not go where it is off', async () => {
      await prefer({ autoJoin: false });
      await pass(-0.2, -9 * second, 0);
      expect(TestBed.inject(Router).url).toBe('/');
      expect(sound.rung).toEqual(['ten-seconds 70', 'start 70']);
    });

    it('PRE-5 one page goes', async () => {
      scene.locks.elsewhere.add('auto-join');
      await pass(-0.2, -9 * second, 0);
      expect(TestBed.inject(Router).url).toBe('/');
      expect(autoJoin.waiting()).toBeNull();
    });

    it('PRE-5 goes once: who went elsewhere meanwhile is left alone', async () => {
      await pass(-0.2, -9 * second);
      await TestBed.inject(Router).navigateByUrl('/settings');
      await pass(-5 * second, 0, second, 1.1);
      expect(TestBed.inject(Router).url).toBe('/settings');
      expect(autoJoin.waiting()).toBeNull();
    });

    it('PRE-5 who enters is not told that they missed the start', async () => {
      await pass(-0.2, -9 * second, 0);
      TestBed.inject(OpenRoom).watch(() => 'session-1');
      await pass(second, 5 * second);
      expect(sound.rung).toEqual(['ten-seconds 70']);
      expect(autoJoin.waiting()).toBeNull();
      expect(await scene.locks.isTaken('auto-join')).toBe(false);
    });

    it('PRE-5 who cannot enter hears "Join Now" after all', async () => {
      await pass(-0.2, -9 * second, 0, second);
      expect(sound.rung).toEqual(['ten-seconds 70']);
      await pass(4 * second);
      expect(sound.rung).toEqual(['ten-seconds 70', 'start 70']);
    });

    it('PRE-5 gives up when it is turned off', async () => {
      await pass(-0.2, -9 * second);
      await prefer({ autoJoin: false });
      await pass(-5 * second);
      expect(autoJoin.waiting()).toBeNull();
    });
  });
});
