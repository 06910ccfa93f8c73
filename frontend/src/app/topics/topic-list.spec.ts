import { expectAccessible } from '../testing/accessibility';
import { isoAt } from '../testing/builders';
import { show, textOf } from '../testing/screen';
import { TopicList } from './topic-list';

const topics = [
  { id: 'a', title: 'Scopes', doneAt: isoAt(10) },
  { id: 'b', title: 'Closures', doneAt: null },
  { id: 'c', title: 'Modules', doneAt: null },
];

describe('TopicList', () => {
  it('ROOM-5 lists the plan and says what is done', async () => {
    const screen = await show(TopicList, { topics });
    expect(screen.all('listitem').map(textOf)).toEqual([
      'Scopes (done)',
      '2 Closures',
      '3 Modules',
    ]);
    await expectAccessible(screen);
  });

  const current = (elements: readonly HTMLElement[]) =>
    elements.filter((element) => element.ariaCurrent === 'step').map(textOf);

  it('ROOM-5 marks the current topic while the session runs', async () => {
    const screen = await show(TopicList, { topics, isRunning: true });
    expect(current(screen.all('listitem'))).toEqual(['2 Closures']);
  });

  it('ROOM-5 marks none before', async () => {
    const screen = await show(TopicList, { topics });
    expect(current(screen.all('listitem'))).toEqual([]);
  });
});
