import { expectAccessible } from '../testing/accessibility';
import { Scene } from '../testing/scene';
import { show } from '../testing/screen';
import { SpeakerTest } from './speaker-test';

describe('SpeakerTest', () => {
  let scene: Scene;

  beforeEach(() => {
    scene = new Scene();
  });

  for (const [answer, isHeard, text] of [
    ['Yes', true, 'Your speaker works.'],
    ['No', false, 'Turn up the volume'],
  ] as const) {
    it(`PRE-8 plays a sound, asks, and takes "${answer}"`, async () => {
      const screen = await show(SpeakerTest);
      const told: boolean[] = [];
      screen.component.heard.subscribe((heard) => told.push(heard));
      await screen.press('button', 'Play test sound');
      expect(scene.sound.played).toEqual(['']);
      expect(screen.text).toContain('Did you hear it?');
      await expectAccessible(screen);
      await screen.press('button', answer);
      expect(told).toEqual([isHeard]);
      expect(screen.text).toContain(text);
    });
  }

  it('FAIL-13 says that the browser did not play it', async () => {
    scene.sound.failure = new Error('not allowed');
    const screen = await show(SpeakerTest);
    await screen.press('button', 'Play test sound');
    expect(screen.text).toContain('Your browser did not play the sound. Try again.');
  });
});
