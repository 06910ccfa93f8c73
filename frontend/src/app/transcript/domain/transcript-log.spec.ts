import { type Spoken, type TranscriptLog, emptyTranscript, heard, linesOf } from './transcript-log';

function words(id: string, parts: Partial<Spoken> = {}): Spoken {
  return {
    ...{ id, revision: 1, personId: 'mia', name: 'Mia', initials: 'M', picture: null },
    ...{ startedAt: 1000, endedAt: 2000, startMs: 1000, text: `text of ${id}` },
    ...{ isFinal: true, language: 'en', engine: 'test' },
    ...parts,
  };
}

function texts(log: TranscriptLog, isLive = true): readonly string[] {
  return linesOf(log, isLive).map(({ text, isFinal }) => `${text}${isFinal ? '' : ' …'}`);
}

describe('the log of a transcript', () => {
  it('ROOM-8 shows words on the way, then those that stay, at the same place', () => {
    const one = heard(emptyTranscript, [words('a', { isFinal: false, text: 'He' })], 0);
    expect(texts(one)).toEqual(['He …']);
    const two = heard(one, [words('a', { revision: 2, text: 'Hello' })], 0);
    expect(texts(two)).toEqual(['Hello']);
  });

  it('ROOM-8 settles on the same whatever the order and repetition', () => {
    const told = [
      words('a', { isFinal: false, text: 'a1' }),
      words('a', { revision: 2, text: 'a2' }),
      words('a', { revision: 3, isFinal: false, text: 'a3' }),
      words('b', { startedAt: 500, text: 'b1' }),
      words('b', { startedAt: 500, revision: 4, text: 'b4' }),
      words('c', { startedAt: 900, isFinal: false, text: 'c1' }),
    ];
    const expected = ['b4', 'c1 …', 'a2'];
    for (let turn = 0; turn < told.length; turn++) {
      const turned = [...told.slice(turn), ...told.slice(0, turn), ...told];
      const byOne = turned.reduce((log, one) => heard(log, [one], 0), emptyTranscript);
      expect(texts(byOne)).toEqual(expected);
      expect(texts(heard(emptyTranscript, turned, 0))).toEqual(expected);
    }
  });

  it('ROOM-8 takes away words that came to nothing', () => {
    const one = heard(emptyTranscript, [words('a', { isFinal: false })], 0);
    const two = heard(one, [words('a', { isFinal: false, revision: 2, text: '' })], 0);
    expect(texts(two)).toEqual([]);
  });

  it('ROOM-8 forgets words on the way of which nothing was heard for long', () => {
    const one = heard(emptyTranscript, [words('a', { isFinal: false })], 0);
    expect(texts(heard(one, [words('b')], 29_999)).length).toBe(2);
    expect(texts(heard(one, [words('b')], 30_000))).toEqual(['text of b']);
  });

  it('ROOM-8 shows nothing on the way while nobody writes', () => {
    const log = heard(emptyTranscript, [words('a', { isFinal: false }), words('b')], 0);
    expect(texts(log, false)).toEqual(['text of b']);
  });

  it('ROOM-8 keeps what has not changed, so that it is not drawn again', () => {
    const log = heard(emptyTranscript, [words('a')], 0);
    expect(heard(log, [words('b', { isFinal: false })], 0).finals).toBe(log.finals);
    expect(heard(log, [words('b')], 0).finals[0]).toBe(log.finals[0]);
  });
});
