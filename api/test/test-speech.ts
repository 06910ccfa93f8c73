import { readFile } from 'node:fs/promises';

type Launcher = typeof import('../../launcher/speech-models.mjs');

/** The folder of the speech models, which the launcher fetches; `null` where they cannot be had. */
export async function speechModels(): Promise<string | null> {
  // Compiled tests lie one folder deeper than their sources, so the path is made when they run.
  const path = new URL('../../../launcher/speech-models.mjs', import.meta.url).href;
  const launcher = (await import(path)) as Launcher;
  return await launcher.findSpeechModels().catch(() => null);
}

/** What the two say in `e2e/assets`, which also says how the files were made. */
export const said = {
  mentor: 'Good morning. Today we look at two equations. What do you remember from last week?',
  learner: 'I remember that we can add them. Then one of the letters goes away.',
};

export type Speaker = keyof typeof said;

const headerBytes = 44;

/** The samples of a file of `e2e/assets`: mono, 16,000 a second. */
export async function spoken(speaker: Speaker): Promise<Int16Array> {
  const file = await readFile(new URL(`../../../e2e/assets/${speaker}.wav`, import.meta.url));
  const samples = file.buffer.slice(file.byteOffset + headerBytes, file.byteOffset + file.length);
  return new Int16Array(samples);
}

/** Of a hundred words, so many are wrong, missing or too many; 0 to 1. */
export function wordErrorRate(heard: string, expected: string): number {
  const [one, other] = [wordsOf(heard), wordsOf(expected)];
  let row = other.map((_, index) => index + 1);
  let first = 0;
  for (const word of one) {
    const next: number[] = [];
    for (const [index, wanted] of other.entries()) {
      const left = next[index - 1] ?? first + 1;
      const above = row[index] ?? 0;
      const diagonal = row[index - 1] ?? first;
      next.push(Math.min(left + 1, above + 1, diagonal + (word === wanted ? 0 : 1)));
    }
    row = next;
    first += 1;
  }
  return (row.at(-1) ?? 0) / other.length;
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
}
