import { expectAccessible } from '../../testing/accessibility';
import { aClock, aSession, isoAt, minutesIn } from '../../testing/builders';
import { Scene } from '../../testing/scene';
import { type Screen, show, textOf } from '../../testing/screen';
import { RoomHeader } from './room-header';

describe('RoomHeader', () => {
  let scene: Scene;

  beforeEach(async () => {
    scene = new Scene();
    await scene.signIn();
  });

  async function open(parts: Parameters<typeof aClock>[0]): Promise<Screen<RoomHeader>> {
    await scene.open(aSession({ actualStart: isoAt(0), clock: aClock(parts) }));
    return show(RoomHeader);
  }

  it('ROOM-1 says which session it is, with whom, how it stands and when it ends', async () => {
    scene.clock.set(minutesIn(10));
    const screen = await open({ phase: 'IN_PROGRESS', runningSince: isoAt(0) });
    expect(screen.has('heading', 'Closures')).toBe(true);
    const texts = ['JavaScript in depth', 'with Mia Mentor', 'In progress', 'Ends at 13:00'];
    for (const text of texts) expect(screen.text).toContain(text);
    await expectAccessible(screen);
  });

  it('ROOM-1 time left and elapsed time run', async () => {
    scene.clock.set(minutesIn(10));
    const screen = await open({ phase: 'IN_PROGRESS', runningSince: isoAt(0) });
    expect(textOf(screen.get('timer'))).toBe('50:00');
    expect(screen.text).toContain('Elapsed 10:00');
    scene.clock.set(minutesIn(10.5));
    await screen.settle();
    expect(textOf(screen.get('timer'))).toBe('49:30');
    expect(screen.text).toContain('Elapsed 10:30');
  });

  it('LIFE-3 stands still while one is away', async () => {
    scene.clock.set(minutesIn(10));
    const screen = await open({ phase: 'PAUSED', activeMs: 300_000 });
    expect(screen.text).toContain('Paused');
    scene.clock.set(minutesIn(12));
    await screen.settle();
    expect(textOf(screen.get('timer'))).toBe('55:00');
  });

  const phases = [
    ['WAITING', 'Waiting'],
    ['JOINABLE', 'Waiting'],
    ['NO_SHOW', 'Not come yet'],
  ] as const;
  for (const [phase, text] of phases) {
    it(`ROOM-1 ${phase} reads "${text}"`, async () => {
      expect((await open({ phase })).text).toContain(text);
    });
  }

  it('ROOM-1 shows how good the connection is', async () => {
    const screen = await open({ phase: 'IN_PROGRESS' });
    expect(screen.has('img', 'Connection: measuring')).toBe(true);
    await scene.enter();
    scene.media.call.become({ quality: 'poor' });
    await screen.settle();
    expect(screen.has('img', 'Connection: poor')).toBe(true);
  });

  it('LIFE-4 the last minutes stand out', async () => {
    scene.clock.set(minutesIn(54));
    const screen = await open({ phase: 'IN_PROGRESS', runningSince: isoAt(0) });
    const isMarked = () => screen.get('timer').closest('[data-state="soon"]') !== null;
    expect(isMarked()).toBe(false);
    scene.clock.set(minutesIn(55));
    await screen.settle();
    expect(isMarked()).toBe(true);
    await expectAccessible(screen);
  });
});
