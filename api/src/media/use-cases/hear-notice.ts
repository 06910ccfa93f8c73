import type { Logger } from '../../platform/logger.ts';
import type { Presence } from '../../presence/presence.ts';
import type { RecorderReport } from '../../recording/recorder.ts';
import type { LeaveReason, Observation, SessionMeter } from '../../sessions/sessions.ts';
import type { MediaNotice } from '../media-server.ts';

type Left = Extract<MediaNotice, { kind: 'LEFT' }>;

const reasons: Readonly<Record<Left['how'], LeaveReason>> = {
  BY_CLIENT: 'PAGE_CLOSED',
  ABORTED: 'CONNECTION_FAILED',
  NEVER_CONNECTED: 'CONNECTION_FAILED',
  REMOVED: 'REMOVED',
  SERVER_DOWN: 'MEDIA_SERVER_DOWN',
  ROOM_CLOSED: 'SESSION_OVER',
};

/** What is noticed late, because nobody said goodbye. */
const broken: readonly Left['how'][] = ['ABORTED', 'NEVER_CONNECTED'];

export interface HearOptions {
  readonly presence: Presence;
  readonly meter: Pick<SessionMeter, 'mediaFailed'>;
  /** Who wants to know what a recorder says. */
  readonly recording?: { hear(report: RecorderReport): Promise<void> } | undefined;
  readonly logger: Logger;
}

/** Takes the media server's word for who came and went. Late, repeated and reordered notices are welcome. */
export class HearNotice {
  constructor(private readonly options: HearOptions) {}

  async run(notice: MediaNotice): Promise<void> {
    const { presence, recording } = this.options;
    switch (notice.kind) {
      case 'JOINED':
        await presence.observe(notice.sessionId, [joined(notice, notice.at)]);
        break;
      case 'LEFT':
        await presence.observe(notice.sessionId, await this.left(notice));
        if (notice.how === 'NEVER_CONNECTED') this.countFailure(notice);
        break;
      case 'ROOM_CLOSED':
        await presence.look(notice.sessionId);
        break;
      case 'RECORDER_TOLD':
        await recording?.hear(notice.report);
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
    if (!broken.includes(notice.how)) return notice.at;
    const closedAt = await this.options.presence.pageClosedAt(
      notice.sessionId,
      notice.connectionId,
    );
    return closedAt === null ? notice.at : Math.max(notice.joinedAt, Math.min(closedAt, notice.at));
  }

  private countFailure({ sessionId, personId, sid }: Left): void {
    const { meter, logger } = this.options;
    meter.mediaFailed();
    logger.warn({ sessionId, personId, sid }, 'no media got through');
  }
}

function joined(
  { sid, personId, connectionId }: { sid: string; personId: string; connectionId: string },
  at: number,
): Observation {
  return { kind: 'JOINED', sid, personId, connectionId, at };
}
