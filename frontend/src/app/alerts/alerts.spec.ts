import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { ComingSessions } from '../session/coming-sessions';
import { OpenRoom } from '../session/open-room';
import { ToldSession } from '../session/told-session';
import { expectAccessible } from '../testing/accessibility';
import { aCard, aPage, minutesIn } from '../testing/builders';
import { Scene } from '../testing/scene';
import { type Screen, settled, show, textOf } from '../testing/screen';
import { AlertEngine } from './alert-engine';
import { Alerts } from './alerts';
import { Sound } from './sound';

describe('Alerts', () => {
  let scene: Scene;
  let isBlocked: ReturnType<typeof signal<boolean>>;
  let rung: string[];

  beforeEach(async () => {
    isBlocked = signal(false);
    rung = [];
    const sound = {
      isBlocked,
      isReady: () => !isBlocked(),
      prepare: () => undefined,
      rest: () => undefined,
      allow: () => {
        isBlocked.set(false);
        return Promise.resolve();
      },
      play: (chime: string) => rung.push(chime),
    };
    scene = new Scene({ provide: Sound, useValue: sound });
    await scene.signIn();
  });

  afterEach(() => {
    document.title = 'Karma';
  });

  async function openAt(minute: number, path: string): Promise<Screen<Alerts>> {
    scene.plan({ upcoming: aPage([aCard({ title: 'Fractions' })]) });
    TestBed.inject(ComingSessions).open();
    scene.clock.set(minutesIn(minute));
    await TestBed.inject(Router).navigateByUrl(path);
    await settled();
    const screen = await show(Alerts);
    await screen.settle();
    return screen;
  }

  const rows: readonly [name: string, minute: number, text: string, button: string][] = [
    ['PRE-1 in the last five minutes', -4, 'Session starts in 4:00 Fractions', 'Join'],
    ['PRE-4 in the last minute', -0.5, 'Get ready to join! 0:30 Fractions', 'Join Now!'],
    ['PRE-6 after the start', 1, 'You missed your start, Join Now! Fractions', 'Join Now!'],
  ];
  for (const [name, minute, text, button] of rows) {
    it(`${name} the way to the session is on every page`, async () => {
      const screen = await openAt(minute, '/settings');
      expect(textOf(screen.get('complementary'))).toContain(text);
      expect(screen.get('link', button).getAttribute('href')).toBe('/session/session-1');
      await expectAccessible(screen);
    });
  }

  it('PRE-1 has nothing to say earlier', async () => {
    expect((await openAt(-6, '/settings')).text).toBe('');
  });

  for (const path of ['/', '/session/session-1', '/session/session-1?check']) {
    it(`PRE-4 leaves ${path} to its own button`, async () => {
      expect((await openAt(-4, path)).text).toBe('');
    });
  }

  it('PRE-1 PRE-4 put away, the bar comes back in the last minute, and once more at the start', async () => {
    const screen = await openAt(-4, '/settings');
    await screen.press('button', 'Hide until the last minute');
    expect(screen.text).toBe('');
    const pass = async (minute: number) => {
      scene.clock.set(minutesIn(minute));
      await screen.settle();
    };
    await pass(-1.1);
    expect(screen.text).toBe('');
    await pass(-0.9);
    expect(screen.has('link', 'Join Now!')).toBe(true);
    await screen.press('button', 'Hide');
    await pass(-0.1);
    expect(screen.text).toBe('');
    await pass(0.1);
    expect(screen.text).toContain('You missed your start, Join Now!');
    await screen.press('button', 'Hide');
    await pass(2);
    expect(screen.text).toBe('');
  });

  it('PRE-1 ROOM-15 Escape puts the bar away, also for the page that is loaded next', async () => {
    const screen = await openAt(-4, '/settings');
    await screen.key(screen.get('link', 'Join'), 'Escape');
    expect(screen.text).toBe('');
    screen.fixture.destroy();
    expect((await openAt(-3, '/settings')).text).toBe('');
  });

  it('PRE-3 says that it tells of the session, also to who has put it away', async () => {
    const told = TestBed.inject(ToldSession);
    expect(told.sessionId()).toBeNull();
    const screen = await openAt(-4, '/settings');
    expect(told.sessionId()).toBe('session-1');
    await screen.press('button', 'Hide until the last minute');
    expect(told.sessionId()).toBe('session-1');
    screen.fixture.destroy();
    expect(told.sessionId()).toBeNull();
  });

  it('PRE-2 an offer of sound that was put away is not made again by itself', async () => {
    isBlocked.set(true);
    const screen = await openAt(-10, '/settings');
    await screen.press('button', 'Hide');
    expect(screen.text).toBe('');
    scene.clock.set(minutesIn(-4));
    await TestBed.inject(AlertEngine).look();
    await screen.settle();
    expect(screen.has('link', 'Join')).toBe(true);
    expect(screen.has('button', 'Turn on sound')).toBe(true);
  });

  it('PRE-2 "Turn on sound" takes one tap, wherever the browser blocks it', async () => {
    isBlocked.set(true);
    const screen = await openAt(-10, '/');
    await expectAccessible(screen);
    await screen.press('button', 'Turn on sound');
    expect(screen.has('button')).toBe(false);
    expect(rung).toEqual(['five-minutes']);
  });

  it('PRE-2 does not ask where another tab sounds, or in a room, which asks by itself', async () => {
    isBlocked.set(true);
    scene.locks.elsewhere.add('sound');
    expect((await openAt(-10, '/')).text).toBe('');
    scene.locks.elsewhere.clear();
    TestBed.inject(OpenRoom).watch(() => 'session-1');
    expect((await openAt(-10, '/')).text).toBe('');
  });
});
