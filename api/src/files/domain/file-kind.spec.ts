import { kindOf } from './file-kind.ts';

describe('kindOf', () => {
  const text = 'text/plain; charset=utf-8';
  const rows: readonly [string, string | null, boolean, string, string | null, boolean][] = [
    ['shows a photo', 'image/jpeg', false, 'cat.jpg', 'image/jpeg', true],
    ['goes by the bytes and not by the name', 'image/png', false, 'cat.exe', 'image/png', true],
    ['gives a PDF to download', 'application/pdf', false, 'a.pdf', 'application/pdf', false],
    ['takes an archive', 'application/zip', false, 'a.zip', 'application/zip', false],
    ['takes code as text', null, true, 'main.ts', text, false],
    ['makes a page a text', null, true, 'page.html', text, false],
    ['makes a drawing with scripts a text', 'application/xml', true, 'a.svg', text, false],
    ['takes no program', 'application/x-elf', false, 'a.out', null, false],
    [
      'takes no program that calls itself a picture',
      'application/x-msdownload',
      false,
      'a.png',
      null,
      false,
    ],
    ['takes no unknown bytes', null, false, 'a.txt', null, false],
    [
      'takes an older document by its name',
      'application/x-cfb',
      false,
      'A.DOC',
      'application/msword',
      false,
    ],
    ['takes no other older container', 'application/x-cfb', false, 'setup.msi', null, false],
    ['takes no film', 'video/mp4', false, 'a.mp4', null, false],
  ];
  for (const [title, sniffed, isText, name, mediaType, isPicture] of rows) {
    it(`ROOM-7 ${title}`, () => {
      const expected = mediaType === null ? null : { mediaType, isPicture };
      expect(kindOf({ sniffed, isText, name })).toEqual(expected);
    });
  }
});
