/** Whether one letter of the text at least is within a range as CSS writes it; all are in an empty one. */
export function isInRange(text: string, range: string): boolean {
  if (range.trim() === '') return true;
  const parts = range.split(',').flatMap((part) => {
    const found = /^U\+([0-9a-f]+)(?:-([0-9a-f]+))?$/i.exec(part.trim());
    if (!found) return [];
    const from = Number.parseInt(found[1] ?? '', 16);
    return [{ from, to: found[2] === undefined ? from : Number.parseInt(found[2], 16) }];
  });
  return Array.from(text).some((letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return parts.some(({ from, to }) => code >= from && code <= to);
  });
}
