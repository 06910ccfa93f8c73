/** What one person said in one breath, as far as it is understood. */
export interface Spoken {
  readonly id: string;
  readonly revision: number;
  readonly personId: string;
  readonly name: string;
  readonly initials: string;
  readonly picture: string | null;
  readonly startedAt: number;
  readonly endedAt: number;
  /** From the actual start of the session. */
  readonly startMs: number;
  readonly text: string;
  readonly isFinal: boolean;
  readonly language: string | null;
  readonly engine: string;
}

/** Words on the way, and when this page last heard anything new of them. */
interface OnTheWay {
  readonly spoken: Spoken;
  readonly heardAt: number;
}

export interface TranscriptLog {
  /** In the order of speaking. */
  readonly finals: readonly Spoken[];
  readonly partials: readonly OnTheWay[];
}

export const emptyTranscript: TranscriptLog = { finals: [], partials: [] };

/** Of words on the way nothing more is to be expected after so long. */
const partialLifeMs = 30_000;

/** The log with what the server told; what is older than what is known changes nothing. */
export function heard(log: TranscriptLog, told: readonly Spoken[], now: number): TranscriptLog {
  const known = new Map(log.finals.map((one) => [one.id, one]));
  const partials = new Map(log.partials.map((one) => [one.spoken.id, one]));
  const news: Spoken[] = [];
  for (const spoken of told) {
    const before = known.get(spoken.id) ?? partials.get(spoken.id)?.spoken;
    if (before && !isNewer(spoken, before)) continue;
    if (spoken.isFinal) {
      partials.delete(spoken.id);
      known.set(spoken.id, spoken);
      news.push(spoken);
    } else {
      partials.set(spoken.id, { spoken, heardAt: now });
    }
  }
  return {
    finals: news.length === 0 ? log.finals : withFinals(log.finals, news, known),
    partials: [...partials.values()].filter(({ heardAt }) => now - heardAt < partialLifeMs),
  };
}

/** All that is shown, in the order of speaking: what stays and, if wanted, what is on the way. */
export function linesOf({ finals, partials }: TranscriptLog, isLive: boolean): readonly Spoken[] {
  const others = partials.map(({ spoken }) => spoken).filter(({ text }) => text !== '');
  return isLive && others.length > 0 ? inOrder([...finals, ...others]) : finals;
}

function isNewer(one: Spoken, known: Spoken): boolean {
  if (one.isFinal !== known.isFinal) return one.isFinal;
  return one.revision > known.revision;
}

function withFinals(
  finals: readonly Spoken[],
  news: readonly Spoken[],
  known: ReadonlyMap<string, Spoken>,
): readonly Spoken[] {
  const isReplacing = known.size !== finals.length + news.length;
  return inOrder(isReplacing ? [...known.values()] : [...finals, ...news]);
}

/** Most of the time it is in order already. */
function inOrder(lines: readonly Spoken[]): readonly Spoken[] {
  const isInOrder = lines.every((line, at) => line.startedAt >= (lines[at - 1]?.startedAt ?? 0));
  return isInOrder ? lines : lines.toSorted((a, b) => a.startedAt - b.startedAt);
}
