/** A stretch of speech of one person, as far as it is understood so far. */
export interface Segment {
  /** Made by whoever transcribes; every stand of the same stretch has it. */
  readonly id: string;
  /** Rises with every new stand. */
  readonly revision: number;
  readonly personId: string;
  readonly startAt: number;
  readonly endAt: number;
  /** Empty: it was nothing after all, and what was shown of it goes away. */
  readonly text: string;
  readonly isFinal: boolean;
  /** BCP 47; `null` where the engine does not know. */
  readonly language: string | null;
  /** What understood it, by the name that people are shown. */
  readonly engine: string;
}

/**
 * Whether one stand of a segment takes the place of another: a final one of any that is not, and else
 * the later revision. It is an order, so whatever the way in which stands arrive, the same one stays.
 */
export function isNewer(one: Segment, kept: Segment): boolean {
  if (one.isFinal !== kept.isFinal) return one.isFinal;
  return one.revision > kept.revision;
}

/** The newest stand of each segment, in the order in which the segments were first told. */
export function settled(told: readonly Segment[]): readonly Segment[] {
  const byId = new Map<string, Segment>();
  for (const segment of told) {
    const kept = byId.get(segment.id);
    if (!kept || isNewer(segment, kept)) byId.set(segment.id, segment);
  }
  return [...byId.values()];
}
