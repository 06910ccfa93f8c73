import { Meeting } from './meeting.ts';
import { tell, toldBy } from './told.ts';

describe('reminders', () => {
  it('PRE-10 tells both of a new session on every way', async () => {
    await using meeting = await Meeting.plan();
    await tell(meeting.api);
    expect(await toldBy(meeting.api)).toEqual([
      'Leo SESSION_SCHEDULED EMAIL SENT',
      'Leo SESSION_SCHEDULED IN_APP SENT',
      'Leo SESSION_SCHEDULED PUSH SKIPPED',
      'Maya SESSION_SCHEDULED EMAIL SENT',
      'Maya SESSION_SCHEDULED IN_APP SENT',
      'Maya SESSION_SCHEDULED PUSH SKIPPED',
    ]);
    meeting.toMinute(-15);
    await tell(meeting.api);
    expect((await toldBy(meeting.api)).length).toBe(12);
  });
});
