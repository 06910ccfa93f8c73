import { chosenMediaType } from './media-type';

describe('the media type of a recording', () => {
  const cases: readonly [name: string, can: RegExp, chosen: string | null][] = [
    ['Chromium', /./, 'video/mp4;codecs=avc1.42E01F,opus'],
    ['a browser without H.264', /webm/, 'video/webm;codecs=vp8,opus'],
    ['Safari', /mp4a/, 'video/mp4;codecs=avc1.42E01F,mp4a.40.2'],
    ['a browser that records no pictures', /audio/, null],
  ];
  for (const [name, can, chosen] of cases) {
    it(`ROOM-18 ${name}: ${chosen ?? 'none'}`, () => {
      expect(chosenMediaType((type) => can.test(type))).toBe(chosen);
    });
  }
});
