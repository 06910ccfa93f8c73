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
  /** Where each character comes from; `null` where nothing has moved. */
  readonly places: readonly number[] | null;
}

const foldedLines = new WeakMap<Line, Folded>();
/** Letters that were met, and how they are compared. */
const plainForms = new Map<string, string>();
const mostForms = 5000;
/** Most of what is said needs no more than small letters. */
const plainText = /^(?:[!-~]| (?! ))*$/;

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
    found.push(places ? spanOf(places, at, at + key.length) : [at, at + key.length]);
  }
  return found;
}

/** Up to where the next letter begins, so that it covers the accent of its last one. */
function spanOf(places: readonly number[], from: number, to: number): readonly [number, number] {
  const last = places[to - 1] ?? 0;
  const next = places.find((place, index) => index >= to && place > last);
  return [places[from] ?? 0, next ?? Infinity];
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
  if (plainText.test(text)) return { text: text.toLowerCase(), places: null };
  let plain = '';
  let isBlank = false;
  const places: number[] = [];
  let at = 0;
  for (const letter of text) {
    const form = plainForm(letter);
    const isMore = form !== ' ' || !isBlank;
    if (isMore) plain += form;
    for (let left = isMore ? form.length : 0; left > 0; left--) places.push(at);
    if (form !== '') isBlank = form === ' ';
    at += letter.length;
  }
  return { text: plain, places };
}

function plainForm(letter: string): string {
  const known = plainForms.get(letter);
  if (known !== undefined) return known;
  const bare = letter.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const form = /^\s$/u.test(letter) ? ' ' : (others[bare] ?? bare);
  if (plainForms.size < mostForms) plainForms.set(letter, form);
  return form;
}
