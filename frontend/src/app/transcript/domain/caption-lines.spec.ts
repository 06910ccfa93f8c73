import { type FreshWords, captionLifeMs, captionLines, withFresh } from './caption-lines';
import type { Spoken } from './transcript-log';

function words(id: string, startedAt: number, parts: Partial<Spoken> = {}): Spoken {
  return {
    ...{ id, startedAt, text: `text of ${id}`, isFinal: true, revision: 1 },
    ...parts,
  } as Spoken;
}

function texts(fresh: readonly FreshWords[], now: number): readonly string[] {
  return captionLines(fresh, now).map(({ text }) => text);
}

describe('captions', () => {
  it('ROOM-15 are the last two breaths, in the order of speaking', () => {
    const told = [words('a', 1), words('c', 3), words('b', 2)];
    const fresh = told.reduce<readonly FreshWords[]>((all, one) => withFresh(all, one, 0), []);
    expect(texts(fresh, 0)).toEqual(['text of b', 'text of c']);
  });

  it('ROOM-15 follow the words as they come, and never go back', () => {
    let fresh = withFresh([], words('a', 1, { text: 'He', isFinal: false }), 0);
    fresh = withFresh(fresh, words('a', 1, { text: 'Hello.' }), 0);
    fresh = withFresh(fresh, words('a', 1, { text: 'Hell', isFinal: false }), 0);
    expect(texts(fresh, 0)).toEqual(['Hello.']);
    expect(texts(withFresh(fresh, words('a', 1, { text: '' }), 0), 0)).toEqual([]);
  });

  it('ROOM-15 go away after some silence', () => {
    const fresh = withFresh(withFresh([], words('a', 1), 1000), words('b', 2), 3000);
    expect(texts(fresh, 999 + captionLifeMs).length).toBe(2);
    expect(texts(fresh, 1000 + captionLifeMs)).toEqual(['text of b']);
    expect(texts(fresh, 3000 + captionLifeMs)).toEqual([]);
  });
});
