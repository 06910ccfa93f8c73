import { type PlanEdit, type PlanTopic, placeBehind, withEdits } from './plan-edits';

/** `a+ b* c`: done, current, planned. */
function plan(text: string): readonly PlanTopic[] {
  return text.split(' ').map((word) => {
    const [id, mark] = [word.charAt(0), word.charAt(1)];
    const state = mark === '*' ? 'CURRENT' : mark === '+' ? 'DONE' : 'PLANNED';
    return { id, title: id, state };
  });
}

function short(topics: readonly PlanTopic[]): string {
  const marks = { CURRENT: '*', DONE: '+', PLANNED: '' };
  return topics.map(({ title, state }) => title + marks[state]).join(' ');
}

const make = (id: string, title: string): PlanTopic => ({ id, title, state: 'PLANNED' });

describe('withEdits', () => {
  const rows: readonly [string, string, PlanEdit[], string][] = [
    ['adds at the end', 'a* b', [{ type: 'ADD', topicId: 'c', title: 'C' }], 'a* b C'],
    ['adds once', 'a* b', [{ type: 'ADD', topicId: 'b', title: 'B' }], 'a* b'],
    ['renames', 'a* b', [{ type: 'RENAME', topicId: 'b', title: 'B' }], 'a* B'],
    ['moves to the front', 'a* b c', [{ type: 'MOVE', topicId: 'c', afterId: null }], 'c a* b'],
    ['moves down', 'a* b c', [{ type: 'MOVE', topicId: 'a', afterId: 'b' }], 'b a* c'],
    ['moves nowhere unknown', 'a* b', [{ type: 'MOVE', topicId: 'a', afterId: 'x' }], 'a* b'],
    ['moves on when one is done', 'a* b c', [{ type: 'FINISH', topicId: 'a' }], 'a+ b* c'],
    ['comes back to what was left', 'a b* c+', [{ type: 'FINISH', topicId: 'b' }], 'a* b+ c+'],
    ['leaves the current one', 'a* b c', [{ type: 'FINISH', topicId: 'c' }], 'a* b c+'],
    ['moves on from a removed one', 'a* b c', [{ type: 'REMOVE', topicId: 'a' }], 'b* c'],
    ['starts another one', 'a* b c+', [{ type: 'START', topicId: 'c' }], 'a b c*'],
    ['takes a mark back', 'a+ b*', [{ type: 'REOPEN', topicId: 'a' }], 'a b*'],
    [
      'does one after the other',
      'a* b c',
      [
        { type: 'FINISH', topicId: 'a' },
        { type: 'FINISH', topicId: 'b' },
        { type: 'MOVE', topicId: 'c', afterId: null },
      ],
      'c* a+ b+',
    ],
  ];
  for (const [title, before, edits, expected] of rows) {
    it(`ROOM-5 ${title}`, () => {
      expect(short(withEdits(plan(before), edits, make))).toBe(expected);
    });
  }
});

describe('placeBehind', () => {
  const rows: readonly [number, number, string | null][] = [
    [2, 0, null],
    [0, 2, 'c'],
    [0, 1, 'b'],
    [2, 1, 'a'],
    [1, 1, 'a'],
  ];
  for (const [from, to, expected] of rows) {
    it(`ROOM-5 from ${String(from)} to ${String(to)} is behind ${String(expected)}`, () => {
      expect(placeBehind(plan('a b c'), from, to)).toBe(expected);
    });
  }
});
