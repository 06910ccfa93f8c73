import { TestBed } from '@angular/core/testing';
import { DeviceStore } from '../../media/device-store';
import { expectAccessible } from '../../testing/accessibility';
import { aClock, aLearner, aMentor, aSession, isoAt } from '../../testing/builders';
import { aPeer, browserError } from '../../testing/fake-media';
import { Scene } from '../../testing/scene';
import { type Screen, show, textOf } from '../../testing/screen';
import { Stage } from './stage';

type Session = Parameters<typeof aSession>[0];

describe('Stage', () => {
  let scene: Scene;

  beforeEach(async () => {
    scene = new Scene();
    await TestBed.inject(DeviceStore).start();
  });

  /** The room as it is for somebody who is in the call. */
  async function open(session: Session = {}): Promise<Screen<Stage>> {
    await scene.open(aSession({ learner: aLearner('IN_ROOM'), ...session }));
    await scene.enter();
    const screen = await show(Stage);
    // The room gives the stage its space.
    screen.root.style.cssText = 'block-size: 30rem; inline-size: 50rem';
    return screen;
  }

  function video(screen: Screen<Stage>, label: string): Element | null {
    return screen.root.querySelector(`video[aria-label="${label}"]`);
  }

  it('ROOM-2 shows the other one large and oneself in a corner', async () => {
    const screen = await open();
    scene.media.call.become({ peer: aPeer() });
    await screen.settle();
    expect(video(screen, 'Video of Mia Mentor')).not.toBeNull();
    expect(video(screen, 'Your camera')).not.toBeNull();
    expect(screen.text).toContain('Mia Mentor');
    await expectAccessible(screen);
  });

  it('ROOM-9 shows that the other one is muted, and their initials without a camera', async () => {
    const screen = await open();
    scene.media.call.become({ peer: aPeer({ isMicrophoneOn: false, isCameraOn: false }) });
    await screen.settle();
    expect(video(screen, 'Video of Mia Mentor')).toBeNull();
    expect(screen.text).toContain('Muted');
    expect(screen.text).toContain('MM');
    await expectAccessible(screen);
  });

  it('FAIL-2 says that a picture pauses, and not that a camera is off', async () => {
    const screen = await open();
    scene.media.call.become({ peer: aPeer({ camera: null, isPicturePaused: true }) });
    await screen.settle();
    expect(video(screen, 'Video of Mia Mentor')).toBeNull();
    expect(screen.text).toContain('Picture paused to keep the sound clear');
    await expectAccessible(screen);
    scene.media.call.become({ peer: aPeer() });
    await screen.settle();
    expect(screen.text).not.toContain('Picture paused');
  });

  it('ROOM-3 shows that oneself is muted and without a camera', async () => {
    const screen = await open();
    await TestBed.inject(DeviceStore).toggle('microphone');
    await TestBed.inject(DeviceStore).toggle('camera');
    await screen.settle();
    expect(screen.text).toContain('You are muted');
    expect(video(screen, 'Your camera')).toBeNull();
    expect(screen.text).toContain('LL');
    await expectAccessible(screen);
  });

  it('ROOM-13 "Connecting…" until it is connected', async () => {
    await scene.open();
    scene.media.connectProblems.push(browserError('ConnectionError'));
    await scene.enter();
    const screen = await show(Stage);
    expect(textOf(screen.get('status'))).toBe('Connecting…');
    await expectAccessible(screen);
  });

  it('FAIL-8 only moves while the connection is lost: one place says so, and it is not this one', async () => {
    const screen = await open();
    scene.media.call.end('lost');
    await screen.settle();
    expect(textOf(screen.get('status'))).toBe('');
    expect(screen.root.querySelector('pl-connecting')).not.toBeNull();
    await expectAccessible(screen);
  });

  const waits: readonly [name: string, session: Session, text: string][] = [
    ['ROOM-11 for the mentor', {}, 'Waiting for mentor…'],
    [
      'ROOM-11 for the learner',
      { viewerRole: 'MENTOR', learner: aLearner('ABSENT') },
      'Waiting for learner…',
    ],
    [
      'FAIL-6 the mentor drops',
      { actualStart: isoAt(0), mentor: aMentor('AWAY') },
      'Mentor disconnected, please wait...',
    ],
    [
      'FAIL-6 the mentor comes back',
      { actualStart: isoAt(0), mentor: aMentor('REJOINING') },
      'Mentor rejoining...',
    ],
    [
      'FAIL-7 the learner drops',
      { actualStart: isoAt(0), viewerRole: 'MENTOR', learner: aLearner('AWAY') },
      'Waiting for learner...',
    ],
  ];
  for (const [name, session, text] of waits) {
    it(`${name}: "${text}"`, async () => {
      const screen = await open(session);
      expect(textOf(screen.get('status'))).toBe(text);
      await expectAccessible(screen);
    });
  }

  it('LIFE-5 who waits in vain may go on waiting', async () => {
    const screen = await open({ clock: aClock({ phase: 'NO_SHOW' }) });
    expect(screen.text).toContain('Mia Mentor has not come yet. You may go on waiting.');
  });

  it('ROOM-11 says that the other one is getting ready', async () => {
    const screen = await open({ mentor: aMentor('ATTENDING') });
    expect(screen.text).toContain('Mia Mentor is getting ready.');
  });

  it('LIFE-2 says that another page is in the call too', async () => {
    const screen = await open();
    scene.media.call.become({ peer: aPeer(), isElsewhere: true });
    await screen.settle();
    expect(screen.text).toContain('You are in this session on another page too.');
    expect(screen.has('button', 'Use here')).toBe(true);
    await expectAccessible(screen);
  });
});
