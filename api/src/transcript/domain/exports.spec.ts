import { fileName, textHead, textLine, vttCue, vttHead } from './exports.ts';

const head = {
  title: 'Sums & <parts> --> more',
  courseTitle: 'Algebra',
  mentor: 'Maya Lindqvist',
  learner: 'Leo Okafor',
  actualStart: Date.UTC(2026, 10, 21, 14, 3, 20),
};
const line = { name: 'Maya Lindqvist', startMs: 3_723_004, endMs: 3_725_600, text: 'Is 1 < 2?' };

describe('the exports of a transcript', () => {
  it('ROOM-8 begin a WebVTT file so that no title can end its note', () => {
    expect(vttHead(head)).toBe(
      'WEBVTT\n\nNOTE\nSums & <parts> → more\nAlgebra\n2026-11-21 14:03 UTC\n',
    );
  });

  it('ROOM-8 give each cue its times and its voice', () => {
    expect(vttCue(line)).toBe('\n01:02:03.004 --> 01:02:05.600\n<v Maya Lindqvist>Is 1 &lt; 2?\n');
  });

  it('ROOM-8 let no words and no name be taken for marks of the format', () => {
    const cue = vttCue({
      ...line,
      name: 'Ann\n<b> & "Bo" -->',
      text: 'a --> b\n\n00:00:01.000 &amp; <v Eve>lies</v>',
    });
    expect(cue.split('\n').slice(2)).toEqual([
      '<v Ann &lt;b&gt; &amp; "Bo" --&gt;>a --&gt; b 00:00:01.000 &amp;amp; &lt;v Eve&gt;lies&lt;/v&gt;',
      '',
    ]);
  });

  it('ROOM-8 show a cue that has no length, and one from before the start', () => {
    expect(vttCue({ ...line, startMs: -400, endMs: -400 })).toContain(
      '00:00:00.000 --> 00:00:00.001',
    );
  });

  it('ROOM-8 write plain text that reads well', () => {
    expect(textHead(head) + textLine(line)).toBe(
      [
        'Sums & <parts> --> more',
        'Algebra',
        'Maya Lindqvist (mentor), Leo Okafor (learner)',
        '2026-11-21 14:03 UTC',
        '',
        '[01:02:03] Maya Lindqvist: Is 1 < 2?',
        '',
      ].join('\n'),
    );
  });

  const names = [
    ['Systems of equations', 'transcript-2026-11-21-systems-of-equations.vtt'],
    ['../../etc/passwd"\r\n', 'transcript-2026-11-21-etc-passwd.vtt'],
    ['Gleichungen für Ältere', 'transcript-2026-11-21-gleichungen-für-ältere.vtt'],
    ['???', 'transcript-2026-11-21.vtt'],
  ] as const;
  for (const [title, name] of names) {
    it(`ROOM-8 call the file ${name}`, () => {
      expect(fileName({ ...head, title }, 'vtt')).toBe(name);
    });
  }
});
