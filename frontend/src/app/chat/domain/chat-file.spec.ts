import { asChatFile, pictureBox, sizeText } from './chat-file';

describe('a file of the chat', () => {
  const sizes = [
    [0, '0 bytes'],
    [1023, '1023 bytes'],
    [1536, '1.5 KB'],
    [20 * 1024, '20 KB'],
    [5 * 1024 * 1024, '5 MB'],
    [2.25 * 1024 * 1024, '2.3 MB'],
  ] as const;
  for (const [bytes, text] of sizes) {
    it(`ROOM-7 of ${String(bytes)} bytes has ${text}`, () => {
      expect(sizeText(bytes)).toBe(text);
    });
  }

  const boxes = [
    ['as large as it is', 100, 80, { width: 100, height: 80 }],
    ['not wider than the chat', 2600, 1000, { width: 260, height: 100 }],
    ['not higher than the list', 1000, 4400, { width: 50, height: 220 }],
    ['large enough to press', 1, 1, { width: 48, height: 48 }],
    ['some room where nobody knows', null, null, { width: 240, height: 180 }],
  ] as const;
  for (const [title, width, height, box] of boxes) {
    it(`ROOM-7 a picture has a box ${title}`, () => {
      expect(pictureBox({ width, height })).toEqual(box);
    });
  }

  const file = {
    ...{ id: 'f', name: 'a.png', bytes: 5, mediaType: 'image/png', url: '/files/f' },
    ...{ isPicture: true, width: 1, height: 2 },
  };
  it('ROOM-7 is read from what the browser kept', () => {
    expect(asChatFile(JSON.parse(JSON.stringify(file)))).toEqual(file);
  });
  for (const rubbish of [
    null,
    'x',
    {},
    { ...file, url: 'javascript:1' },
    { ...file, bytes: '5' },
  ]) {
    it(`ROOM-7 is not read from ${JSON.stringify(rubbish)}`, () => {
      expect(asChatFile(rubbish)).toBeNull();
    });
  }
});
