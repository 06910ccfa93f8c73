import { draftFrom, editsFrom, emptyDraft, unsentFrom } from './outbox';

describe('what a browser remembers of annotations', () => {
  const words = { kind: 'HOMEWORK', isPrivate: true, text: 'Page 4' };

  it('ROOM-6 is read as it was written', () => {
    expect(draftFrom({ ...words, topicId: 'a' })).toEqual({ ...words, topicId: 'a' } as never);
    const unsent = { ...words, id: '1', topicId: null, writtenAt: 5, sessionMs: 3 };
    expect(unsentFrom([unsent])).toEqual([unsent] as never);
    const edit = { ...words, id: '1', revision: 2 };
    expect(editsFrom([edit])).toEqual([edit] as never);
  });

  for (const rubbish of [null, 'x', 7, [], {}, [null, 'x', {}], { text: 5 }, [{ ...words }]]) {
    it(`ROOM-6 is nothing where it is rubbish: ${JSON.stringify(rubbish)}`, () => {
      expect(draftFrom(rubbish)).toBe(emptyDraft);
      expect(unsentFrom(rubbish)).toEqual([]);
      expect(editsFrom(rubbish)).toEqual([]);
    });
  }
});
