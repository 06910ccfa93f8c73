import { TestBed } from '@angular/core/testing';
import { expectAccessible } from '../testing/accessibility';
import { aClock, aSession, aTopic, isoAt, minutesIn } from '../testing/builders';
import { Scene } from '../testing/scene';
import { type Screen, show, textOf } from '../testing/screen';
import { type Topic, TopicStore } from './topic-store';
import {
  AddTopicDocument,
  FinishTopicDocument,
  MoveTopicDocument,
  RemoveTopicDocument,
  RenameTopicDocument,
  RestoreTopicDocument,
  StartTopicDocument,
} from './topics-operations';
import { TopicsPanel } from './topics-panel';

const three = [
  aTopic('a', { title: 'Halves', state: 'CURRENT' }),
  aTopic('b', { title: 'Thirds' }),
  aTopic('c', { title: 'Fourths' }),
];

describe('TopicsPanel', () => {
  let scene: Scene;

  beforeEach(() => {
    scene = new Scene();
    scene.clock.set(minutesIn(10));
  });

  function running(
    topics: readonly Topic[],
    minute = 10,
    viewerRole: 'MENTOR' | 'LEARNER' = 'MENTOR',
  ) {
    const serverTime = isoAt(minute);
    const clock = aClock({ phase: 'IN_PROGRESS', runningSince: isoAt(0), serverTime });
    return aSession({ viewerRole, topics, clock, actualStart: isoAt(0) });
  }

  async function open(topics: readonly Topic[] = three): Promise<Screen<TopicsPanel>> {
    await scene.open(running(topics));
    const screen = await show(TopicsPanel);
    await screen.until(() => screen.has('textbox', 'New topic'));
    return screen;
  }

  function changed(topics: readonly Topic[], minute = 11) {
    const clock = { serverTime: isoAt(minute) };
    return { changed: { __typename: 'Session' as const, clock, topics } };
  }

  const titles = (screen: Screen<TopicsPanel>) =>
    screen.all('button', /, rename$/).map((button) => textOf(button).split(' ')[0]);
  const current = (screen: Screen<TopicsPanel>) =>
    screen
      .all('listitem')
      .filter((item) => item.ariaCurrent === 'step')
      .map(textOf);

  it('ROOM-5 "Topic Done" moves on at once, before the server has answered', async () => {
    const screen = await open();
    scene.graphql.answer(FinishTopicDocument, () => new Promise(() => undefined));
    await screen.press('button', 'Topic Done');
    expect(current(screen)[0]).toContain('Thirds');
    expect(scene.graphql.calls(FinishTopicDocument)[0]?.input.topicId).toBe('a');
    await expectAccessible(screen);
  });

  it('ROOM-5 adds, renames and reorders by keyboard, each change sent after the other', async () => {
    const screen = await open();
    const sent: string[] = [];
    const answers: (() => void)[] = [];
    const wait = (what: string) =>
      new Promise<ReturnType<typeof changed>>((resolve) => {
        sent.push(what);
        answers.push(() => {
          resolve(changed(TestBed.inject(TopicStore).topics()));
        });
      });
    scene.graphql.answer(AddTopicDocument, ({ input }) => wait(`add ${input.title}`));
    scene.graphql.answer(MoveTopicDocument, ({ input }) => wait(`after ${input.afterId ?? '-'}`));
    scene.graphql.answer(RenameTopicDocument, ({ input }) => wait(`name ${input.title}`));
    await screen.type('New topic', ' Fifths ');
    await screen.press('button', 'Add topic');
    await screen.key(screen.get('button', 'Move Fourths with the arrow keys'), 'ArrowUp');
    expect(document.activeElement).toBe(screen.get('button', 'Move Fourths with the arrow keys'));
    await screen.press('button', /^Thirds/);
    await screen.type('Name of the topic', 'Third parts');
    await screen.key(screen.field('Name of the topic'), 'Enter');
    expect(titles(screen)).toEqual(['Halves', 'Fourths', 'Third', 'Fifths']);
    expect(sent).toEqual(['add Fifths']);
    while (answers.length > 0) {
      answers.shift()?.();
      await screen.settle();
    }
    expect(sent).toEqual(['add Fifths', 'after a', 'name Third parts']);
    expect(titles(screen)).toEqual(['Halves', 'Fourths', 'Third', 'Fifths']);
  });

  it('ROOM-5 keeps changes while there is no connection, and makes them when it is back', async () => {
    const screen = await open();
    scene.graphql.refuse(FinishTopicDocument, 'unreachable');
    await screen.press('button', 'Topic Done');
    expect(textOf(screen.get('status'))).toContain('Waiting for the connection…');
    scene.graphql.answer(FinishTopicDocument, () =>
      changed([aTopic('a', { title: 'Halves', state: 'DONE' })]),
    );
    scene.graphql.askAgain();
    await screen.settle();
    expect(screen.has('status')).toBe(false);
    expect(titles(screen)).toEqual(['Halves']);
  });

  it('ROOM-5 says why a change is not made, and shows the plan as it is', async () => {
    const screen = await open();
    scene.graphql.answer(FinishTopicDocument, () => ({
      changed: {
        __typename: 'TopicGone' as const,
        message: 'This topic is no longer in the plan.',
      },
    }));
    await screen.press('button', 'Topic Done');
    expect(textOf(screen.get('alert'))).toBe('This topic is no longer in the plan.');
    expect(current(screen)[0]).toContain('Halves');
  });

  it('ROOM-5 removes a topic, and brings it back', async () => {
    const screen = await open();
    scene.graphql.answer(RemoveTopicDocument, () => changed(three.slice(1)));
    scene.graphql.answer(RestoreTopicDocument, () => changed(three, 12));
    await screen.press('button', 'More for Halves');
    await screen.press('button', 'Remove Halves');
    expect(titles(screen)).toEqual(['Thirds', 'Fourths']);
    await expectAccessible(screen);
    await screen.press('button', 'Undo');
    expect(titles(screen)).toEqual(['Halves', 'Thirds', 'Fourths']);
  });

  it('ROOM-5 goes to any topic, and comes back to one that is done', async () => {
    const screen = await open([aTopic('a', { title: 'Halves', state: 'DONE' }), ...three.slice(1)]);
    scene.graphql.answer(StartTopicDocument, () => new Promise(() => undefined));
    await screen.press('button', 'More for Halves');
    expect(screen.has('button', 'Not done yet')).toBe(true);
    await expectAccessible(screen);
    await screen.press('button', 'Talk about it now');
    expect(current(screen)[0]).toContain('Halves');
    await screen.press('button', 'More for Fourths');
    expect(screen.has('button', 'Mark as done')).toBe(true);
  });

  it('ROOM-5 shows the learner the same list, without changing it', async () => {
    await scene.open(running(three, 10, 'LEARNER'));
    const screen = await show(TopicsPanel);
    expect(current(screen)).toEqual(['1 Halves , time spent 0:00']);
    expect(screen.has('button')).toBe(false);
    await scene.tell(running([aTopic('a', { state: 'DONE' }), ...three.slice(1)], 11, 'LEARNER'));
    await screen.settle();
    expect(screen.has('textbox')).toBe(false);
    await expectAccessible(screen);
  });

  it('ROOM-5 says aloud to which topic the session has moved on', async () => {
    await scene.open(running(three, 10, 'LEARNER'));
    const screen = await show(TopicsPanel);
    const moved = three.map((topic, index) => ({
      ...topic,
      state: (['DONE', 'CURRENT', 'PLANNED'] as const)[index] ?? 'PLANNED',
    }));
    await scene.tell(running(moved, 11, 'LEARNER'));
    await screen.settle();
    expect(document.body.innerText).toContain('Current topic: Thirds');
  });
});

describe('TopicsPanel, when the list is long', () => {
  const many = (currentIndex: number) =>
    Array.from({ length: 30 }, (_, index) =>
      aTopic(String(index), { state: index === currentIndex ? 'CURRENT' : 'PLANNED' }),
    );
  let scene: Scene;

  async function open(): Promise<Screen<TopicsPanel>> {
    scene = new Scene();
    await scene.open(at(0, 10));
    const screen = await show(TopicsPanel);
    screen.root.style.blockSize = '12rem';
    scroller(screen).style.scrollBehavior = 'auto';
    await screen.settle();
    return screen;
  }

  const at = (index: number, minute: number) => {
    const clock = aClock({ phase: 'IN_PROGRESS', serverTime: isoAt(minute) });
    return aSession({ topics: many(index), clock, actualStart: isoAt(0) });
  };
  const scroller = (screen: Screen<TopicsPanel>) => screen.get('group', 'Plan of the session');
  const isInSight = (screen: Screen<TopicsPanel>) => {
    const item = screen.root.querySelector('[aria-current]')?.getBoundingClientRect();
    const frame = scroller(screen).getBoundingClientRect();
    return item !== undefined && item.top >= frame.top - 8 && item.bottom <= frame.bottom + 8;
  };

  it('ROOM-5 scrolls along with the current topic', async () => {
    const screen = await open();
    await scene.tell(at(25, 11));
    await screen.until(() => isInSight(screen));
    expect(screen.has('button', 'Go to the current topic')).toBe(false);
  });

  it('ROOM-5 leaves who reads elsewhere alone, and offers to go there', async () => {
    const screen = await open();
    scroller(screen).scrollTop = 600;
    await screen.until(() => screen.has('button', 'Go to the current topic'));
    await scene.tell(at(1, 11));
    await screen.settle();
    expect(isInSight(screen)).toBe(false);
    await screen.press('button', 'Go to the current topic');
    await screen.until(() => isInSight(screen));
    expect(isInSight(screen)).toBe(true);
  });
});
