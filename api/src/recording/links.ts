import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { recordingsPath } from './recording-record.ts';

const hourMs = 3600_000;
/** A link opens for at least so long after it was made, and an hour more at most. */
const leastMs = 4 * hourMs;

/** Makes and checks links that open one part of a recording for a while, for whoever has them. */
export class RecordingLinks {
  private readonly key: Buffer;

  constructor(secret: string) {
    this.key = Buffer.from(hkdfSync('sha256', secret, '', 'recording links', 32));
  }

  /** The same one within an hour, so that a page need not load again what it has. */
  urlOf(partId: string, now: number): string {
    const until = Math.ceil(now / hourMs) * hourMs + leastMs;
    const query = new URLSearchParams({
      until: String(until),
      signature: this.signature(partId, until),
    });
    return `${recordingsPath}/${partId}?${query.toString()}`;
  }

  opens(link: { partId: string; until: string; signature: string }, now: number): boolean {
    const until = Number(link.until);
    if (!(until > now)) return false;
    const expected = Buffer.from(this.signature(link.partId, until));
    const given = Buffer.from(link.signature);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }

  private signature(partId: string, until: number): string {
    return createHmac('sha256', this.key)
      .update(`${partId} ${String(until)}`)
      .digest('base64url');
  }
}
