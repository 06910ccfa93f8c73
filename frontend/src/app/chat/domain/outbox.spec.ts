import fc from 'fast-check';
import { type Unsent, unsentFrom, withoutUnsent, withUnsent } from './outbox';

function aLine(id: string): Unsent {
  return { id, text: `text of ${id}`, files: [], writtenAt: 1 };
}

describe('the lines that are not sent yet', () => {
  for (const rubbish of [
    null,
    'x',
    5,
    {},
    [null],
    [{ id: 'a' }],
    [{ ...aLine('a'), files: [5] }],
  ]) {
    it(`FAIL-8 are none where the browser kept ${JSON.stringify(rubbish)}`, () => {
      expect(unsentFrom(rubbish)).toEqual([]);
    });
  }

  it('FAIL-8 are gone without a trace when the last was sent', () => {
    expect(withoutUnsent([aLine('a')], 'a')).toBeNull();
  });

  it('FAIL-8 come back in the order of writing, each once, without those that were sent', () => {
    const changes = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.boolean()));
    fc.assert(
      fc.property(changes, (list) => {
        let kept: unknown = null;
        let expected: string[] = [];
        for (const [id, isWritten] of list) {
          kept = isWritten ? withUnsent(kept, aLine(id)) : withoutUnsent(kept, id);
          expected = [...expected.filter((other) => other !== id), ...(isWritten ? [id] : [])];
        }
        const read = unsentFrom(JSON.parse(JSON.stringify(kept)));
        expect(read).toEqual(expected.map(aLine));
      }),
    );
  });
});
