import { boundsOf, grown, union } from './geometry';
import { type Figure, figuresOf, type StrokePath } from './figures';
import { type Theme, paper, withColours } from './palette';
import type { Shape } from './shape';

export interface SvgOptions {
  readonly title: string;
  readonly theme: Theme;
  /** CSS of the letters, whole with their files. */
  readonly fonts: string;
  /** The pictures by the address at which they are shown, as data. */
  readonly pictures: ReadonlyMap<string, string>;
  readonly strokePath: StrokePath;
}

export interface SvgFile {
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

const margin = 40;

/** The board as a file that needs no other. */
export function svgOf(shapes: readonly Shape[], options: SvgOptions): SvgFile {
  const box = grown(union(shapes.map(boundsOf)) ?? { x: 0, y: 0, w: 400, h: 240 }, margin);
  const [width, height] = [Math.ceil(box.w), Math.ceil(box.h)];
  const figures = shapes
    .flatMap((shape) => figuresOf(shape, options.strokePath))
    .map((figure) => elementOf(figure, options));
  const size = `width="${String(width)}" height="${String(height)}"`;
  const viewBox = [box.x, box.y, width, height].join(' ');
  const sheet = `x="${String(box.x)}" y="${String(box.y)}" ${size} fill="${paper[options.theme]}"`;
  const text = [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="${viewBox}">`,
    `<title>${escaped(options.title)}</title>`,
    ...(options.fonts === '' ? [] : [`<style>${options.fonts}</style>`]),
    `<rect ${sheet}/>`,
    ...figures,
    '</svg>',
  ].join('\n');
  return { text, width, height };
}

function elementOf(figure: Figure, { pictures, theme }: SvgOptions): string {
  const { tag, attributes, lines } = figure;
  const given = Object.entries(attributes).map(([name, value]) => {
    const known = name === 'href' ? (pictures.get(String(value)) ?? '') : String(value);
    return ` ${name}="${escaped(withColours(known, theme))}"`;
  });
  if (!lines) return `<${tag}${given.join('')}/>`;
  const spans = lines.map(
    (line) => `<tspan x="${String(line.x)}" y="${String(line.y)}">${escaped(line.text)}</tspan>`,
  );
  return `<${tag}${given.join('')} xml:space="preserve">${spans.join('')}</${tag}>`;
}

// eslint-disable-next-line no-control-regex -- XML cannot hold them
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function escaped(text: string): string {
  return text
    .replace(unwritable, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A name for the file that every system takes. */
export function fileNameOf(title: string, ending: string): string {
  const plain = title
    .normalize('NFC')
    // eslint-disable-next-line no-control-regex -- no system takes them
    .replace(/[\u0000-\u001f<>:"/\\|?*]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+|\.+$/g, '');
  const short = Array.from(plain).slice(0, 80).join('').trim();
  return `${short === '' ? 'Whiteboard' : `${short} - Whiteboard`}.${ending}`;
}
