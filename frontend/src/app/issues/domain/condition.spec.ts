import { type Condition, type OpenIssue, turnOf } from './condition';

const inUse: OpenIssue = { issueId: 'old', detail: 'CAMERA_IN_USE', startedAt: 1000 };
const begin = (detail: string | null): OpenIssue => ({ issueId: 'new', detail, startedAt: 2000 });
const fails = (code: string | null): Condition => ({ code });

describe('turnOf', () => {
  const rows: readonly [
    name: string,
    before: OpenIssue | null,
    now: Condition,
    turn: Partial<ReturnType<typeof turnOf>>,
  ][] = [
    ['all is well and was', null, 'works', {}],
    ['it begins to fail', null, fails(null), { open: begin(null), begun: begin(null) }],
    ['it goes on failing', inUse, fails('CAMERA_IN_USE'), { open: inUse }],
    ['it is tried again', inUse, 'trying', { open: inUse }],
    ['it is tried for the first time', null, 'trying', {}],
    ['it works again', inUse, 'works', { over: inUse }],
    ['nobody wants it any more', inUse, 'unwanted', {}],
    [
      'it fails for another reason',
      inUse,
      fails('CAMERA_BLOCKED'),
      { over: inUse, open: begin('CAMERA_BLOCKED'), begun: begin('CAMERA_BLOCKED') },
    ],
  ];
  for (const [name, before, now, turn] of rows) {
    it(`FAIL-13 where ${name}`, () => {
      const expected = { open: null, over: null, begun: null, ...turn };
      expect(turnOf(before, now, begin)).toEqual(expected);
    });
  }
});
