import { TestBed } from '@angular/core/testing';
import { DeviceStore } from '../../media/device-store';
import { expectAccessible } from '../../testing/accessibility';
import { aLearner, aSession } from '../../testing/builders';
import { aPeer } from '../../testing/fake-media';
import { Scene } from '../../testing/scene';
import { show } from '../../testing/screen';
import { FloatingView } from './floating-view';

describe('FloatingView', () => {
  it('ROOM-14 has the other one, the time left and the most needed controls', async () => {
    const scene = new Scene();
    await TestBed.inject(DeviceStore).start();
    await scene.open(aSession({ learner: aLearner('IN_ROOM') }));
    await scene.enter();
    scene.media.call.become({ peer: aPeer() });
    const screen = await show(FloatingView);
    const labels = [...screen.root.querySelectorAll('video')].map((one) => one.ariaLabel);
    expect(labels).toEqual(['Video of Mia Mentor', 'Your camera']);
    expect(screen.text).toContain('Time left');
    await screen.press('button', 'Mute');
    await screen.press('button', 'Turn camera off');
    expect(scene.media.device('microphone').isOn).toBe(false);
    expect(scene.media.device('camera').isOn).toBe(false);
    let left = 0;
    screen.component.leave.subscribe(() => left++);
    await screen.press('button', 'Leave');
    expect(left).toBe(1);
    await expectAccessible(screen);
  });

  it('FAIL-2 says that the picture pauses', async () => {
    const scene = new Scene();
    await TestBed.inject(DeviceStore).start();
    await scene.open(aSession({ learner: aLearner('IN_ROOM') }));
    await scene.enter();
    scene.media.call.become({ peer: aPeer({ camera: null, isPicturePaused: true }) });
    const screen = await show(FloatingView);
    expect(screen.text).toContain('Picture paused to keep the sound clear');
    await expectAccessible(screen);
  });
});
