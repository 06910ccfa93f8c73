import fc from 'fast-check';
import {
  type Due,
  type Flow,
  type FlowLook,
  type FlowState,
  flowState,
  freshFlow,
  nextFlow,
} from './flow';

type Step = readonly [due: Due, sound: number, picture: number];

function look([due, sound, picture]: Step): FlowLook {
  return {
    due,
    received: new Map([
      ['sound', sound],
      ['picture', picture],
    ]),
  };
}

function after(steps: readonly Step[]): Flow {
  return steps.reduce((flow, step) => nextFlow(flow, look(step)), freshFlow);
}

function times(count: number, step: Step): Step[] {
  return Array.from({ length: count }, () => step);
}

const flows: Step = ['surely', 100, 900];

describe('flowState', () => {
  const rows: readonly [name: string, steps: readonly Step[], state: FlowState][] = [
    ['FAIL-1 flows', [flows, ['surely', 200, 1900]], 'flowing'],
    ['FAIL-1 four seconds are a hiccup', [flows, ...times(2, flows)], 'flowing'],
    ['FAIL-1 stands still for six seconds', [flows, ...times(3, flows)], 'stalled'],
    ['FAIL-9 stands still for ten seconds', [flows, ...times(5, flows)], 'dead'],
    ['FAIL-9 nothing has come at all', times(5, ['surely', 0, 0]), 'dead'],
    ['FAIL-4 the browser gets no answer any more', [flows, ['cut', 100, 900]], 'dead'],
    ['FAIL-4 a cut is none while something comes', [flows, ['cut', 101, 900]], 'flowing'],
    [
      'FAIL-1 sound alone still comes',
      [flows, ...times(4, flows), ['surely', 101, 900]],
      'flowing',
    ],
    ['FAIL-1 the picture alone still comes', [flows, ['surely', 100, 999]], 'flowing'],
    ['FAIL-1 silence proves nothing', [flows, ...times(30, ['maybe', 100, 900])], 'flowing'],
    [
      'FAIL-1 silence is no sign of life either',
      [flows, ...times(2, flows), ['maybe', 100, 900], flows],
      'stalled',
    ],
    [
      'FAIL-1 whoever is muted sends nothing',
      [flows, ...times(4, flows), ['nothing', 0, 0]],
      'flowing',
    ],
  ];
  for (const [name, steps, state] of rows) {
    it(name, () => {
      expect(flowState(after(steps), 0)).toBe(state);
    });
  }

  it('FAIL-1 gives a line more time each time that a new one did not help, and then no more', () => {
    const looksUntilDead = (fruitless: number) =>
      [...Array(200).keys()].find(
        (count) => flowState({ ...freshFlow, stillLooks: count }, fruitless) === 'dead',
      );
    expect([0, 1, 2, 3, 4, 90].map(looksUntilDead)).toEqual([5, 10, 20, 40, 40, 40]);
  });

  it('FAIL-1 never gives up a line on which something comes in every third look', () => {
    const dues = fc.constantFrom<Due>('nothing', 'maybe', 'surely');
    fc.assert(
      fc.property(fc.array(fc.tuple(dues, dues, dues), { maxLength: 20 }), (thirds) => {
        let flow = freshFlow;
        return thirds.every((third, index) =>
          third.every((due) => {
            flow = nextFlow(flow, look([due, index + 1, 0]));
            return flowState(flow, 0) === 'flowing';
          }),
        );
      }),
    );
  });
});
