import { expectAccessible } from '../../testing/accessibility';
import { aClock, aLearner, aMentor, aSession, isoAt, minutesIn } from '../../testing/builders';
import { aPeer } from '../../testing/fake-media';
import { Scene } from '../../testing/scene';
import { type Screen, show, textOf } from '../../testing/screen';
import { RoomHeader } from './room-header';

describe('RoomHeader', () => {
  let scene: Scene;

  beforeEach(async () => {
    scene = new Scene();
    await scene.signIn();
  });

  async function open(
    parts: Parameters<typeof aClock>[0],
    others: Parameters<typeof aSession>[0] = {},
  ): Promise<Screen<RoomHeader>> {
    await scene.open(aSession({ actualStart: isoAt(0), clock: aClock(parts), ...others }));
    return show(RoomHeader);
  }

  it('ROOM-1 says which session it is, with whom, how it stands and when it ends', async () => {
    scene.clock.set(minutesIn(10));
    const screen = await open({ phase: 'IN_PROGRESS', runningSince: isoAt(0) });
    expect(screen.has('heading', 'Closures')).toBe(true);
    const texts = ['JavaScript in depth', 'Mia Mentor', 'In progress', 'Ends at 13:00'];
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

  function chips(screen: Screen<RoomHeader>): readonly string[] {
    return screen.all('listitem').map(textOf);
  }

  it('ROOM-1 says in words and bars how good both connections are', async () => {
    const learner = aLearner('IN_ROOM');
    const screen = await open({ phase: 'IN_PROGRESS' }, { mentor: aMentor('IN_ROOM'), learner });
    expect(chips(screen).join()).toContain('Connection: Measuring');
    await scene.enter();
    scene.media.call.become({ quality: 'poor', peer: aPeer({ quality: 'excellent' }) });
    await screen.settle();
    const [other, self] = chips(screen);
    expect(other).toMatch(/Mia Mentor Active .*Connection: ?Excellent/);
    expect(self).toMatch(/You Active .*Connection: ?Poor/);
    await expectAccessible(screen);
  });

  it('ROOM-9 has "Active", "Disconnected", "Muted", and who raised their hand', async () => {
    const learner = { ...aLearner('IN_ROOM'), handRaisedAt: isoAt(3) };
    const screen = await open({ phase: 'PAUSED' }, { mentor: aMentor('AWAY'), learner });
    const [other, self] = chips(screen);
    expect(other).toContain('Mia Mentor Disconnected');
    expect(self).toMatch(/You Active Muted Hand raised/);
    await expectAccessible(screen);
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
