import type { TranscriptSegmentPartsFragment } from '../transcript/transcript-operations';
import { isoAt } from './builders';

const people = {
  mia: { id: 'mia', displayName: 'Mia Mentor', initials: 'MM', avatarUrl: null },
  leo: { id: 'leo', displayName: 'Leo Learner', initials: 'LL', avatarUrl: null },
};

/** Words as the API tells them: said so many seconds after the session began. */
export function spokenAt(
  second: number,
  who: keyof typeof people,
  parts: Partial<TranscriptSegmentPartsFragment> = {},
): TranscriptSegmentPartsFragment {
  const id = parts.id ?? `at-${String(second)}`;
  return {
    id,
    revision: 1,
    startedAt: isoAt(second / 60),
    endedAt: isoAt((second + 1) / 60),
    startMs: second * 1000,
    text: `words at ${String(second)}`,
    isFinal: true,
    language: 'en',
    engine: 'test',
    cursor: `cursor-${id}`,
    person: { ...people[who] },
    ...parts,
  };
}

/** A page of them, as the API gives it. */
export function pageOf(segments: readonly TranscriptSegmentPartsFragment[], hasNextPage = false) {
  const endCursor = segments.at(-1)?.cursor ?? null;
  const edges = segments.map((node) => ({ node }));
  return { session: { transcript: { edges, pageInfo: { hasNextPage, endCursor } } } };
}
