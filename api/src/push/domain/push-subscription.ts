/** Where the push service of a browser takes messages for it, and the keys to write them with. */
export interface PushSubscriptionKeys {
  readonly endpoint: string;
  /** Public key of the browser, an uncompressed point of P-256 in base64url. */
  readonly p256dh: string;
  /** Secret that the browser shares with us, 16 bytes in base64url. */
  readonly auth: string;
}

/** A browser that wishes to be told; what its person may know of it. */
export interface PushDevice {
  readonly id: string;
  readonly device: string;
  readonly addedAt: number;
  readonly renewedAt: number;
}

/** A browser of somebody, with all that is needed to reach it. */
export interface PushTarget extends PushSubscriptionKeys {
  readonly id: string;
}

export type SubscriptionFault = 'ENDPOINT' | 'KEYS';

const maxEndpointLength = 2000;
const maxDeviceLength = 80;
const point = /^B[A-P][\w-]{85}$/;
const secret = /^[\w-]{22}$/;

/** Brings a subscription into one form; says what is wrong with one that cannot be used. */
export function checkSubscription(
  given: PushSubscriptionKeys,
): PushSubscriptionKeys | { readonly fault: SubscriptionFault } {
  const endpoint = given.endpoint.trim();
  if (endpoint.length > maxEndpointLength || !endpoint.isWellFormed() || endpoint.includes('\0')) {
    return { fault: 'ENDPOINT' };
  }
  const p256dh = base64url(given.p256dh);
  const auth = base64url(given.auth);
  if (!point.test(p256dh) || !secret.test(auth)) return { fault: 'KEYS' };
  return { endpoint, p256dh, auth };
}

/** What a browser calls itself, short and fit to be shown. */
export function deviceName(given: string): string {
  const name = given
    .toWellFormed()
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim();
  return Array.from(name).slice(0, maxDeviceLength).join('') || 'Browser';
}

function base64url(text: string): string {
  return text.trim().replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
