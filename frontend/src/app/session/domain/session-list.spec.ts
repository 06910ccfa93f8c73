import { extended, listOf, replaced } from './session-list';

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
