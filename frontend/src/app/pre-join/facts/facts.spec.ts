import { expectAccessible } from '../../testing/accessibility';
import { aConsent, aLearner, aMentor, aSession, isoAt } from '../../testing/builders';
import { Scene } from '../../testing/scene';
import { show } from '../../testing/screen';
import { Facts } from './facts';

describe('Facts', () => {
  let scene: Scene;

  beforeEach(() => {
    scene = new Scene();
  });

  it('PRE-8 says which session it is, when, and with whom', async () => {
    await scene.open();
    const screen = await show(Facts);
    expect(screen.has('heading', 'Closures')).toBe(true);
    for (const text of ['JavaScript in depth', 'Mia Mentor', 'Your mentor', 'Today', '1 hour']) {
      expect(screen.text).toContain(text);
    }
    await expectAccessible(screen);
  });

  it('PRE-8 the day, the hours and the duration each have their picture, wherever the line breaks', async () => {
    await scene.open();
    const screen = await show(Facts);
    const parts = [...screen.root.querySelectorAll('pl-session-when > span')];
    expect(parts.length).toBe(3);
    for (const part of parts) expect(part.querySelector('pl-icon')).not.toBeNull();
  });

  it('PRE-8 tells a mentor of their learner', async () => {
    await scene.open(aSession({ viewerRole: 'MENTOR', learner: aLearner('ABSENT') }));
    const screen = await show(Facts);
    expect(screen.text).toContain('Leo Learner');
    expect(screen.text).toContain('Your learner');
  });

  it('ROOM-18 says what is asked in the room, before anybody enters it', async () => {
    await scene.open(aSession({ consents: [aConsent()] }));
    const screen = await show(Facts);
    await screen.until(() => screen.text.includes('You are both asked about a transcript.'));
    expect(screen.text).toContain('Nothing runs unless you both agree.');
    await expectAccessible(screen);
  });

  it('PRE-8 says whether the other one is here, as it changes', async () => {
    await scene.open();
    const screen = await show(Facts);
    expect(screen.text).toContain('Not here yet');
    await scene.tell(aSession({ mentor: aMentor('IN_ROOM') }));
    await screen.settle();
    expect(screen.text).toContain('In the room');
  });

  it('PRE-8 says that the other one is ready as soon as they have tried their devices', async () => {
    await scene.open();
    const screen = await show(Facts);
    expect(screen.text).not.toContain('ready');
    const fine = { camera: 'OK', microphone: 'OK', speaker: 'OK', network: 'OK' } as const;
    const readiness = { at: isoAt(-8), ...fine, isReady: true };
    await scene.tell(aSession({ mentor: { ...aMentor(), readiness } }));
    await screen.settle();
    expect(screen.text).toContain('Mia is ready');
    await expectAccessible(screen);
  });
});
