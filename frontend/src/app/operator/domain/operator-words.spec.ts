import { faultText } from './operator-words';

describe('faultText of deliveries', () => {
  const rows = [
    ['EENVELOPE 550', 'The mail server refused the address (EENVELOPE 550)'],
    ['EAUTH 535', 'The mail server refused the sign-in (EAUTH 535)'],
    ['ESOCKET', 'The mail server could not be reached (ESOCKET)'],
    ['no device answered', 'No device could be reached'],
    ['unknown', 'Not taken (unknown)'],
  ] as const;
  for (const [reason, words] of rows) {
    it(`PRE-10 says of "${reason}": ${words}`, () => {
      expect(faultText(reason)).toBe(words);
    });
  }
});
