import type { Ink } from './shape';

export type Theme = 'light' | 'dark';

/** The board's paper in both themes, and the inks that are well seen on it. */
export const paper: Readonly<Record<Theme, string>> = { light: '#ffffff', dark: '#12232a' };

export const inkColours: Readonly<Record<Ink, Readonly<Record<Theme, string>>>> = {
  ink: { light: '#12303a', dark: '#eaf5f7' },
  red: { light: '#c0271d', dark: '#ff8f84' },
  orange: { light: '#a85800', dark: '#ffb45e' },
  green: { light: '#17703f', dark: '#6fdca2' },
  blue: { light: '#1558b0', dark: '#8ab8ff' },
  violet: { light: '#7a3cb8', dark: '#cda2ff' },
};

/** Notes are paper of their own colour. */
export const noteColours: Readonly<Record<Ink, Readonly<Record<Theme, string>>>> = {
  ink: { light: '#fff3c4', dark: '#4a4220' },
  red: { light: '#ffe0dc', dark: '#532a27' },
  orange: { light: '#ffe6c7', dark: '#52381a' },
  green: { light: '#d8f3e2', dark: '#1f4632' },
  blue: { light: '#dbeaff', dark: '#1f3a5c' },
  violet: { light: '#eee0ff', dark: '#412a5c' },
};

export const inkNames: Readonly<Record<Ink, string>> = {
  ink: 'Black or white',
  red: 'Red',
  orange: 'Orange',
  green: 'Green',
  blue: 'Blue',
  violet: 'Violet',
};

/** The board's colours as custom properties, for both themes. */
export function boardColours(): Readonly<Record<string, string>> {
  const pair = ({ light, dark }: Readonly<Record<Theme, string>>) =>
    `light-dark(${light}, ${dark})`;
  const named = (prefix: string, colours: typeof inkColours) =>
    Object.entries(colours).map(([name, both]) => [`--${prefix}-${name}`, pair(both)]);
  return Object.fromEntries([
    ['--board-paper', pair(paper)],
    ...named('board', inkColours),
    ...named('note', noteColours),
  ]) as Record<string, string>;
}

/** The text with the board's custom properties replaced by the colours of a theme. */
export function withColours(text: string, theme: Theme): string {
  return text.replace(/var\(--(board|note)-(\w+)\)/g, (whole, prefix: string, name: string) => {
    if (name === 'paper') return paper[theme];
    const colours = prefix === 'note' ? noteColours : inkColours;
    return name in colours ? colours[name as Ink][theme] : whole;
  });
}

/** Contrast of two colours by WCAG 2.2. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)].toSorted((x, y) => y - x);
  return ((a ?? 0) + 0.05) / ((b ?? 0) + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
