import { expectAccessible } from '../testing/accessibility';
import { aClock, aViewer, minutesIn } from '../testing/builders';
import { Scene } from '../testing/scene';
import { show } from '../testing/screen';
import { timesOf } from './session-clock';
import { SessionWhen } from './session-when';

describe('SessionWhen', () => {
  let scene: Scene;

  beforeEach(() => {
    scene = new Scene();
  });

  it('PRE-8 says day, time in the viewer’s zone, and length', async () => {
    await scene.signIn(aViewer({ timeZone: 'Europe/Berlin' }));
    const screen = await show(SessionWhen, { times: timesOf(aClock()) });
    expect(screen.text).toMatch(/^Today 13:00 – 14:00 (CET|GMT\+1) 1 hour$/);
    await expectAccessible(screen);
  });

  it('PRE-8 knows when tomorrow has become today', async () => {
    scene.clock.set(minutesIn(-24 * 60));
    const screen = await show(SessionWhen, { times: timesOf(aClock()) });
    expect(screen.text).toContain('Tomorrow');
    scene.clock.set(minutesIn(-10));
    await screen.settle();
    expect(screen.text).toContain('Today');
  });
});
