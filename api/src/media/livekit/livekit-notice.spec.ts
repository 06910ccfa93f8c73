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

  it('FAIL-13 tells a connection that never got media through from one that broke', () => {
    const how = (event: string) => {
      const notice = toNotice(told(event, 'session-1'), 3000);
      return notice?.kind === 'LEFT' ? notice.how : null;
    };
    expect(how('participant_connection_aborted')).toBe('NEVER_CONNECTED');
    expect(how('participant_left')).toBe('ABORTED');
  });
});
