import { aPicture, aStroke, aText, anOutline } from './a-shape.testing';
import { fileNameOf, svgOf } from './board-svg';
import { type BoardNews, describeBoard, describeShape, tellNews } from './describe';
import { figuresOf } from './figures';
import { contrast, inkColours, noteColours, paper, withColours } from './palette';
import { inks } from './shape';
import { type Key, commandOf, toolKeys } from './tools';
import { isInRange } from './unicode-range';

const viewer = { selfId: 'leo', otherName: 'Maya' };
const strokePath = () => 'M0 0Z';
const quote = (text: string) => aText([0, 0, 20, 0], { text, lines: text.split('\n') });

describe('the board in words', () => {
  const described: readonly [string, string][] = [
    [describeShape(anOutline([0, 0, 1, 1], { ink: 'red' }), viewer), 'Rectangle, red, by Maya'],
    [describeShape(anOutline([0, 0, 1, 1], { by: 'leo' }), viewer), 'Rectangle, by you'],
    [describeShape(quote('x = 3\ny = 4'), viewer), 'Text “x = 3 y = 4”, by Maya'],
    [describeShape(aPicture([0, 0, 1, 1]), viewer), 'Picture “Sketch”, by Maya'],
    [describeShape(aPicture([0, 0, 1, 1], { name: '' }), viewer), 'Picture, by Maya'],
    [describeBoard([]), 'The whiteboard is empty.'],
    [describeBoard([quote('a')]), '1 object on the whiteboard.'],
    [describeBoard([quote('a'), quote('b')]), '2 objects on the whiteboard.'],
  ];
  for (const [text, expected] of described) {
    it(`ROOM-15 says "${expected}"`, () => {
      expect(text).toBe(expected);
    });
  }

  const news: readonly [Partial<BoardNews>, string | null][] = [
    [{ added: [quote('x = 3')] }, 'Maya added: text “x = 3”.'],
    [{ added: [quote('a'), quote('b')], removed: 1 }, 'Maya added 2 objects.'],
    [{ removed: 1, changed: 2 }, 'Maya removed 1 object.'],
    [{ changed: 2 }, 'Maya changed 2 objects.'],
    [{}, null],
  ];
  for (const [parts, expected] of news) {
    it(`ROOM-15 tells ${String(expected)}`, () => {
      expect(tellNews({ added: [], changed: 0, removed: 0, ...parts }, 'Maya')).toBe(expected);
    });
  }
});

describe('the colours of a board', () => {
  for (const theme of ['light', 'dark'] as const) {
    for (const ink of inks) {
      it(`ROOM-13 ${ink} is well read on ${theme} paper, and words on its notes`, () => {
        expect(contrast(inkColours[ink][theme], paper[theme])).toBeGreaterThan(4.5);
        expect(contrast(inkColours.ink[theme], noteColours[ink][theme])).toBeGreaterThan(4.5);
      });
    }
  }

  it('ROOM-17 writes colours out where there are no custom properties', () => {
    expect(withColours('var(--board-red) var(--note-blue) var(--other)', 'light')).toBe(
      '#c0271d #dbeaff var(--other)',
    );
  });
});

describe('the exported board', () => {
  const options = {
    ...({ title: 'A < B & "C"', theme: 'light', fonts: '', strokePath } as const),
    pictures: new Map([
      ['/files/01a1ff45-02cf-7328-8853-01df06b89136', 'data:image/png;base64,AA'],
    ]),
  };

  function parsed(text: string): Document {
    return new DOMParser().parseFromString(text, 'image/svg+xml');
  }

  it('ROOM-17 is whole, readable, and holds its pictures', () => {
    const shapes = [
      anOutline([0, 0, 100, 50], { ink: 'red' }),
      aStroke([0, 0, 1, 1], [[5, 5]]),
      aPicture([10, 10, 20, 20]),
      quote('if a < b && c > d\nvar(--board-red) \u0007'),
    ];
    const { text, width, height } = svgOf(shapes, options);
    const svg = parsed(text);
    expect(svg.querySelector('parsererror')).toBeNull();
    expect([width, height]).toEqual([180, 132]);
    expect(svg.querySelector('title')?.textContent).toBe('A < B & "C"');
    expect(svg.querySelector('image')?.getAttribute('href')).toBe('data:image/png;base64,AA');
    expect([...svg.querySelectorAll('tspan')].map(({ textContent }) => textContent)).toEqual([
      'if a < b && c > d',
      'var(--board-red) ',
    ]);
    expect(svg.querySelectorAll('rect')[1]?.getAttribute('stroke')).toBe('#c0271d');
    expect(/(?:fill|stroke)="var/.test(text)).toBeFalse();
  });

  it('ROOM-17 an empty board is a sheet of paper', () => {
    expect(parsed(svgOf([], options).text).querySelectorAll('rect').length).toBe(1);
  });

  it('ROOM-17 draws a head on an arrow, and none on a dot', () => {
    const d = (place: readonly [number, number, number, number]) =>
      String(figuresOf({ ...anOutline(place), kind: 'arrow' }, strokePath)[0]?.attributes['d']);
    expect(d([0, 0, 100, 0]).match(/M/g)?.length).toBe(2);
    expect(d([0, 0, 0, 0]).match(/M/g)?.length).toBe(1);
  });

  const names: readonly [string, string][] = [
    ['Systems of equations', 'Systems of equations - Whiteboard.png'],
    ['a/b: "c"?', 'a b c - Whiteboard.png'],
    ['..', 'Whiteboard.png'],
    ['', 'Whiteboard.png'],
    ['ü'.repeat(200), `${'ü'.repeat(80)} - Whiteboard.png`],
  ];
  for (const [title, name] of names) {
    it(`ROOM-17 calls the file of "${title.slice(0, 20)}" well`, () => {
      expect(fileNameOf(title, 'png')).toBe(name);
    });
  }

  const ranges: readonly [string, string, boolean][] = [
    ['abc', '', true],
    ['abc', 'U+0000-00FF, U+0131', true],
    ['abc', 'U+0100-02BA', false],
    ['ž', 'U+0100-02BA', true],
    ['', 'U+0000-00FF', false],
    ['a', 'nonsense', false],
  ];
  for (const [text, range, expected] of ranges) {
    it(`ROOM-17 "${text}" ${expected ? 'needs' : 'does not need'} ${range || 'everything'}`, () => {
      expect(isInRange(text, range)).toBe(expected);
    });
  }
});

describe('the keys of a board', () => {
  const plain = { isCommand: false, isShift: false, isAlt: false };
  const keys: readonly [Partial<Key> & { key: string }, object | null][] = [
    [{ key: 'p' }, { kind: 'tool', tool: 'pen' }],
    [
      { key: 'P', isShift: true },
      { kind: 'tool', tool: 'pen' },
    ],
    [{ key: 'z', isCommand: true }, { kind: 'undo' }],
    [{ key: 'Z', isCommand: true, isShift: true }, { kind: 'redo' }],
    [{ key: 'y', isCommand: true }, { kind: 'redo' }],
    [{ key: 'p', isCommand: true }, null],
    [{ key: 'p', isAlt: true }, null],
    [{ key: 'ArrowLeft' }, { kind: 'nudge', dx: -4, dy: 0 }],
    [
      { key: 'ArrowDown', isShift: true },
      { kind: 'nudge', dx: 0, dy: 40 },
    ],
    [
      { key: 'ArrowDown', isCommand: true },
      { kind: 'stretch', dx: 0, dy: 4 },
    ],
    [{ key: 'Delete' }, { kind: 'remove' }],
    [{ key: 'PageDown' }, { kind: 'next' }],
    [{ key: 'w' }, { kind: 'close' }],
    [{ key: 'Tab' }, null],
    [{ key: ' ' }, null],
    [{ key: 'm' }, null],
  ];
  for (const [key, command] of keys) {
    it(`ROOM-17 ${JSON.stringify(key)} is ${command ? JSON.stringify(command) : 'not the board’s'}`, () => {
      expect(commandOf({ ...plain, ...key })).toEqual(command as ReturnType<typeof commandOf>);
    });
  }

  it('ROOM-17 no two tools share a key', () => {
    const all = Object.values(toolKeys);
    expect(new Set(all).size).toBe(all.length);
  });
});
