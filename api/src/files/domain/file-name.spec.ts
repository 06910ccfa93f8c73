import fc from 'fast-check';
import { disposition, safeName } from './file-name.ts';

describe('safeName', () => {
  const rows = [
    ['keeps a usual name', 'Übung 3 – final.pdf', 'Übung 3 – final.pdf'],
    ['keeps the last part of a path', '../../etc/passwd', 'passwd'],
    ['keeps the last part of a Windows path', 'C:\\temp\\a.txt', 'a.txt'],
    ['drops what turns the writing round', 'gpj\u202Eexe.txt', 'gpj exe.txt'],
    ['drops control characters', 'a\u0000\nb.txt', 'a b.txt'],
    ['hides nothing', '...profile', 'profile'],
    ['has a name for what has none', '  ', 'file'],
    ['shortens, and keeps the ending', `${'x'.repeat(300)}.docx`, `${'x'.repeat(145)}.docx`],
  ] as const;
  for (const [title, given, expected] of rows) {
    it(`ROOM-7 ${title}`, () => {
      expect(safeName(given)).toBe(expected);
    });
  }

  it('ROOM-7 is never empty, a path or too long, whatever is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const name = safeName(given);
        expect(name).not.toMatch(/[/\\\p{Cc}]|^\.|^$/u);
        expect(Array.from(name).length).toBeLessThanOrEqual(150);
      }),
    );
  });
});

describe('disposition', () => {
  it('ROOM-7 says how to save a file under any name', () => {
    expect(disposition('Ü "1".pdf', false)).toBe(
      `attachment; filename="_ _1_.pdf"; filename*=UTF-8''%C3%9C%20%221%22.pdf`,
    );
    expect(disposition('cat.png', true)).toContain('inline;');
  });

  it('ROOM-7 never breaks out of its header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        expect(disposition(safeName(given), false)).toMatch(
          /^attachment; filename="[\x20-\x21\x23-\x7e]*"; filename\*=UTF-8''[\w.!~%-]*$/,
        );
      }),
    );
  });
});
