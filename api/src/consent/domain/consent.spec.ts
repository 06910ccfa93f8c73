import fc from 'fast-check';
import {
  type ConsentAct,
  type ConsentEventType,
  type ConsentRefusal,
  type ConsentState,
  type ConsentWord,
  decideConsent,
  evolveConsent,
  firstConsent,
  replayConsent,
} from './consent.ts';
import { acts, type Deed, said, someDeeds, somePolicy } from './consent-deeds.testing.ts';

const states = {
  'not asked': { status: 'NOT_ASKED' },
  'asked by the course': { status: 'ASKED', by: null, agreed: null },
  'agreed to by mia alone': { status: 'ASKED', by: null, agreed: 'mia' },
  'asked by mia': { status: 'ASKED', by: 'mia', agreed: 'mia' },
  running: { status: 'RUNNING' },
  'paused by mia': { status: 'PAUSED', pausedBy: ['mia'], askedBy: null },
  'paused by mia, leo asks': { status: 'PAUSED', pausedBy: ['mia'], askedBy: 'leo' },
  'paused by both': { status: 'PAUSED', pausedBy: ['mia', 'leo'], askedBy: null },
  'paused by both, leo first': { status: 'PAUSED', pausedBy: ['leo', 'mia'], askedBy: null },
  'paused by leo, mia asks': { status: 'PAUSED', pausedBy: ['leo'], askedBy: 'mia' },
  'declined by mia': { status: 'DECLINED', by: 'mia' },
  'declined by leo': { status: 'DECLINED', by: 'leo' },
  'withdrawn by mia': { status: 'WITHDRAWN', by: 'mia' },
  'withdrawn by leo': { status: 'WITHDRAWN', by: 'leo' },
  'asked by leo': { status: 'ASKED', by: 'leo', agreed: 'leo' },
} as const satisfies Readonly<Record<string, ConsentState>>;

type Named = keyof typeof states;
type Outcome = Named | 'so already' | ConsentRefusal;

/** Where it stands, who wants what, and what comes of it. */
const rows: readonly (readonly [Named, string, ConsentAct, Outcome])[] = [
  ['not asked', 'mia', 'REQUEST', 'asked by mia'],
  ['not asked', 'mia', 'AGREE', 'NOT_ASKED'],
  ['not asked', 'mia', 'DECLINE', 'so already'],
  ['not asked', 'mia', 'PAUSE', 'NOT_RUNNING'],
  ['not asked', 'mia', 'RESUME', 'NOT_RUNNING'],
  ['not asked', 'mia', 'WITHDRAW', 'so already'],
  ['asked by the course', 'mia', 'REQUEST', 'agreed to by mia alone'],
  ['asked by the course', 'mia', 'AGREE', 'agreed to by mia alone'],
  ['asked by the course', 'mia', 'DECLINE', 'declined by mia'],
  ['asked by the course', 'mia', 'PAUSE', 'NOT_RUNNING'],
  ['asked by the course', 'mia', 'RESUME', 'NOT_RUNNING'],
  ['asked by the course', 'mia', 'WITHDRAW', 'declined by mia'],
  ['agreed to by mia alone', 'mia', 'AGREE', 'so already'],
  ['agreed to by mia alone', 'mia', 'DECLINE', 'withdrawn by mia'],
  ['agreed to by mia alone', 'leo', 'AGREE', 'running'],
  ['agreed to by mia alone', 'leo', 'DECLINE', 'declined by leo'],
  ['asked by mia', 'mia', 'REQUEST', 'so already'],
  ['asked by mia', 'mia', 'AGREE', 'so already'],
  ['asked by mia', 'mia', 'DECLINE', 'withdrawn by mia'],
  ['asked by mia', 'mia', 'PAUSE', 'NOT_RUNNING'],
  ['asked by mia', 'mia', 'RESUME', 'NOT_RUNNING'],
  ['asked by mia', 'mia', 'WITHDRAW', 'withdrawn by mia'],
  ['asked by mia', 'leo', 'REQUEST', 'running'],
  ['asked by mia', 'leo', 'AGREE', 'running'],
  ['asked by mia', 'leo', 'DECLINE', 'declined by leo'],
  ['asked by mia', 'leo', 'PAUSE', 'NOT_RUNNING'],
  ['asked by mia', 'leo', 'RESUME', 'NOT_RUNNING'],
  ['asked by mia', 'leo', 'WITHDRAW', 'declined by leo'],
  ['running', 'mia', 'REQUEST', 'so already'],
  ['running', 'mia', 'AGREE', 'so already'],
  ['running', 'mia', 'DECLINE', 'withdrawn by mia'],
  ['running', 'mia', 'PAUSE', 'paused by mia'],
  ['running', 'mia', 'RESUME', 'so already'],
  ['running', 'mia', 'WITHDRAW', 'withdrawn by mia'],
  ['paused by mia', 'mia', 'REQUEST', 'so already'],
  ['paused by mia', 'mia', 'AGREE', 'so already'],
  ['paused by mia', 'mia', 'DECLINE', 'withdrawn by mia'],
  ['paused by mia', 'mia', 'PAUSE', 'so already'],
  ['paused by mia', 'mia', 'RESUME', 'running'],
  ['paused by mia', 'mia', 'WITHDRAW', 'withdrawn by mia'],
  ['paused by mia', 'leo', 'AGREE', 'so already'],
  ['paused by mia', 'leo', 'PAUSE', 'paused by both'],
  ['paused by mia', 'leo', 'RESUME', 'paused by mia, leo asks'],
  ['paused by mia', 'leo', 'WITHDRAW', 'withdrawn by leo'],
  ['paused by mia, leo asks', 'leo', 'RESUME', 'so already'],
  ['paused by mia, leo asks', 'leo', 'PAUSE', 'paused by both'],
  ['paused by mia, leo asks', 'mia', 'RESUME', 'running'],
  ['paused by mia, leo asks', 'mia', 'PAUSE', 'paused by mia'],
  ['paused by mia, leo asks', 'mia', 'DECLINE', 'withdrawn by mia'],
  ['paused by both', 'mia', 'RESUME', 'paused by leo, mia asks'],
  ['paused by both', 'mia', 'PAUSE', 'so already'],
  ['paused by both', 'mia', 'WITHDRAW', 'withdrawn by mia'],
  ['paused by leo, mia asks', 'leo', 'RESUME', 'running'],
  ['paused by leo, mia asks', 'mia', 'PAUSE', 'paused by both, leo first'],
  ['declined by leo', 'mia', 'REQUEST', 'asked by mia'],
  ['declined by leo', 'leo', 'REQUEST', 'asked by leo'],
  ['declined by leo', 'mia', 'AGREE', 'NOT_ASKED'],
  ['declined by leo', 'leo', 'DECLINE', 'so already'],
  ['declined by leo', 'leo', 'PAUSE', 'NOT_RUNNING'],
  ['declined by leo', 'leo', 'RESUME', 'NOT_RUNNING'],
  ['declined by leo', 'leo', 'WITHDRAW', 'so already'],
  ['withdrawn by leo', 'mia', 'REQUEST', 'asked by mia'],
  ['withdrawn by leo', 'leo', 'REQUEST', 'asked by leo'],
  ['withdrawn by leo', 'mia', 'AGREE', 'NOT_ASKED'],
  ['withdrawn by leo', 'mia', 'DECLINE', 'so already'],
  ['withdrawn by leo', 'mia', 'PAUSE', 'NOT_RUNNING'],
  ['withdrawn by leo', 'mia', 'RESUME', 'NOT_RUNNING'],
  ['withdrawn by leo', 'leo', 'WITHDRAW', 'so already'],
];

/** The same by another way: each one's yes and each one's pause by themselves. */
function bothWantIt(words: readonly ConsentWord[]): boolean {
  const yes = new Set<string>();
  const paused = new Set<string>();
  const rules: Readonly<Record<ConsentEventType, (personId: string) => void>> = {
    CONSENT_ASKED: (personId) => {
      yes.clear();
      paused.clear();
      yes.add(personId);
    },
    CONSENT_GIVEN: (personId) => yes.add(personId),
    CONSENT_DECLINED: () => {
      yes.clear();
    },
    CONSENT_WITHDRAWN: () => {
      yes.clear();
    },
    CONSENT_PAUSED: (personId) => paused.add(personId),
    CONSENT_RESUMED: (personId) => paused.delete(personId),
  };
  for (const { type, personId } of words) rules[type](personId);
  return yes.has('mia') && yes.has('leo') && paused.size === 0;
}

describe('consent', () => {
  for (const [from, personId, act, outcome] of rows) {
    it(`ROOM-18 ${from}: ${personId} wants to ${act.toLowerCase()}, and it is ${outcome}`, () => {
      const state: ConsentState = states[from];
      const decision = decideConsent('ON_REQUEST', state, { act, personId });
      if (!(outcome in states)) {
        const expected = outcome === 'so already' ? { type: null } : { rejected: outcome };
        expect(decision as object).toEqual(expected);
        return;
      }
      const type = 'type' in decision ? decision.type : null;
      expect(type).not.toBeNull();
      if (type === null) return;
      const after = evolveConsent(state, { type, personId, at: 0 });
      expect(after).toEqual(states[outcome as Named]);
    });
  }

  it('ROOM-18 begins with a question where the course always asks, and else with none', () => {
    expect(firstConsent('ALWAYS_ASK')).toEqual(states['asked by the course']);
    expect(firstConsent('ON_REQUEST')).toEqual(states['not asked']);
  });

  it('ROOM-18 is refused where the course has it off, but a no is still taken', () => {
    for (const act of ['REQUEST', 'AGREE', 'RESUME'] as const) {
      for (const state of Object.values<ConsentState>(states)) {
        expect(decideConsent('OFF', state, { act, personId: 'mia' })).toEqual({ rejected: 'OFF' });
      }
    }
    const no = decideConsent('OFF', states.running, { act: 'WITHDRAW', personId: 'mia' });
    expect(no).toEqual({ type: 'CONSENT_WITHDRAWN' });
  });

  it('ROOM-18 a yes to a course that asked no more is a question to the other', () => {
    const yes = { type: 'CONSENT_GIVEN', at: 0 } as const;
    const first = replayConsent('ON_REQUEST', [{ ...yes, personId: 'leo' }]);
    expect(first).toEqual(states['asked by leo']);
    expect(evolveConsent(first, { ...yes, personId: 'mia' })).toEqual(states.running);
  });

  it('ROOM-18 never runs without the consent of both, whatever they do', () => {
    fc.assert(
      fc.property(somePolicy, someDeeds, (policy, deeds) => {
        const words = said(policy, deeds);
        const { status } = replayConsent(policy, words);
        expect(status === 'RUNNING').toBe(bothWantIt(words));
      }),
    );
  });

  it('ROOM-18 said again at once changes nothing, and a no is never refused', () => {
    fc.assert(
      fc.property(somePolicy, someDeeds, fc.constantFrom(...acts), (policy, deeds, act) => {
        const once = said(policy, [...deeds, [act, 'mia']]);
        const twice = said(policy, [...deeds, [act, 'mia'], [act, 'mia']]);
        expect(twice).toEqual(once);
        const state = replayConsent(policy, said(policy, deeds));
        const no = decideConsent(policy, state, { act: 'WITHDRAW', personId: 'leo' });
        expect('rejected' in no).toBe(false);
      }),
    );
  });

  it('ROOM-18 every state can be reached, and from each both can come to run it', () => {
    const reached = new Map<string, readonly Deed[]>();
    const open: (readonly Deed[])[] = [[]];
    for (const deeds of open) {
      const state = JSON.stringify(replayConsent('ALWAYS_ASK', said('ALWAYS_ASK', deeds)));
      if (reached.has(state)) continue;
      reached.set(state, deeds);
      for (const act of acts)
        for (const who of ['mia', 'leo'] as const) open.push([...deeds, [act, who]]);
    }
    const statuses = [...reached.keys()].map((state) => (JSON.parse(state) as ConsentState).status);
    expect(new Set(statuses)).toEqual(
      new Set(['ASKED', 'RUNNING', 'PAUSED', 'DECLINED', 'WITHDRAWN']),
    );
    const both = (act: ConsentAct): readonly Deed[] => [
      [act, 'mia'],
      [act, 'leo'],
    ];
    for (const deeds of reached.values()) {
      const willing = [...deeds, ...both('REQUEST'), ...both('RESUME'), ...both('RESUME')];
      expect(replayConsent('ALWAYS_ASK', said('ALWAYS_ASK', willing)).status).toBe('RUNNING');
    }
  });
});
