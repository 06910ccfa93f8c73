import { TestBed } from '@angular/core/testing';
import { DeviceStore } from '../../media/device-store';
import { PictureInPicture } from '../stage/picture-in-picture';
import { expectAccessible } from '../../testing/accessibility';
import { minutesIn } from '../../testing/builders';
import { Scene } from '../../testing/scene';
import { type Screen, show } from '../../testing/screen';
import { StageControls } from '../stage-controls';
import { QuietCard } from './quiet-card';
import { QuietListener } from './quiet-listener';

const question = 'Are you talking? Your microphone gives no sound.';

describe('QuietCard', () => {
  let scene: Scene;
  let screen: Screen<QuietCard>;
  let isHeldBack: boolean;

  beforeEach(async () => {
    scene = new Scene(QuietListener, StageControls, PictureInPicture);
    scene.clock.set(minutesIn(10));
    await TestBed.inject(DeviceStore).start();
    isHeldBack = false;
    Object.defineProperty(scene.media.device('microphone').track, 'muted', {
      get: () => isHeldBack,
    });
    screen = await show(QuietCard);
  });

  /** A phone call takes the microphone, or gives it back. */
  async function holdBack(is: boolean): Promise<void> {
    isHeldBack = is;
    await screen.until(() => {
      scene.clock.set(scene.clock.now() + 500);
      return screen.text.includes(question) === is;
    });
  }

  it('FAIL-3 asks who is not heard, until they are', async () => {
    expect(screen.text).toBe('');
    await holdBack(true);
    expect(screen.has('status')).toBe(true);
    await expectAccessible(screen);
    await holdBack(false);
    expect(screen.text).toBe('');
  });

  it('FAIL-3 opens the settings', async () => {
    await holdBack(true);
    await screen.press('button', 'Open settings');
    expect(TestBed.inject(StageControls).isSettingsOpen()).toBe(true);
    expect(screen.text).toBe('');
  });

  it('FAIL-3 asks no more once it is waved away', async () => {
    await holdBack(true);
    await screen.press('button', 'Not now');
    scene.clock.set(minutesIn(20));
    await screen.settle();
    expect(screen.text).toBe('');
  });

  it('FAIL-3 does not ask who is muted', async () => {
    await holdBack(true);
    await TestBed.inject(DeviceStore).toggle('microphone');
    await screen.settle();
    expect(screen.text).toBe('');
  });
});
