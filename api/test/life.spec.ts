import { newId } from '../src/platform/ids.ts';
import { Meeting, minuteMs } from './meeting.ts';

describe('the life of a session', () => {
  it('LIFE-1 starts by itself as soon as both are there', async () => {
    await using meeting = await Meeting.plan();
    expect((await meeting.view('learner')).clock.phase).toBe('EARLY');
    meeting.toMinute(-5);
    expect((await meeting.view('learner')).clock.phase).toBe('JOINABLE');
    await meeting.comes('mentor');
    expect((await meeting.view('mentor')).clock.phase).toBe('WAITING');
    expect((await meeting.view('learner')).other.presence).toBe('IN_ROOM');
    meeting.toMinute(1);
    await meeting.comes('learner');
    const session = await meeting.view('mentor');
    expect(session.status).toBe('ACTIVE');
    expect(session.clock.phase).toBe('IN_PROGRESS');
    expect(session.actualStart).toBe(new Date(meeting.startsAt + minuteMs).toISOString());
  });

  it('LIFE-3 counts only the time in which both are there', async () => {
    await using meeting = await Meeting.plan();
    meeting.toMinute(0);
    await meeting.comes('mentor');
    await meeting.comes('learner');
    meeting.toMinute(10);
    await meeting.goes('learner');
    expect((await meeting.view('mentor')).clock).toEqual(
      jasmine.objectContaining({ phase: 'PAUSED', activeMs: 10 * minuteMs, runningSince: null }),
    );
    meeting.toMinute(11);
    await meeting.comes('learner', 'learner-2');
    meeting.toMinute(20);
    const session = await meeting.view('mentor');
    expect(session.clock.runningSince).toBe(
      new Date(meeting.startsAt + 11 * minuteMs).toISOString(),
    );
    expect(session.clock.activeMs).toBe(10 * minuteMs);
    expect(session.other.inRoomMs).toBe(19 * minuteMs);
  });

  it('LIFE-2 mends with the list what no notice has told', async () => {
    await using meeting = await Meeting.plan();
    const { sessionId, media, people, api } = meeting;
    meeting.toMinute(0);
    await meeting.comes('mentor');
    media.enter(sessionId, {
      sid: 'untold',
      personId: people.learner.id,
      connectionId: 'page',
      joinedAt: meeting.clock.now(),
    });
    await api.app.presence.look(sessionId);
    expect((await meeting.view('mentor')).status).toBe('ACTIVE');
    meeting.toMinute(5);
    await api.app.presence.look(sessionId);
    meeting.clock.advance(2000);
    media.vanish(sessionId, 'untold');
    await api.app.presence.look(sessionId);
    const session = await meeting.view('mentor');
    expect(session.status).toBe('PAUSED');
    expect(session.clock.activeMs).toBe(5 * minuteMs);
  });

  it('LIFE-2 counts an interruption of the media server once, from its last sign of life', async () => {
    await using meeting = await Meeting.plan();
    const { sessionId, media, api } = meeting;
    meeting.toMinute(0);
    await meeting.comes('mentor');
    await meeting.comes('learner');
    meeting.toMinute(5);
    await api.app.presence.look(sessionId);
    media.isAway = true;
    meeting.clock.advance(3000);
    await api.app.presence.look(sessionId);
    expect((await meeting.view('mentor')).status).toBe('ACTIVE');
    meeting.clock.advance(3000);
    await api.app.presence.look(sessionId);
    await api.app.presence.look(sessionId);
    expect((await meeting.view('mentor')).status).toBe('PAUSED');
    expect((await meeting.view('mentor')).clock.activeMs).toBe(5 * minuteMs);
  });

  it('LIFE-4 LIFE-5 LIFE-6 ends by itself when no time is left, dated right however late it rings', async () => {
    await using meeting = await Meeting.plan();
    meeting.toMinute(0);
    await meeting.comes('mentor');
    await meeting.comes('learner');
    meeting.toMinute(300);
    await meeting.tick();
    const session = await meeting.view('learner');
    expect(session).toEqual(
      jasmine.objectContaining({
        status: 'ENDED',
        endReason: 'TIME_UP',
        outcome: 'COMPLETED',
        actualEnd: new Date(meeting.startsAt + 40 * minuteMs).toISOString(),
      }),
    );
    expect(session.clock.activeMs).toBe(40 * minuteMs);
  });

  it('LIFE-5 LIFE-6 tells who did not come', async () => {
    await using meeting = await Meeting.plan();
    meeting.toMinute(0);
    await meeting.comes('mentor');
    meeting.toMinute(10);
    await meeting.tick();
    const session = await meeting.view('mentor');
    expect(session.clock.phase).toBe('NO_SHOW');
    expect(session.missing).toEqual([{ id: meeting.people.learner.id }]);
    expect((await meeting.view('learner')).canJoin).toBeTrue();
  });

  it('LIFE-5 is ended by the mentor, and not by the learner', async () => {
    await using meeting = await Meeting.plan();
    meeting.toMinute(0);
    await meeting.comes('mentor');
    await meeting.comes('learner');
    meeting.toMinute(12);
    const end = `mutation ($sessionId: ID!) { endSession(input: { sessionId: $sessionId }) {
      __typename ... on Session { outcome endReason } } }`;
    const refused = await meeting.api.http(
      end,
      { sessionId: meeting.sessionId },
      meeting.cookies.learner,
    );
    expect(refused.errors[0]?.extensions['code']).toBe('FORBIDDEN');
    expect(await meeting.ask('mentor', end)).toEqual({
      endSession: { __typename: 'Session', outcome: 'INCOMPLETE', endReason: 'ENDED_BY_MENTOR' },
    });
    expect(await meeting.ask('mentor', end)).toEqual({
      endSession: { __typename: 'SessionAlreadyEnded' },
    });
  });

  it('LIFE-6 is complete when both agree to finish early', async () => {
    await using meeting = await Meeting.plan();
    meeting.toMinute(0);
    await meeting.comes('mentor');
    await meeting.comes('learner');
    meeting.toMinute(12);
    const agree = `mutation ($sessionId: ID!) { agreeToFinish(input: { sessionId: $sessionId }) {
      __typename ... on Session { status outcome finishAgreedBy } } }`;
    expect(await meeting.ask('learner', agree)).toEqual({
      agreeToFinish: {
        __typename: 'Session',
        status: 'ACTIVE',
        outcome: null,
        finishAgreedBy: [meeting.people.learner.id],
      },
    });
    expect(await meeting.ask<object>('mentor', agree)).toEqual({
      agreeToFinish: jasmine.objectContaining({ status: 'ENDED', outcome: 'COMPLETED' }),
    });
  });

  it('LIFE-6 goes on when who asked to finish early takes it back', async () => {
    await using meeting = await Meeting.plan();
    meeting.toMinute(0);
    await meeting.comes('mentor');
    await meeting.comes('learner');
    meeting.toMinute(12);
    const ask = (name: 'agreeToFinish' | 'withdrawFinish') =>
      `mutation ($sessionId: ID!) { answer: ${name}(input: { sessionId: $sessionId }) {
        __typename ... on Session { status finishAgreedBy } } }`;
    const goesOn = (...finishAgreedBy: readonly string[]) => ({
      answer: { __typename: 'Session', status: 'ACTIVE', finishAgreedBy },
    });
    const { mentor, learner } = meeting.people;
    expect(await meeting.ask('learner', ask('agreeToFinish'))).toEqual(goesOn(learner.id));
    expect(await meeting.ask('learner', ask('withdrawFinish'))).toEqual(goesOn());
    expect(await meeting.ask('learner', ask('withdrawFinish'))).toEqual(goesOn());
    expect(await meeting.ask('mentor', ask('agreeToFinish'))).toEqual(goesOn(mentor.id));
    await meeting.ask('learner', ask('agreeToFinish'));
    expect(await meeting.ask('learner', ask('withdrawFinish'))).toEqual({
      answer: { __typename: 'SessionAlreadyEnded' },
    });
  });

  it('LIFE-5 is cancelled with a reason before it has started', async () => {
    await using meeting = await Meeting.plan();
    const cancel = `mutation ($sessionId: ID!) {
      cancelSession(input: { sessionId: $sessionId, reason: "I am ill" }) {
        __typename ... on Session { cancelReason cancelledBy { id } outcome clock { phase } } } }`;
    expect(await meeting.ask('learner', cancel)).toEqual({
      cancelSession: {
        __typename: 'Session',
        cancelReason: 'I am ill',
        cancelledBy: { id: meeting.people.learner.id },
        outcome: 'CANCELLED',
        clock: { phase: 'CANCELLED' },
      },
    });
    expect((await meeting.view('mentor')).canJoin).toBeFalse();
  });

  it('LIFE-5 names nobody but the two as who cancelled', async () => {
    await using meeting = await Meeting.plan();
    const { id: personId } = await meeting.api.addPerson(['ADMIN'], 'Ada Min');
    const query = `query ($id: ID!) { session(id: $id) { cancelReason cancelledBy { id } } }`;
    const look = () => meeting.ask('mentor', query, { id: meeting.sessionId });
    expect(await look()).toEqual({ session: { cancelReason: null, cancelledBy: null } });
    await meeting.api.app.sessions.command(meeting.sessionId, () => ({
      ...{ type: 'CANCEL', personId, reason: 'The school is closed.' },
    }));
    const cancelled = { cancelReason: 'The school is closed.', cancelledBy: null };
    expect(await look()).toEqual({ session: cancelled });
  });

  it('LIFE-5 is not cancelled without a reason, or with one without end', async () => {
    await using meeting = await Meeting.plan();
    const cancel = `mutation ($sessionId: ID!, $reason: String!) {
      cancelSession(input: { sessionId: $sessionId, reason: $reason }) { __typename } }`;
    const refused = meeting.ask('learner', cancel, { reason: 'a'.repeat(501) });
    await expectAsync(refused).toBeRejectedWithError(/up to 500 characters/);
    const silent = meeting.ask('learner', cancel, { reason: '  ' });
    await expectAsync(silent).toBeRejectedWithError(/some text/);
    expect((await meeting.view('mentor')).canJoin).toBeFalse();
  });

  it('LIFE-3 whoever says that they leave is put out, and nothing more is counted', async () => {
    await using meeting = await Meeting.plan();
    const { sessionId, media } = meeting;
    meeting.toMinute(0);
    await meeting.comes('mentor');
    const connectionId = newId();
    await meeting.comes('learner', 'learner-1', connectionId);
    meeting.toMinute(5);
    const leave = `mutation ($sessionId: ID!, $connectionId: ID!) {
      leaveSession(input: {
        sessionId: $sessionId, connectionId: $connectionId, reason: LEFT_BY_CHOICE }) {
        ... on Session { clock { phase activeMs } } } }`;
    expect(await meeting.ask('learner', leave, { connectionId })).toEqual({
      leaveSession: { clock: { phase: 'PAUSED', activeMs: 5 * minuteMs } },
    });
    await meeting.api.app[Symbol.asyncDispose]();
    const left = await media.inRoom(sessionId);
    expect(left.map(({ sid }) => sid)).toEqual(['mentor-1']);
  });

  it('LIFE-2 nobody takes back a time in which the media server saw them', async () => {
    await using meeting = await Meeting.plan();
    const { sessionId, media } = meeting;
    meeting.toMinute(0);
    await meeting.comes('mentor');
    const connectionId = newId();
    await meeting.comes('learner', 'learner-1', connectionId);
    const joinedAt = meeting.clock.now();
    meeting.toMinute(5);
    await meeting.api.app.presence.look(sessionId);
    media.isAway = true;
    meeting.toMinute(6);
    const report = `mutation ($sessionId: ID!, $connectionId: ID!, $sid: String!, $at: DateTime!) {
      reportConnection(input: {
        sessionId: $sessionId, connectionId: $connectionId, sid: $sid, state: LOST, at: $at }) }`;
    const at = new Date(joinedAt).toISOString();
    await meeting.ask('learner', report, { connectionId, sid: 'learner-1', at });
    expect((await meeting.view('mentor')).clock.activeMs).toBe(5 * minuteMs);
  });

  it('LIFE-3 LIFE-9 the room that the end has emptied takes no time back', async () => {
    await using meeting = await Meeting.plan();
    meeting.toMinute(0);
    await meeting.comes('mentor');
    await meeting.comes('learner');
    meeting.toMinute(10);
    await meeting.api.app.presence.look(meeting.sessionId);
    meeting.clock.setTo(meeting.clock.now() + 1800);
    const end = `mutation ($sessionId: ID!) {
      endSession(input: { sessionId: $sessionId }) { __typename } }`;
    await meeting.ask('mentor', end);
    await meeting.media.closeRoom(meeting.sessionId);
    meeting.clock.setTo(meeting.clock.now() + 100);
    await meeting.api.app.presence.look(meeting.sessionId);
    expect((await meeting.view('mentor')).clock.activeMs).toBe(10 * minuteMs + 1800);
  });

  it('LIFE-8 keeps every stay with its reason', async () => {
    await using meeting = await Meeting.plan();
    meeting.toMinute(0);
    await meeting.comes('mentor');
    await meeting.comes('learner');
    meeting.toMinute(3);
    await meeting.goes('learner');
    const rows = await meeting.api.app.database
      .fork()
      .execute(`select sid, reason, left_at from participation order by sid`);
    expect(rows).toEqual([
      { sid: 'learner-1', reason: 'LEFT_BY_CHOICE', left_at: jasmine.anything() },
      { sid: 'mentor-1', reason: null, left_at: null },
    ]);
  });
});
