import { expectAccessible } from '../testing/accessibility';
import { aClock, aSession, aTopic, isoAt, minutesIn } from '../testing/builders';
import { Scene } from '../testing/scene';
import { show, textOf } from '../testing/screen';
import { TopicList } from './topic-list';

const topics = [
  aTopic('a', { title: 'Scopes', state: 'DONE', doneAt: isoAt(10), activeMs: 90_000 }),
  aTopic('b', { title: 'Closures', state: 'CURRENT', activeMs: 60_000 }),
  aTopic('c', { title: 'Modules' }),
];

describe('TopicList', () => {
  let scene: Scene;

  beforeEach(async () => {
    scene = new Scene();
    scene.clock.set(minutesIn(10));
    const clock = aClock({ phase: 'IN_PROGRESS', runningSince: isoAt(0), serverTime: isoAt(10) });
    await scene.open(aSession({ topics, clock, actualStart: isoAt(0) }));
  });

  it('ROOM-5 lists the plan and says what is done, with the time of each', async () => {
    const screen = await show(TopicList, { topics });
    expect(screen.all('listitem').map(textOf)).toEqual([
      'Scopes (done) , time spent 1:30',
      '2 Closures , time spent 1:00',
      '3 Modules',
    ]);
    await expectAccessible(screen);
  });

  it('ROOM-5 marks the current topic, whose time goes on with the session', async () => {
    const screen = await show(TopicList, { topics });
    scene.clock.set(minutesIn(11));
    await screen.settle();
    const [current, ...others] = screen
      .all('listitem')
      .filter((element) => element.ariaCurrent === 'step');
    expect(current && textOf(current)).toBe('2 Closures , time spent 2:00');
    expect(others).toEqual([]);
  });
});
