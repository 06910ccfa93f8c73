import { type SharedLink, unseenCount, withChange } from './link-list';

function aLink(id: string, removedAt: string | null = null): SharedLink {
  return { id, title: id, url: `https://${id}.example/`, removedAt };
}
const removed = (id: string) => aLink(id, '2030-01-01T00:00:00Z');

describe('withChange', () => {
  const rows: readonly [name: string, changes: readonly SharedLink[], ids: readonly string[]][] = [
    ['in the order of sharing', [aLink('a'), aLink('b')], ['a', 'b']],
    ['once however often it is told', [aLink('a'), aLink('a')], ['a']],
    ['without what was taken back', [aLink('a'), aLink('b'), removed('a')], ['b']],
    ['nothing of what it never had', [removed('a')], []],
  ];
  for (const [name, changes, ids] of rows) {
    it(`ROOM-4 ${name}`, () => {
      const links = changes.reduce<readonly SharedLink[]>(withChange, []);
      expect(links.map(({ id }) => id)).toEqual([...ids]);
    });
  }

  it('ROOM-4 counts what was not seen', () => {
    expect(unseenCount([aLink('a'), aLink('b')], ['a'])).toBe(1);
  });
});
