/** What the hand holds. */
const tools = [
  ...(['select', 'hand', 'pen', 'highlighter', 'eraser'] as const),
  ...(['line', 'arrow', 'rectangle', 'ellipse', 'text', 'note'] as const),
] as const;
export type Tool = (typeof tools)[number];

export const toolNames: Readonly<Record<Tool, string>> = {
  select: 'Select',
  hand: 'Move the board',
  pen: 'Pen',
  highlighter: 'Highlighter',
  eraser: 'Eraser',
  line: 'Line',
  arrow: 'Arrow',
  rectangle: 'Rectangle',
  ellipse: 'Ellipse',
  text: 'Text',
  note: 'Note',
};

export const toolKeys: Readonly<Record<Tool, string>> = {
  select: 'V',
  hand: 'G',
  pen: 'P',
  highlighter: 'H',
  eraser: 'E',
  line: 'L',
  arrow: 'A',
  rectangle: 'R',
  ellipse: 'O',
  text: 'T',
  note: 'N',
};

export interface Key {
  readonly key: string;
  /** Control, or Command on a Mac. */
  readonly isCommand: boolean;
  readonly isShift: boolean;
  readonly isAlt: boolean;
}

export type Command =
  | { readonly kind: 'tool'; readonly tool: Tool }
  | { readonly kind: 'nudge' | 'stretch'; readonly dx: number; readonly dy: number }
  | { readonly kind: Plain };

type Plain =
  | 'undo'
  | 'redo'
  | 'remove'
  | 'select-all'
  | 'next'
  | 'previous'
  | 'act'
  | 'escape'
  | 'zoom-in'
  | 'zoom-out'
  | 'fit'
  | 'picture'
  | 'close';

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const plain: Readonly<Record<string, Plain>> = {
  Delete: 'remove',
  Backspace: 'remove',
  PageDown: 'next',
  PageUp: 'previous',
  Enter: 'act',
  Escape: 'escape',
  '+': 'zoom-in',
  '=': 'zoom-in',
  '-': 'zoom-out',
  '0': 'fit',
  i: 'picture',
  w: 'close',
};

const commands: Readonly<Record<string, Plain>> = { z: 'undo', y: 'redo', a: 'select-all' };

/** What a key does while the board has the focus; `null` for what is not the board's. */
export function commandOf(press: Key): Command | null {
  if (press.isAlt) return null;
  const arrow = arrows[press.key];
  if (arrow) {
    const far = press.isShift ? 40 : 4;
    const [dx, dy] = [arrow[0] * far, arrow[1] * far];
    return { kind: press.isCommand ? 'stretch' : 'nudge', dx, dy };
  }
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  return press.isCommand ? withCommand(key, press.isShift) : alone(key);
}

function withCommand(key: string, isShift: boolean): Command | null {
  const kind = key === 'z' && isShift ? 'redo' : commands[key];
  return kind ? { kind } : null;
}

function alone(key: string): Command | null {
  const kind = plain[key];
  if (kind) return { kind };
  const tool = tools.find((one) => toolKeys[one].toLowerCase() === key);
  return tool ? { kind: 'tool', tool } : null;
}
