import { type ConnectFailure, failureOf } from './connect-failure';

describe('failureOf', () => {
  type Row = readonly [
    name: string,
    isOffered: boolean,
    isOwn: boolean,
    isTimedOut: boolean,
    failure: ConnectFailure,
  ];
  const rows: readonly Row[] = [
    ['a slow network is not one that blocks', true, true, true, 'no-answer'],
    ['a refusal comes before the time is up', true, true, false, 'failed'],
    ['Chromium has no TCP on the device where the server runs', true, false, true, 'not-here'],
    ['a server without TCP', false, true, true, 'not-offered'],
    ['neither has it', false, false, false, 'not-offered'],
  ];
  for (const [name, isOffered, isOwn, isTimedOut, failure] of rows) {
    it(`PRE-8 ${name}: ${failure}`, () => {
      expect(failureOf({ isOffered, isOwn }, isTimedOut)).toBe(failure);
    });
  }
});
