import { checkDraft } from './link-draft';

describe('checkDraft', () => {
  const good: readonly [name: string, typed: [string, string], link: [string, string]][] = [
    ['a name and an address', [' Book ', ' https://a.example/b '], ['Book', 'https://a.example/b']],
    [
      'the host as its name',
      ['', 'https://www.a.example/b'],
      ['a.example', 'https://www.a.example/b'],
    ],
    ['an address without its beginning', ['', 'a.example/b'], ['a.example', 'https://a.example/b']],
  ];
  for (const [name, [title, url], [wantedTitle, wantedUrl]] of good) {
    it(`ROOM-4 takes ${name}`, () => {
      expect(checkDraft({ title, url })).toEqual({ link: { title: wantedTitle, url: wantedUrl } });
    });
  }
  for (const url of ['', 'http://a.example', 'javascript:alert(1)', 'a b']) {
    it(`ROOM-4 refuses "${url}"`, () => {
      expect('fault' in checkDraft({ title: 'Book', url })).toBe(true);
    });
  }
});
