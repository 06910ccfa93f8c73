import { createHmac } from 'node:crypto';
import type { MediaAccess } from './media-server.ts';

/** Which servers help browsers to find a way to the media server. */
export interface IceSettings {
  /** In the order in which they are tried. */
  readonly stunUrls: readonly string[];
  readonly turnUrls: readonly string[];
  /** What we share with the TURN servers; without it they are not offered. */
  readonly turnSecret: string | null;
  /** Whether nothing but TURN may be used. */
  readonly isRelayOnly: boolean;
}

/** One such server, with the right to use it where it asks for one. */
export interface IceServer {
  readonly url: string;
  readonly username: string | null;
  readonly credential: string | null;
}

interface Right {
  readonly personId: string;
  readonly validUntil: number;
}

/**
 * The servers for one person, in the order of the settings. A name at TURN is the end of its time in
 * seconds and whose it is, its password the HMAC-SHA1 of that: what coturn takes with `use-auth-secret`
 * (draft-uberti-behave-turn-rest-00, 2.2). The TURN server itself refuses the name when its time is over.
 */
export function iceServersFor(
  { stunUrls, turnUrls, turnSecret }: IceSettings,
  { personId, validUntil }: Right,
): readonly IceServer[] {
  const stun = stunUrls.map((url) => ({ url, username: null, credential: null }));
  if (turnSecret === null) return stun;
  const username = `${String(Math.ceil(validUntil / 1000))}:${personId}`;
  const credential = createHmac('sha1', turnSecret).update(username).digest('base64');
  return [...stun, ...turnUrls.map((url) => ({ url, username, credential }))];
}

/** The way into a room: the proof of the right to it, and what helps to get through to it. */
export interface WayIn extends MediaAccess {
  /** None: the media server names its own. */
  readonly iceServers: readonly IceServer[];
  readonly isRelayOnly: boolean;
}

export function wayIn(access: MediaAccess, settings: IceSettings, personId: string): WayIn {
  const iceServers = iceServersFor(settings, { personId, validUntil: access.validUntil });
  return { ...access, iceServers, isRelayOnly: settings.isRelayOnly };
}
