import { type AutoJoinStep, autoJoinStep, reluctanceMs } from './auto-join';

const startsAt = Date.UTC(2030, 2, 4, 12);
const ready = {
  startsAt,
  since: startsAt - 600_000,
  isOn: true,
  isArmed: false,
  isDone: false,
  reluctanceMs: 0,
};
type Situation = typeof ready;

describe('autoJoinStep', () => {
  const rows: readonly [
    name: string,
    second: number,
    step: AutoJoinStep,
    situation?: Partial<Situation>,
  ][] = [
    ['PRE-5 waits until ten seconds before', -10.1, null],
    ['PRE-5 goes to the session ten seconds before', -10, 'go'],
    ['PRE-5 goes once', -9, null, { isDone: true }],
    ['PRE-5 does not go where it is off', -5, null, { isOn: false }],
    ['PRE-5 goes a little later where another page is nearer', -9.8, null, { reluctanceMs: 400 }],
    ['PRE-5 goes all the same if no other one does', -9.6, 'go', { reluctanceMs: 400 }],
    ['PRE-5 waits at the door', -1, null, { isArmed: true }],
    ['PRE-5 enters at 0:00', 0, 'enter', { isArmed: true }],
    ['PRE-5 enters when the devices took a while', 59, 'enter', { isArmed: true }],
    ['PRE-5 gives up after a minute', 60, 'give-up', { isArmed: true }],
    ['PRE-5 gives up when it is turned off', -3, 'give-up', { isArmed: true, isOn: false }],
    ['PRE-5 goes when the laptop wakes up a little late', 20, 'go'],
    ['PRE-5 stays when it wakes up too late', 61, null],
    ['PRE-6 a page opened after the start takes nobody in', 5, null, { since: startsAt + 1000 }],
  ];
  for (const [name, second, step, situation] of rows) {
    it(name, () => {
      expect(autoJoinStep({ ...ready, ...situation }, startsAt + second * 1000)).toBe(step);
    });
  }
});

describe('reluctanceMs', () => {
  it('PRE-5 the page at the door goes before the one that is looked at, and both before a hidden one', () => {
    const places = [
      { isAtDoor: true, isVisible: true },
      { isAtDoor: true, isVisible: false },
      { isAtDoor: false, isVisible: true },
      { isAtDoor: false, isVisible: false },
    ];
    const waits = places.map(reluctanceMs);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(new Set(waits).size).toBe(4);
  });
});
