/** What is tried, in this order. */
export type Part = 'camera' | 'microphone' | 'speaker' | 'network';
export type Result = 'OK' | 'PROBLEM' | 'SKIPPED';
export type Results = Readonly<Record<Part, Result | null>>;

export const parts: readonly Part[] = ['camera', 'microphone', 'speaker', 'network'];

export const untried: Results = { camera: null, microphone: null, speaker: null, network: null };

/** The next part to try after this one; what was passed over comes last. `null`: all are done. */
export function nextPart(results: Results, after: Part | null): Part | null {
  const from = after === null ? 0 : parts.indexOf(after) + 1;
  const inOrder = [...parts.slice(from), ...parts.slice(0, from)];
  return inOrder.find((part) => results[part] === null) ?? null;
}

/** What is told to the other: what was never tried was skipped. */
export function toReport(results: Results): Readonly<Record<Part, Result>> {
  return {
    camera: results.camera ?? 'SKIPPED',
    microphone: results.microphone ?? 'SKIPPED',
    speaker: results.speaker ?? 'SKIPPED',
    network: results.network ?? 'SKIPPED',
  };
}

/** What fails, in words: `camera`, `camera and network connection`. Empty where nothing does. */
export function failingText(results: Results): string {
  const names: Readonly<Record<Part, string>> = {
    camera: 'camera',
    microphone: 'microphone',
    speaker: 'speaker',
    network: 'network connection',
  };
  const failing = parts.filter((part) => results[part] === 'PROBLEM').map((part) => names[part]);
  const [last, ...others] = failing.reverse();
  if (last === undefined) return '';
  return others.length === 0 ? last : `${others.reverse().join(', ')} and ${last}`;
}
