import { WebhookEvent } from 'livekit-server-sdk';
import { toNotice } from './livekit-notice.ts';

function told(event: string, room: string, identity = 'ana:page-1'): WebhookEvent {
  return WebhookEvent.fromJson({
    event,
    room: { name: room },
    participant: { sid: 'PA_1', identity, joinedAt: '1' },
    createdAt: '2',
  });
}

describe('toNotice', () => {
  for (const event of ['participant_joined', 'participant_left', 'room_finished']) {
    it(`PRE-8 ${event} of a room to try the way in says nothing of any session`, () => {
      expect(toNotice(told(event, 'session-1'), 3000)).not.toBeNull();
      expect(toNotice(told(event, 'check-ana'), 3000)).toBeNull();
    });
  }

  it('LIFE-2 takes whoever transcribes for nobody', () => {
    for (const event of ['participant_joined', 'participant_left']) {
      expect(toNotice(told(event, 'session-1', 'transcriber'), 3000)).toBeNull();
    }
  });

  it('LIFE-2 says nothing of who waits at the door, and counts from when they were let in', () => {
    const at = (participant: object) => {
      const notice = toNotice(
        WebhookEvent.fromJson({
          ...{ event: 'participant_joined', room: { name: 'session-1' }, createdAt: '9' },
          participant: { sid: 'PA_1', identity: 'ana:page-1', joinedAt: '1', ...participant },
        }),
        9000,
      );
      return notice?.kind === 'JOINED' ? notice.at : undefined;
    };
    expect(at({ permission: { hidden: true } })).toBeUndefined();
    expect(at({ permission: { hidden: false } })).toBe(1000);
    expect(at({ attributes: { enteredAt: '5000' } })).toBe(5000);
    // Connected anew after they were let in: that is a coming of its own.
    expect(at({ joinedAtMs: '7000', attributes: { enteredAt: '5000' } })).toBe(7000);
  });

  it('FAIL-13 tells a connection that never got media through from one that broke', () => {
    const how = (event: string) => {
      const notice = toNotice(told(event, 'session-1'), 3000);
      return notice?.kind === 'LEFT' ? notice.how : null;
    };
    expect(how('participant_connection_aborted')).toBe('NEVER_CONNECTED');
    expect(how('participant_left')).toBe('ABORTED');
  });

  it('ROOM-18 passes on what a recorder tells, of whatever room', () => {
    const egressInfo = { egressId: 'EG_1', roomName: 'session-1', status: 'EGRESS_ACTIVE' };
    const event = WebhookEvent.fromJson({ event: 'egress_updated', egressInfo, createdAt: '9' });
    const notice = toNotice(event, 9000);
    expect(notice?.kind === 'RECORDER_TOLD' && notice.report.state).toBe('RECORDING');
  });
});
