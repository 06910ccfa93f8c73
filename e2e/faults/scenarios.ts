import { CandidateProtocol } from '@livekit/protocol';
import type { Scenario, Signals } from '../support/signals.ts';

/** One of LiveKit’s own faults, and what may come of it. */
interface Case {
  readonly name: string;
  /** Whether `npm test` has time for it. */
  readonly isShort: boolean;
  readonly cause: (signals: Signals) => Promise<void>;
  /** How often the page opens its line for signals in all; more than once where the fault takes it away. */
  readonly lines: number;
  /** So long the picture may stand still. */
  readonly stillMs: number;
}

/** A busy machine lets a picture stand for so long. */
const unnoticedMs = 2000;
/** FAIL-9, and a second each for noticing it and until there is a picture. */
const anewMs = 5000;

function asks(scenario: Scenario): Case['cause'] {
  return (signals) => signals.ask(scenario);
}

/** What the server does when the page resumes. */
function asksAndIsCut(scenario: Scenario): Case['cause'] {
  return async (signals) => {
    await signals.ask(scenario);
    await signals.cut();
  };
}

export const cases: readonly Case[] = [
  {
    name: 'the signal is cut',
    isShort: true,
    cause: (signals) => signals.cut(),
    ...{ lines: 2, stillMs: unnoticedMs },
  },
  {
    name: 'the signal is cut, and again while it resumes',
    isShort: false,
    cause: asksAndIsCut({ case: 'disconnectSignalOnResume', value: true }),
    ...{ lines: 3, stillMs: unnoticedMs },
  },
  {
    name: 'the signal is cut, and again before anything is said',
    isShort: false,
    cause: asksAndIsCut({ case: 'disconnectSignalOnResumeNoMessages', value: true }),
    ...{ lines: 3, stillMs: unnoticedMs },
  },
  {
    name: 'the node of the media server fails',
    isShort: true,
    cause: asks({ case: 'nodeFailure', value: true }),
    ...{ lines: 2, stillMs: anewMs },
  },
  {
    name: 'the call is moved to another node',
    isShort: false,
    cause: asks({ case: 'migration', value: true }),
    ...{ lines: 2, stillMs: anewMs },
  },
  {
    name: 'the server leaves',
    isShort: false,
    cause: asks({ case: 'serverLeave', value: true }),
    ...{ lines: 2, stillMs: anewMs },
  },
  {
    name: 'the server wants it all anew',
    isShort: false,
    cause: (signals) => signals.sendAway(),
    ...{ lines: 2, stillMs: anewMs },
  },
  {
    name: 'media go by TCP from now on',
    isShort: false,
    cause: async (signals) => {
      await signals.ask({ case: 'switchCandidateProtocol', value: CandidateProtocol.TCP });
      await signals.sendAway();
    },
    ...{ lines: 2, stillMs: anewMs },
  },
  {
    name: 'voices are told that do not speak',
    isShort: false,
    cause: asks({ case: 'speakerUpdate', value: 3 }),
    ...{ lines: 1, stillMs: unnoticedMs },
  },
];
