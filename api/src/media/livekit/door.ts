import type { ParticipantInfo } from 'livekit-server-sdk';

type Stay = Pick<ParticipantInfo, 'attributes' | 'joinedAt' | 'joinedAtMs'> &
  Partial<Pick<ParticipantInfo, 'permission'>>;

const attribute = 'enteredAt';

/** What says of a participant when they were let in, to us and to the pages in the room. */
export function entered(at: number): Record<string, string> {
  return { [attribute]: String(at) };
}

/**
 * Since when a participant is in the room, in milliseconds since the epoch. LiveKit counts from the connection, which
 * may have waited at the door; the attribute goes on to the next connection of the same page, which came later.
 */
export function enteredAt({ attributes, joinedAt, joinedAtMs }: Stay): number {
  const connectedAt = Number(joinedAtMs) || Number(joinedAt) * 1000;
  return Math.max(connectedAt, Number(attributes[attribute]) || 0);
}

/** Whether they are connected and not in the room yet. */
export function isAtDoor({ permission }: Stay): boolean {
  return permission?.hidden === true;
}
