import { createHmac } from 'node:crypto';
import { TokenVerifier } from 'livekit-server-sdk';
import type { LiveKit } from '../../launcher/livekit.mjs';
import { MediaServerAway } from '../src/media/media-server.ts';
import { RoomKeeper } from '../src/media/room-keeper.ts';
import { Background } from '../src/platform/background.ts';
import { createLogger } from '../src/platform/logger.ts';
import { LiveKitServer } from '../src/media/livekit/livekit-server.ts';
import { systemClock } from '../src/platform/clock.ts';
import { newId } from '../src/platform/ids.ts';
import { mediaServerContract } from './contracts/media-server.contract.ts';
import { FakeMediaServer } from './fake-media-server.ts';
import { Meeting, minuteMs } from './meeting.ts';
import { startLiveKit } from './test-livekit.ts';

const apiKey = 'a-key-of-the-test';
const apiSecret = 'a-secret-of-the-test-of-32-characters-or-more';

function serverAt(url: string): LiveKitServer {
  const options = { url, publicUrl: url, apiKey, apiSecret, timeoutMs: 3000 };
  return new LiveKitServer(options, systemClock);
}

describe('the fake media server', () => {
  mediaServerContract(() => {
    const gone = new FakeMediaServer();
    gone.isAway = true;
    return Promise.resolve({ server: new FakeMediaServer(), gone });
  });
});

describe('LiveKit as media server', () => {
  let livekit: LiveKit;

  afterAll(async () => {
    await livekit.stop();
  });

  mediaServerContract(async () => {
    livekit = await startLiveKit({ apiKey, apiSecret });
    const other = await startLiveKit({ apiKey, apiSecret });
    await other.kill();
    return { server: serverAt(livekit.url), gone: serverAt(other.url) };
  });

  it('LIFE-2 gives a token for one room, one person and only what is to be sent', async () => {
    const validUntil = systemClock.now() + 60 * minuteMs;
    const request = {
      sessionId: newId(),
      personId: newId(),
      connectionId: newId(),
      displayName: 'Ana',
      role: 'LEARNER',
      sources: ['microphone', 'camera'],
      validUntil,
      stay: 'ROOM',
    } as const;
    const { token, identity } = await serverAt('ws://127.0.0.1:1').access(request);
    const claims = await new TokenVerifier(apiKey, apiSecret).verify(token);
    expect(claims.sub).toBe(identity);
    expect(claims.exp).toBeGreaterThan((validUntil - minuteMs) / 1000);
    expect(claims.exp).toBeLessThan((validUntil + minuteMs) / 1000);
    expect<object | undefined>(claims.video).toEqual({
      room: request.sessionId,
      roomJoin: true,
      canSubscribe: true,
      canPublish: true,
      canPublishSources: ['microphone', 'camera'],
      canPublishData: true,
      canUpdateOwnMetadata: false,
    });
  });

  it('PRE-8 gives a token to wait at the door that shows and lets through nothing', async () => {
    const page = { sessionId: newId(), personId: newId(), connectionId: newId() };
    const { token } = await serverAt(livekit.url).access({
      ...{ ...page, displayName: 'Ana', role: 'LEARNER', sources: ['microphone', 'camera'] },
      ...{ validUntil: systemClock.now() + minuteMs, stay: 'DOOR' },
    });
    const claims = await new TokenVerifier(apiKey, apiSecret).verify(token);
    expect<object | undefined>(claims.video).toEqual({
      ...{ room: page.sessionId, roomJoin: true, hidden: true, canUpdateOwnMetadata: false },
      ...{ canSubscribe: false, canPublish: false, canPublishData: false },
    });
  });

  it('PRE-8 gives a token for a check that opens the check’s room alone, for little', async () => {
    const page = { personId: newId(), connectionId: newId(), displayName: 'Ana' };
    const validUntil = systemClock.now() + 5 * minuteMs;
    const { token } = await serverAt(livekit.url).openCheck({ ...page, validUntil });
    const claims = await new TokenVerifier(apiKey, apiSecret).verify(token);
    expect(claims.exp).toBeLessThan((validUntil + minuteMs) / 1000);
    expect<object | undefined>(claims.video).toEqual({
      room: `check-${page.personId}`,
      roomJoin: true,
      canSubscribe: false,
      canPublish: true,
      canPublishSources: ['camera'],
      canPublishData: false,
      canUpdateOwnMetadata: false,
    });
  });
});

describe('the way into the room', () => {
  const join = `mutation ($sessionId: ID!, $connectionId: ID!) {
    joinSession(input: { sessionId: $sessionId, connectionId: $connectionId }) {
      __typename ... on MediaAccess { identity validUntil } ... on JoinWindowClosed { opensAt }
      ... on Problem { message } } }`;

  interface Joined {
    readonly joinSession: { readonly __typename: string; readonly [field: string]: unknown };
  }

  it('PRE-13 FAIL-10 opens with the join window and closes with the session', async () => {
    await using meeting = await Meeting.plan();
    const connectionId = newId();
    const ask = async () =>
      (await meeting.ask<Joined>('learner', join, { connectionId })).joinSession;
    expect(await ask()).toEqual(
      jasmine.objectContaining({
        __typename: 'JoinWindowClosed',
        opensAt: new Date(meeting.startsAt - 15 * minuteMs).toISOString(),
      }),
    );
    meeting.toMinute(-15);
    expect(await ask()).toEqual({
      __typename: 'MediaAccess',
      identity: `${meeting.people.learner.id}:${connectionId}`,
      validUntil: new Date(meeting.startsAt + 55 * minuteMs).toISOString(),
    });
    meeting.media.isAway = true;
    expect(await ask()).toEqual({
      __typename: 'MediaUnavailable',
      message: 'Video service unavailable. Try again.',
    });
    meeting.toMinute(55);
    expect(await ask()).toEqual({
      __typename: 'SessionAlreadyEnded',
      message: 'This session has ended.',
    });
  });

  it('PRE-8 LIFE-2 who waits at the door is there for nobody until they are let in', async () => {
    await using meeting = await Meeting.plan();
    const { media, people } = meeting;
    const status = async () => (await meeting.view('mentor')).status;
    const connectionId = newId();
    const ask = async (mutation: string) => {
      const answer = await meeting.ask<Record<string, unknown>>(
        'learner',
        `mutation ($sessionId: ID!, $connectionId: ID!) {
          ${mutation}(input: { sessionId: $sessionId, connectionId: $connectionId }) {
            __typename ${mutation === 'enterRoom' ? '... on RoomEntered { sid }' : ''} } }`,
        { connectionId },
      );
      return answer[mutation];
    };
    expect(await ask('waitToJoin')).toEqual({ __typename: 'JoinWindowClosed' });
    expect(await ask('enterRoom')).toEqual({ __typename: 'JoinWindowClosed' });
    meeting.toMinute(1);
    await meeting.comes('mentor');
    expect(await ask('waitToJoin')).toEqual({ __typename: 'MediaAccess' });
    expect(await ask('enterRoom')).toEqual({ __typename: 'NotWaiting' });
    media.wait({ personId: people.learner.id, connectionId }, 'learner-1');
    expect(await status()).not.toBe('ACTIVE');
    media.isAway = true;
    expect(await ask('enterRoom')).toEqual({ __typename: 'MediaUnavailable' });
    media.isAway = false;
    expect(await ask('enterRoom')).toEqual({ __typename: 'RoomEntered', sid: 'learner-1' });
    expect(await status()).toBe('ACTIVE');
    meeting.toMinute(60);
    await meeting.tick();
    expect(await ask('enterRoom')).toEqual({ __typename: 'SessionAlreadyEnded' });
  });

  it('LIFE-2 moves a call to one page: the person’s other pages are put out, nobody else', async () => {
    await using meeting = await Meeting.plan();
    const { sessionId, media, people } = meeting;
    await meeting.comes('learner', 'learner-1');
    await meeting.comes('mentor', 'mentor-1');
    const connectionId = newId();
    const here = { sid: 'mentor-2', personId: people.mentor.id, connectionId };
    media.enter(sessionId, { ...here, joinedAt: meeting.clock.now() });
    const { useHere } = await meeting.ask<{ useHere: object }>(
      'mentor',
      `mutation ($sessionId: ID!, $connectionId: ID!) {
        useHere(input: { sessionId: $sessionId, connectionId: $connectionId }) {
          ... on CallMoved { closed } } }`,
      { connectionId },
    );
    expect(useHere).toEqual({ closed: 1 });
    const left = await media.inRoom(sessionId);
    expect(left.map(({ sid }) => sid)).toEqual(['learner-1', 'mentor-2']);
  });

  it('LIFE-5 closes the room of a session that has ended', async () => {
    await using meeting = await Meeting.plan();
    meeting.toMinute(0);
    await meeting.ask('mentor', join, { connectionId: newId() });
    expect(await meeting.media.openRooms()).toEqual([meeting.sessionId]);
    const closed = meeting.media.closed();
    meeting.toMinute(60);
    await meeting.tick();
    expect(await closed).toBe(meeting.sessionId);
  });

  it('LIFE-5 closes a room later that could not be closed at once', async () => {
    await using meeting = await Meeting.plan();
    const { media, sessionId, api } = meeting;
    meeting.toMinute(0);
    await meeting.ask('mentor', join, { connectionId: newId() });
    const keeper = new RoomKeeper({
      server: media,
      sessions: api.app.sessions,
      background: new Background(createLogger('silent')),
    });
    media.isAway = true;
    meeting.toMinute(60);
    await meeting.tick();
    await expectAsync(keeper.closeEnded()).toBeRejectedWithError(MediaServerAway);
    media.isAway = false;
    await media.openRoom(newId());
    await keeper.closeEnded();
    expect(await media.openRooms()).not.toContain(sessionId);
    expect((await media.openRooms()).length).toBe(1);
  });
});

describe('the servers that help to get through', () => {
  const fields = 'iceServers { url username credential } isRelayOnly validUntil';
  const join = `mutation ($sessionId: ID!, $connectionId: ID!) {
    joinSession(input: { sessionId: $sessionId, connectionId: $connectionId }) {
      ... on MediaAccess { ${fields} } } }`;
  const check = `mutation { openMediaCheck { ... on MediaAccess { ${fields} } } }`;
  const secret = 'known-to-the-turn-server-alone';
  const stunUrl = 'stun:one.example.com:3478';
  const turnUrl = 'turns:two.example.com:443?transport=tcp';
  const settings = { STUN_URLS: stunUrl, TURN_URLS: turnUrl, TURN_SECRET: secret };

  interface Access {
    readonly iceServers: readonly {
      readonly url: string;
      readonly username: string | null;
      readonly credential: string | null;
    }[];
    readonly isRelayOnly: boolean;
    readonly validUntil: string;
  }
  type Answer = Readonly<Record<'joinSession' | 'openMediaCheck', Access>>;

  function expectRightOf(access: Access, personId: string): void {
    const username = `${String(Date.parse(access.validUntil) / 1000)}:${personId}`;
    const credential = createHmac('sha1', secret).update(username).digest('base64');
    expect<object>(access.iceServers).toEqual([
      { url: stunUrl, username: null, credential: null },
      { url: turnUrl, username, credential },
    ]);
  }

  it('FAIL-4 come with the right to use them, for this person, for as long as the token', async () => {
    await using meeting = await Meeting.plan(settings);
    meeting.toMinute(0);
    for (const who of ['learner', 'mentor'] as const) {
      const { joinSession } = await meeting.ask<Answer>(who, join, { connectionId: newId() });
      expectRightOf(joinSession, meeting.people[who].id);
      expect(Date.parse(joinSession.validUntil)).toBe(meeting.startsAt + 55 * minuteMs);
      const { openMediaCheck } = await meeting.ask<Answer>(who, check);
      expectRightOf(openMediaCheck, meeting.people[who].id);
      expect(Date.parse(openMediaCheck.validUntil)).toBe(meeting.clock.now() + 5 * minuteMs);
      const log = meeting.api.log.join('');
      for (const { credential } of [...joinSession.iceServers, ...openMediaCheck.iceServers]) {
        if (credential !== null) expect(log).not.toContain(credential);
      }
      expect(log).not.toContain(secret);
    }
  });

  it('FAIL-4 are none of ours where none are set, and the relay alone where that is', async () => {
    await using meeting = await Meeting.plan({ MEDIA_RELAY_ONLY: 'true' });
    meeting.toMinute(0);
    const { joinSession } = await meeting.ask<Answer>('learner', join, { connectionId: newId() });
    expect([joinSession.iceServers, joinSession.isRelayOnly]).toEqual([[], true]);
  });
});
