/** A line of an export: who said what, in milliseconds from the actual start. */
export interface SpokenLine {
  readonly name: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly text: string;
}

export interface ExportHead {
  readonly title: string;
  readonly courseTitle: string;
  readonly mentor: string;
  readonly learner: string;
  /** When both were there for the first time; from there the times count. */
  readonly actualStart: number | null;
}

/** The beginning of a WebVTT file. */
export function vttHead({ title, courseTitle, actualStart }: ExportHead): string {
  const when = actualStart === null ? '' : `\n${isoMinute(actualStart)}`;
  // A note ends at an empty line and may not hold an arrow.
  const note = [title, courseTitle].map((text) => oneLine(text).replaceAll('-->', '→')).join('\n');
  return `WEBVTT\n\nNOTE\n${note}${when}\n`;
}

/** One cue, with the speaker as its voice. Players show nothing that ends when it begins. */
export function vttCue({ name, startMs, endMs, text }: SpokenLine): string {
  const from = Math.max(0, startMs);
  const times = `${timeOf(from)} --> ${timeOf(Math.max(from + 1, endMs))}`;
  return `\n${times}\n<v ${escaped(oneLine(name))}>${escaped(oneLine(text))}\n`;
}

export function textHead({ title, courseTitle, mentor, learner, actualStart }: ExportHead): string {
  const when = actualStart === null ? '' : `${isoMinute(actualStart)}\n`;
  const people = `${oneLine(mentor)} (mentor), ${oneLine(learner)} (learner)`;
  return `${oneLine(title)}\n${oneLine(courseTitle)}\n${people}\n${when}\n`;
}

export function textLine({ name, startMs, text }: SpokenLine): string {
  return `[${timeOf(Math.max(0, startMs)).slice(0, -4)}] ${oneLine(name)}: ${oneLine(text)}\n`;
}

/** Name of the file, with letters that every file system takes. */
export function fileName(
  { title, actualStart }: Pick<ExportHead, 'title' | 'actualStart'>,
  type: string,
): string {
  const words = title.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-+|-+$/g, '');
  const day = actualStart === null ? [] : [isoMinute(actualStart).slice(0, 10)];
  return `${['transcript', ...day, words.slice(0, 80).toLowerCase()].filter(Boolean).join('-')}.${type}`;
}

function timeOf(ms: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const rest = String(Math.floor(ms % 1000)).padStart(3, '0');
  return `${two(ms / 3600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}.${rest}`;
}

function isoMinute(instant: number): string {
  // An instant that is given is no reading of a clock.
  return `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
