/**
 * H.264 first: most devices have it in hardware, both to write and to play. Of the others VP8 costs half the
 * processor that VP9 does, which a machine in a call does not have to spare. The last is Safari's.
 */
const wanted = [
  'video/mp4;codecs=avc1.42E01F,opus',
  'video/webm;codecs=vp8,opus',
  'video/webm;codecs=vp9,opus',
  'video/mp4;codecs=avc1.42E01F,mp4a.40.2',
] as const;

/** What this browser is to record in; null where it cannot. */
export function chosenMediaType(isSupported: (type: string) => boolean): string | null {
  return wanted.find(isSupported) ?? null;
}
