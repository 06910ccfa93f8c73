import type { Presence } from '../../presence/presence.ts';
import type { LeaveReason, Observation } from '../../sessions/sessions.ts';
import type { MediaNotice } from '../media-server.ts';

type Left = Extract<MediaNotice, { kind: 'LEFT' }>;

const reasons: Readonly<Record<Left['how'], LeaveReason>> = {
  BY_CLIENT: 'PAGE_CLOSED',
  ABORTED: 'CONNECTION_FAILED',
  REMOVED: 'REMOVED',
  SERVER_DOWN: 'MEDIA_SERVER_DOWN',
  ROOM_CLOSED: 'SESSION_OVER',
};

/** Takes the media server's word for who came and went. Late, repeated and reordered notices are welcome. */
export class HearNotice {
  constructor(private readonly presence: Presence) {}

  async run(notice: MediaNotice): Promise<void> {
    const { sessionId } = notice;
    switch (notice.kind) {
      case 'JOINED':
        await this.presence.observe(sessionId, [joined(notice, notice.at)]);
        break;
      case 'LEFT':
        await this.presence.observe(sessionId, await this.left(notice));
        break;
      case 'ROOM_CLOSED':
        await this.presence.look(sessionId);
        break;
      default:
        notice satisfies never;
    }
  }

  private async left(notice: Left): Promise<readonly Observation[]> {
    const { sid, personId } = notice;
    const reason = reasons[notice.how];
    const at = await this.leftAt(notice);
    // Its joining may never have been told; together the two say all there is to know.
    return [joined(notice, notice.joinedAt), { kind: 'LEFT', sid, personId, reason, at }];
  }

  /** An aborted connection is noticed late; the page's own end was the last sign of life. */
  private async leftAt(notice: Left): Promise<number> {
    if (notice.how !== 'ABORTED') return notice.at;
    const closedAt = await this.presence.pageClosedAt(notice.sessionId, notice.connectionId);
    return closedAt === null ? notice.at : Math.max(notice.joinedAt, Math.min(closedAt, notice.at));
  }
}

function joined(
  { sid, personId, connectionId }: { sid: string; personId: string; connectionId: string },
  at: number,
): Observation {
  return { kind: 'JOINED', sid, personId, connectionId, at };
}
