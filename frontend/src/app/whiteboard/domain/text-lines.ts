/** How wide a text is in letters of this height. */
export type Measure = (text: string, font: number) => number;

export const lineHeight = 1.3;

/** Breaks a text into lines no wider than `room`: between words, and within a word that is wider. */
export function linesOf(
  text: string,
  room: number,
  widthOf: (part: string) => number,
): readonly string[] {
  return text.split('\n').flatMap((paragraph) => broken(paragraph, room, widthOf));
}

function broken(
  paragraph: string,
  room: number,
  widthOf: (part: string) => number,
): readonly string[] {
  if (widthOf(paragraph) <= room) return [paragraph];
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(/(?<=\s)/u)) {
    if (widthOf((line + word).trimEnd()) <= room) {
      line += word;
      continue;
    }
    if (line !== '') lines.push(line.trimEnd());
    line = word;
    while (widthOf(line.trimEnd()) > room && Array.from(line).length > 1) {
      const head = headOf(line, room, widthOf);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  return [...lines, line.trimEnd()];
}

/** As many letters as there is room for, and one at least. */
function headOf(word: string, room: number, widthOf: (part: string) => number): string {
  let head = '';
  for (const letter of word) {
    if (head !== '' && widthOf(head + letter) > room) break;
    head += letter;
  }
  return head;
}
