/** What is known of a part that can be played. */
export interface PlayablePart {
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly bytes: number | null;
}

/** How long and how large a part is, in words; empty where that is not known. */
export function partText({ startedAt, endedAt, bytes }: PlayablePart): string {
  const lasts =
    startedAt === null || endedAt === null ? null : Date.parse(endedAt) - Date.parse(startedAt);
  return [...(lasts === null ? [] : [lengthText(lasts)]), ...(bytes ? [sizeText(bytes)] : [])].join(
    ', ',
  );
}

function lengthText(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  const minutes = Math.floor(seconds / 60);
  const rest = String(seconds % 60).padStart(2, '0');
  return minutes === 0 ? `${String(seconds)} s` : `${String(minutes)}:${rest} min`;
}

function sizeText(bytes: number): string {
  return `${String(Math.max(1, Math.round(bytes / 1024 / 1024)))} MB`;
}
