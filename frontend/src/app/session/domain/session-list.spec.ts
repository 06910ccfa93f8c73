import { extended, listOf, renewed, replaced, without } from './session-list';

const item = (id: string, title = id) => ({ id, title });

describe('extended', () => {
  it('PRE-12 adds a page and its cursor', () => {
    const list = extended(listOf([item('a')], 'a'), listOf([item('b')], null));
    expect(list).toEqual({ items: [item('a'), item('b')], endCursor: null });
  });

  it('PRE-12 shows once what moved between the pages meanwhile', () => {
    const list = extended(listOf([item('a'), item('b')], 'b'), listOf([item('b'), item('c')], 'c'));
    expect(list.items.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });
});

describe('replaced', () => {
  it('PRE-12 takes a newer version in its place', () => {
    const list = replaced(listOf([item('a'), item('b')], 'b'), item('a', 'new'));
    expect(list).toEqual({ items: [item('a', 'new'), item('b')], endCursor: 'b' });
  });

  it('PRE-12 leaves out what it does not have', () => {
    expect(replaced(listOf([item('a')], null), item('x')).items).toEqual([item('a')]);
  });
});

describe('without', () => {
  it('PRE-12 takes out what belongs elsewhere now', () => {
    const list = without(listOf([item('a'), item('b')], 'b'), 'a');
    expect(list).toEqual({ items: [item('b')], endCursor: 'b' });
  });
});

describe('renewed', () => {
  const known = listOf([item('a'), item('b'), item('c'), item('d')], 'd');
  const rows: readonly [name: string, beginning: typeof known, ids: string, end: string | null][] =
    [
      ['what was loaded behind stays', listOf([item('a'), item('b')], 'b'), 'abcd', 'd'],
      ['one is new at the top', listOf([item('x'), item('a'), item('b')], 'b'), 'xabcd', 'd'],
      ['one is gone', listOf([item('b'), item('c')], 'c'), 'bcd', 'd'],
      ['there is no more', listOf([item('a'), item('b')], null), 'ab', null],
      ['nothing was loaded behind', listOf([...known.items], 'e'), 'abcd', 'e'],
      ['all is new', listOf([item('x'), item('y')], 'y'), 'xy', 'y'],
    ];
  for (const [name, beginning, ids, end] of rows) {
    it(`PRE-12 ${name}`, () => {
      const list = renewed(known, beginning);
      expect(list.items.map(({ id }) => id).join('')).toBe(ids);
      expect(list.endCursor).toBe(end);
    });
  }
});
