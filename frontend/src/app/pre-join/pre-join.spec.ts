import { TestBed } from '@angular/core/testing';
import { AutoJoin } from '../alerts/auto-join';
import type { Presence } from '../graphql/schema-types';
import { DeviceStore } from '../media/device-store';
import { JoinSessionDocument } from '../media/media-operations';
import { MediaStore } from '../media/media-store';
import { expectAccessible } from '../testing/accessibility';
import { aClock, aLearner, aMentor, aSession, aTopic, isoAt, minutesIn } from '../testing/builders';
import { browserError } from '../testing/fake-media';
import { Scene } from '../testing/scene';
import { type Screen, settled, show, textOf } from '../testing/screen';
import { PreJoin } from './pre-join';

const place = { sessionId: 'session-1', connectionId: 'page-1' };

describe('PreJoin', () => {
  let scene: Scene;

  beforeEach(async () => {
    scene = new Scene();
    await scene.signIn();
  });

  function joins(screen: Screen<PreJoin>) {
    const manners: string[] = [];
    screen.component.join.subscribe((manner) => manners.push(manner));
    return {
      manners,
      get count(): number {
        return manners.length;
      },
    };
  }

  it('PRE-8 shows what is coming, the devices and tips', async () => {
    await scene.open(aSession({ topics: [aTopic('t', { title: 'Scopes' })] }));
    const screen = await show(PreJoin);
    expect(screen.has('heading', 'Closures')).toBe(true);
    expect(textOf(screen.get('timer'))).toBe('Session starts in 10:00');
    expect(screen.has('meter', 'Microphone level')).toBe(true);
    for (const text of ['Scopes', 'Ensure good lighting', 'Use headphones for best audio']) {
      expect(screen.text).toContain(text);
    }
    await expectAccessible(screen);
  });

  it('PRE-9 asks for camera and microphone once', async () => {
    await scene.open();
    await show(PreJoin);
    expect(scene.media.wishes.length).toBe(1);
  });

  it('PRE-8 joins when asked to', async () => {
    await scene.open();
    const screen = await show(PreJoin);
    const joined = joins(screen);
    await screen.press('button', 'Join Now');
    expect(joined.count).toBe(1);
  });

  for (const [name, state, atOnce] of [
    ['PRE-9 waits a moment for devices that are opening', 'granted', 0],
    ['FAIL-3 joins with nothing while the browser still asks', 'prompt', 1],
  ] as const) {
    it(name, async () => {
      spyOn(navigator.permissions, 'query').and.resolveTo({ state } as PermissionStatus);
      const answer = Promise.withResolvers<Record<string, never>>();
      spyOn(scene.media, 'openDevices').and.returnValue(answer.promise);
      await scene.open();
      const screen = await show(PreJoin);
      const joined = joins(screen);
      await screen.press('button', 'Join Now');
      expect(joined.count).toBe(atOnce);
      expect(screen.has('button', 'Joining…')).toBe(atOnce === 0);
      answer.reject(browserError('NotFoundError'));
      await screen.settle();
      expect(joined.count).toBe(1);
    });
  }

  it('PRE-8 opens the guided check for who comes from a reminder, and closes it', async () => {
    await scene.open();
    const screen = await show(PreJoin, { isAskedToCheck: true });
    await screen.settle();
    expect(screen.has('region', 'Device check')).toBe(true);
    expect(screen.has('button', 'Check my devices')).toBe(false);
    for (const name of ['Go without', 'Go without', 'Skip', 'Skip', 'Close']) {
      await screen.press('button', name);
    }
    expect(screen.has('region', 'Device check')).toBe(false);
    await screen.press('button', 'Check my devices');
    expect(screen.has('region', 'Device check')).toBe(true);
  });

  it('FAIL-3 joins with what works, and says what does not', async () => {
    spyOn(navigator.permissions, 'query').and.resolveTo({ state: 'granted' } as PermissionStatus);
    scene.media.broken.camera = browserError('NotFoundError');
    scene.media.present.camera = [];
    await scene.open();
    const screen = await show(PreJoin);
    const joined = joins(screen);
    expect(textOf(screen.get('alert'))).toContain('Please enable your mic/camera to join session.');
    expect(textOf(screen.get('alert'))).toContain('Your camera was not found.');
    await screen.press('button', 'Join Now');
    expect(joined.count).toBe(1);
    await expectAccessible(screen);
  });

  it('PRE-13 has no Join before the door opens, and says when it does', async () => {
    scene.clock.set(minutesIn(-30));
    await scene.open(aSession({ clock: aClock({ phase: 'EARLY' }) }));
    const screen = await show(PreJoin);
    expect(screen.has('button', 'Join Now')).toBe(false);
    expect(screen.text).toContain('You can join from 11:45.');
    await expectAccessible(screen);
    scene.clock.set(minutesIn(-15));
    await screen.settle();
    expect(screen.has('button', 'Join Now')).toBe(true);
  });

  it('PRE-6 "You missed your start, Join Now!"', async () => {
    await scene.open();
    const screen = await show(PreJoin);
    scene.clock.set(minutesIn(0));
    await screen.settle();
    expect(screen.text).toContain('You missed your start, Join Now!');
    expect(screen.has('timer')).toBe(false);
    await expectAccessible(screen);
  });

  it('PRE-8 says that the other one waits, aloud too', async () => {
    await scene.open();
    const screen = await show(PreJoin);
    await scene.tell(aSession({ mentor: aMentor('IN_ROOM') }));
    await screen.settle();
    expect(screen.text).toContain('Mia Mentor is waiting for you.');
    expect(screen.all('status').map(textOf)).toContain('Mia Mentor is here');
  });

  const urgencies: readonly [name: string, minute: number, text: string, button: string][] = [
    ['PRE-4 calm until five minutes before', -6, 'Session starts in 6:00', 'Join Now'],
    ['PRE-4 soon', -5, 'Session starts in 5:00', 'Join Now'],
    ['PRE-4 in the last minute', -1, 'Get ready to join!', 'Join Now!'],
    ['PRE-6 late', 0, 'You missed your start, Join Now!', 'Join Now!'],
  ];
  for (const [name, minute, text, button] of urgencies) {
    it(`${name}: "${text}" and "${button}"`, async () => {
      await scene.open();
      scene.clock.set(minutesIn(minute));
      const screen = await show(PreJoin);
      expect(screen.text).toContain(text);
      const size = screen.get('button', button).getAttribute('data-size');
      expect(size).toBe(minute < -5 ? 'large' : 'huge');
      await expectAccessible(screen);
    });
  }

  describe('when auto-join calls in', () => {
    async function callIn(): Promise<{
      screen: Screen<PreJoin>;
      joined: ReturnType<typeof joins>;
    }> {
      const autoJoin = TestBed.inject(AutoJoin);
      await scene.open();
      const screen = await show(PreJoin);
      const joined = joins(screen);
      autoJoin.wait('session-1');
      scene.clock.set(minutesIn(0));
      await screen.settle();
      expect(joined.count).toBe(0);
      autoJoin.callIn();
      await screen.settle();
      return { screen, joined };
    }

    it('PRE-5 goes in at 0:00 with the devices that were checked, once', async () => {
      const { screen, joined } = await callIn();
      expect(joined.manners).toEqual(['by-itself']);
      await screen.settle();
      expect(joined.count).toBe(1);
      expect(scene.media.wishes.length).toBe(1);
    });

    it('PRE-5 does not go in with devices that fail, says so and leaves "Join Now!"', async () => {
      scene.media.broken.camera = browserError('NotFoundError');
      const { screen, joined } = await callIn();
      expect(joined.count).toBe(0);
      expect(screen.text).toContain('Auto-join waits for your devices.');
      await expectAccessible(screen);
      await screen.press('button', 'Join Now!');
      expect(joined.count).toBe(1);
    });

    it('PRE-5 goes in as soon as the devices are mended', async () => {
      scene.media.broken.camera = browserError('NotFoundError');
      const { screen, joined } = await callIn();
      delete scene.media.broken.camera;
      await TestBed.inject(DeviceStore).retry();
      await screen.settle();
      expect(joined.count).toBe(1);
    });

    it('PRE-5 does not go in where the person is in already, on another device', async () => {
      await scene.open(aSession({ learner: aLearner('IN_ROOM') }));
      const screen = await show(PreJoin);
      const joined = joins(screen);
      TestBed.inject(AutoJoin).wait('session-1');
      TestBed.inject(AutoJoin).callIn();
      await screen.settle();
      expect(joined.manners).toEqual([]);
      await screen.press('button', 'Use here');
      expect(joined.manners).toEqual(['pressed']);
    });

    it('PRE-5 does not go in where another session is meant', async () => {
      await scene.open();
      const screen = await show(PreJoin);
      const joined = joins(screen);
      TestBed.inject(AutoJoin).wait('another');
      TestBed.inject(AutoJoin).callIn();
      await screen.settle();
      expect(joined.count).toBe(0);
    });
  });

  it('PRE-5 offers auto-join', async () => {
    await scene.open();
    expect((await show(PreJoin)).has('switch', /Auto-join/)).toBe(true);
  });

  const returns: readonly [name: string, hasLeft: boolean, presence: Presence][] = [
    ['FAIL-5 who left this page', true, 'ATTENDING'],
    ['FAIL-5 who reloaded it', false, 'REJOINING'],
    ['FAIL-5 who dropped out just now', false, 'AWAY'],
  ];
  for (const [name, hasLeft, presence] of returns) {
    it(`${name} is asked: "You left the session. Want to rejoin?"`, async () => {
      const clock = aClock({ phase: 'PAUSED', serverTime: isoAt(5) });
      await scene.open(aSession({ learner: aLearner(presence), clock }));
      const screen = await show(PreJoin, { hasLeft });
      expect(screen.text).toContain('You left the session. Want to rejoin?');
      const joined = joins(screen);
      await screen.press('button', 'Rejoin');
      expect(joined.count).toBe(1);
    });
  }

  it('LIFE-2 who is in on another page may move the call here', async () => {
    await scene.open(aSession({ learner: aLearner('IN_ROOM') }));
    const screen = await show(PreJoin);
    expect(screen.text).toContain('You are in this session on another page.');
    expect(screen.has('button', 'Use here')).toBe(true);
  });

  it('FAIL-10 "Video service unavailable. Try again."', async () => {
    scene.graphql.answer(JoinSessionDocument, () => ({
      joinSession: { __typename: 'MediaUnavailable' as const, message: '' },
    }));
    await scene.open();
    const screen = await show(PreJoin);
    void TestBed.inject(MediaStore).enter(place);
    await screen.settle();
    expect(textOf(screen.get('alert'))).toBe('Video service unavailable. Try again.');
    await expectAccessible(screen);
  });

  it('FAIL-10 "Unable to connect."', async () => {
    await scene.open();
    const screen = await show(PreJoin);
    void TestBed.inject(MediaStore).enter(place);
    await screen.settle();
    expect(textOf(screen.get('alert'))).toBe('Unable to connect.');
  });

  it('LIFE-5 who was put out is told', async () => {
    await scene.open();
    await scene.enter();
    scene.media.call.end('removed');
    await settled();
    const screen = await show(PreJoin);
    expect(textOf(screen.get('alert'))).toBe('You were removed from the call.');
  });

  it('FAIL-10 says that joining was refused', async () => {
    scene.graphql.refuse(JoinSessionDocument, 'forbidden');
    await scene.open();
    const screen = await show(PreJoin);
    void TestBed.inject(MediaStore).enter(place);
    await screen.settle();
    expect(textOf(screen.get('alert'))).toBe('You cannot join now. Reload the page and try again.');
  });
});
