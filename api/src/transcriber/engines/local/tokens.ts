const long = 0x80;

/**
 * The words of a model in the form that sherpa-onnx reads, from the form in which Moonshine's
 * publisher gives them: a length in one byte, or in two with the lower seven bits first, and the word.
 */
export function tokenLines(file: Uint8Array): string {
  const lines: string[] = [];
  for (let at = 0, id = 0; at < file.length; id += 1) {
    let length = file[at] ?? 0;
    at += 1;
    if (length >= long) {
      length += ((file[at] ?? 0) - 1) * long;
      at += 1;
    }
    const word = Buffer.from(file.subarray(at, at + length));
    at += length;
    // Of nothing a token cannot be made, and places without a word are never asked for.
    if (length > 0) lines.push(`${word.toString('base64')}\t${String(id)}\n`);
  }
  return lines.join('');
}
