import { dataOf } from './board-export-data';
import { isInRange } from './domain/unicode-range';

/** The board's letters as CSS that holds their files: those that the text needs. */
export async function boardFonts(text: string): Promise<string> {
  if (text === '') return '';
  const rules = await Promise.all(facesFor(text).map(withFile));
  return rules.join('\n');
}

function facesFor(text: string): readonly CSSFontFaceRule[] {
  return [...document.styleSheets]
    .flatMap((sheet) => [...rulesOf(sheet)])
    .filter((rule) => rule instanceof CSSFontFaceRule)
    .filter(({ style }) => {
      const isOurs = /^["']?Inter["']?$/.test(style.getPropertyValue('font-family'));
      const isPlain = ['400', 'normal'].includes(style.getPropertyValue('font-weight'));
      const range = style.getPropertyValue('unicode-range');
      return isOurs && isPlain && isInRange(text, range);
    });
}

/** Rules of another origin cannot be read. */
function rulesOf(sheet: CSSStyleSheet): Iterable<CSSRule> {
  try {
    return sheet.cssRules;
  } catch {
    return [];
  }
}

async function withFile(rule: CSSFontFaceRule): Promise<string> {
  const source = rule.style.getPropertyValue('src');
  const [, address = ''] = /url\(["']?([^"')]+)["']?\)/.exec(source) ?? [];
  const base = rule.parentStyleSheet?.href ?? document.baseURI;
  const data = await dataOf(new URL(address, base).href);
  if (data === null) return '';
  const range = rule.style.getPropertyValue('unicode-range');
  return `@font-face{font-family:Inter;src:url(${data}) format("woff2");unicode-range:${range}}`;
}
