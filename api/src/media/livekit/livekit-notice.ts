import type { WebhookEvent } from 'livekit-server-sdk';
import type { MediaNotice } from '../media-server.ts';
import { isCheckRoom } from './check-room.ts';
import { toReport } from './egress-report.ts';
import { parseIdentity } from '../connection-identity.ts';
import { enteredAt, isAtDoor } from './door.ts';
import { noticeInstant } from './notice-instant.ts';

type Left = Extract<MediaNotice, { kind: 'LEFT' }>;

/** What a LiveKit event means for a session; `null` where it means nothing. */
export function toNotice(event: WebhookEvent, receivedAt: number): MediaNotice | null {
  if (event.egressInfo) return { kind: 'RECORDER_TOLD', report: toReport(event.egressInfo) };
  const sessionId = event.room?.name;
  if (!sessionId || isCheckRoom(sessionId)) return null;
  const stamped = Number(event.createdAt);
  const at = noticeInstant(stamped, receivedAt);
  switch (event.event) {
    case 'participant_joined':
    case 'participant_left':
    case 'participant_connection_aborted':
      return participantNotice(event, sessionId, at);
    case 'room_finished':
      return { kind: 'ROOM_CLOSED', sessionId, at };
    default:
      return null;
  }
}

function participantNotice(event: WebhookEvent, sessionId: string, at: number): MediaNotice | null {
  const participant = event.participant;
  const identity = participant && parseIdentity(participant.identity);
  if (!participant || !identity || isAtDoor(participant)) return null;
  const joinedAt = enteredAt(participant);
  const connection = { sessionId, ...identity, sid: participant.sid };
  if (event.event === 'participant_joined') {
    return { kind: 'JOINED', ...connection, at: joinedAt || at };
  }
  const how =
    event.event === 'participant_connection_aborted'
      ? 'NEVER_CONNECTED'
      : howLeft(participant.disconnectReason);
  return { kind: 'LEFT', ...connection, joinedAt, at: Math.max(at, joinedAt), how };
}

/** LiveKit's `DisconnectReason` by number; the SDK does not export the enumeration. */
function howLeft(reason: number): Left['how'] {
  switch (reason) {
    case 1:
      return 'BY_CLIENT';
    case 3:
      return 'SERVER_DOWN';
    case 2:
    case 4:
      return 'REMOVED';
    case 5:
    case 10:
      return 'ROOM_CLOSED';
    default:
      return 'ABORTED';
  }
}
