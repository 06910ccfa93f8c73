import { charactersLeft, lengthText } from './message-length';

describe('the length of a message', () => {
  const rows = [
    ['says nothing of a short one', 'Hello', ''],
    ['says nothing up to 3,599', 'a'.repeat(3599), ''],
    ['says what is left near the end', 'a'.repeat(3600), '400 left'],
    ['counts what people see as one', '😀'.repeat(3990), '10 left'],
    ['says that it is full', 'a'.repeat(4000), '0 left'],
    ['says how much is too much', 'a'.repeat(5234), '1,234 too many'],
    ['does not count blanks around it', `${'a'.repeat(4000)}   \n`, '0 left'],
  ] as const;
  for (const [title, text, told] of rows) {
    it(`ROOM-7 ${title}`, () => {
      expect(lengthText(charactersLeft(text))).toBe(told);
    });
  }
});
