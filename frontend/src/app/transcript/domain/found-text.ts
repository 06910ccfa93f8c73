/** A piece of a line: whether it is what was searched for, and then the how manieth in the line. */
export interface TextPiece {
  readonly text: string;
  readonly hit: number | null;
}

interface Line {
  readonly text: string;
}

interface Folded {
  readonly text: string;
  readonly places: readonly number[];
}

const foldedLines = new WeakMap<Line, Folded>();

/** Letters that are no letter with a mark, as they are typed by who does not have them. */
const others: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', ı: 'i', þ: 'th' },
};

/** What is typed to search, as it is compared: without accents, capitals and blanks around it. */
export function searchKey(text: string): string {
  return folded(text).text.trim();
}

/** Where the words stand in a line. Accents and capitals make no difference. */
export function foundIn(line: Line, key: string): readonly (readonly [number, number])[] {
  if (key === '') return [];
  const { text: plain, places } = foldedOnce(line);
  const found: (readonly [number, number])[] = [];
  for (let at = plain.indexOf(key); at >= 0; at = plain.indexOf(key, at + key.length)) {
    const last = places[at + key.length - 1] ?? 0;
    // The mark goes on to where the next letter begins, so that it covers the accent of its last one.
    const next = places.find((place, index) => index >= at + key.length && place > last);
    found.push([places[at] ?? 0, next ?? line.text.length]);
  }
  return found;
}

/** Cuts a text at what was found in it. */
export function pieces(text: string, found: ReturnType<typeof foundIn>): readonly TextPiece[] {
  const cut: TextPiece[] = [];
  let done = 0;
  for (const [index, [from, to]] of found.entries()) {
    if (from > done) cut.push({ text: text.slice(done, from), hit: null });
    cut.push({ text: text.slice(from, to), hit: index });
    done = to;
  }
  if (done < text.length) cut.push({ text: text.slice(done), hit: null });
  return cut;
}

/** A long talk is searched again with every letter that is typed, and every word that is said. */
function foldedOnce(line: Line): Folded {
  const known = foldedLines.get(line) ?? folded(line.text);
  foldedLines.set(line, known);
  return known;
}

/** The text as it is compared, and for each of its characters where it comes from. */
function folded(text: string): Folded {
  let plain = '';
  const places: number[] = [];
  let at = 0;
  for (const letter of text) {
    const isBlank = /\s/u.test(letter);
    const form = isBlank ? (plain.endsWith(' ') ? '' : ' ') : plainLetter(letter);
    plain += form;
    places.push(...Array.from(form.split(''), () => at));
    at += letter.length;
  }
  return { text: plain, places };
}

function plainLetter(letter: string): string {
  // Most letters are plain already.
  if (/[a-z0-9]/.test(letter)) return letter;
  const bare = letter.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return others[bare] ?? bare;
}
