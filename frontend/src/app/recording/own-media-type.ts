import { chosenMediaType } from './domain/media-type';

/** What this browser records in; null where it cannot. */
export function ownMediaType(): string | null {
  if (!('MediaRecorder' in globalThis)) return null;
  return chosenMediaType((type) => MediaRecorder.isTypeSupported(type));
}
