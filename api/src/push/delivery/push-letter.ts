import { createHash } from 'node:crypto';
import webPush from 'web-push';
import type { PushTarget } from '../domain/push-subscription.ts';
import type { KeyPair } from '../store/push-keys.ts';
import type { PushRequest } from './push-post.ts';

export interface OutgoingMessage {
  readonly title: string;
  readonly body: string;
  readonly path: string;
  readonly tag: string;
  readonly ttlSeconds: number;
  readonly isUrgent?: boolean;
}

export interface Sender extends KeyPair {
  /** Whom a push service may turn to. */
  readonly subject: string;
}

// A push service takes 4,096 bytes, of which the encryption needs 103.
const maxTitle = 120;
const maxBody = 400;

/** Writes a message so that only the browser can read it (RFC 8291), and signs who sends it. */
export function writeLetter(
  target: PushTarget,
  message: OutgoingMessage,
  { subject, publicKey, privateKey }: Sender,
): PushRequest {
  const { endpoint, p256dh, auth } = target;
  const { headers, body } = webPush.generateRequestDetails(
    { endpoint, keys: { p256dh, auth } },
    payloadOf(message),
    {
      vapidDetails: { subject, publicKey, privateKey },
      contentEncoding: 'aes128gcm',
      TTL: Math.max(0, Math.round(message.ttlSeconds)),
      urgency: 'high',
      topic: topicOf(message.tag),
    },
  );
  return { endpoint, headers, body };
}

/** What the service worker reads. */
function payloadOf({ title, body, path, tag, isUrgent = false }: OutgoingMessage): string {
  return JSON.stringify({
    title: clipped(title, maxTitle),
    body: clipped(body, maxBody),
    path,
    tag,
    isUrgent,
  });
}

/** A message that waits is replaced by a later one of its topic, which has 32 characters at most. */
function topicOf(tag: string): string {
  return createHash('sha256').update(tag).digest('base64url').slice(0, 32);
}

function clipped(text: string, length: number): string {
  const characters = Array.from(text);
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}
