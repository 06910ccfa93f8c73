import { newId } from '../src/platform/ids.ts';
import { Meeting } from './meeting.ts';
import { type Chat, download, read, send, until, upload } from './uploads.ts';

describe('chats that are not kept', () => {
  it('LIFE-8 a course can do without its chats: they go when a session has ended', async () => {
    await using meeting = await Meeting.plan();
    const { courses } = meeting.api.app.sessions;
    const { course } = await courses.ensure({ title: 'Algebra', description: '' });
    const { body } = await upload(meeting, 'with it');
    await meeting.ask('mentor', send, { messageId: newId(), text: 'gone', fileIds: [body.id] });
    expect((await meeting.ask<Chat>('learner', read)).session.keepsChat).toBeTrue();
    await courses.change(course.id, { ...course, keepsChat: false });
    const before = await meeting.ask<Chat>('learner', read);
    expect([before.session.keepsChat, before.session.messages.edges.length]).toEqual([false, 1]);
    meeting.toMinute(60);
    await meeting.tick();
    const isGone = async () =>
      (await meeting.ask<Chat>('learner', read)).session.messages.edges.length === 0;
    await until(isGone);
    expect(await isGone()).toBeTrue();
    await until(
      async () => (await meeting.api.app.files.removeExpired(meeting.clock.now() + 1)) === 1,
    );
    expect((await download(meeting, body.id)).status).toBe(404);
  });

  it('LIFE-8 chats of sessions that ended before are kept, and what was missed goes later', async () => {
    await using meeting = await Meeting.plan();
    const { sessions, chat } = meeting.api.app;
    const { course } = await sessions.courses.ensure({ title: 'Algebra', description: '' });
    await meeting.ask('mentor', send, { messageId: newId(), text: 'kept', fileIds: [] });
    meeting.toMinute(60);
    await meeting.tick();
    meeting.clock.advance(1);
    await sessions.courses.change(course.id, { ...course, keepsChat: false });
    expect(await chat.forgetUnkept()).toBe(0);
    expect((await meeting.ask<Chat>('learner', read)).session.keepsChat).toBeTrue();
    await meeting.api.app.database
      .fork()
      .execute(`update course set chat_unkept_since = chat_unkept_since - interval '1 day'`);
    expect(await chat.forgetUnkept()).toBe(1);
  });
});
