import { Meeting } from './meeting.ts';
import { agree, begun, file, follow, said, texts, write } from './transcript-scene.ts';

const change = `mutation ($sessionId: ID!, $kind: ConsentKind!, $act: ConsentAct!) {
  changeConsent(input: { sessionId: $sessionId, kind: $kind, act: $act }) {
    __typename ... on Session { ...Agreed } ... on Problem { message } } }
  fragment Agreed on Session { consents {
    kind policy engine status by agreedBy pausedBy resumeAskedBy since
    spans { from to } words { type person { displayName } at } } }`;
const look = `query ($sessionId: ID!) { session(id: $sessionId) { cursor ...Agreed } }
  ${change.slice(change.indexOf('fragment'))}`;
const changes = `subscription ($sessionId: ID!) { sessionChanges(sessionId: $sessionId) {
  event { type person { displayName } } session { consents { kind status } } } }`;
const timeline = `query ($sessionId: ID!) { sessionTimeline(sessionId: $sessionId, first: 100) {
  nodes { type consent person { displayName } } } }`;

type Who = 'mentor' | 'learner';

interface Consent {
  readonly kind: string;
  readonly policy: string;
  readonly engine: string | null;
  readonly status: string;
  readonly by: string | null;
  readonly agreedBy: readonly string[];
  readonly pausedBy: readonly string[];
  readonly spans: readonly object[];
  readonly words: readonly { readonly type: string; readonly at: string }[];
}

interface Answer {
  readonly changeConsent: {
    readonly __typename: string;
    readonly message?: string;
    readonly consents?: readonly Consent[];
  };
}

async function meet(...settings: Parameters<typeof Meeting.plan>): Promise<Meeting> {
  const meeting = await Meeting.plan(...settings);
  meeting.toMinute(0);
  await meeting.comes('mentor');
  await meeting.comes('learner');
  return meeting;
}

async function does(meeting: Meeting, who: Who, act: string, kind = 'TRANSCRIPT') {
  return (await meeting.ask<Answer>(who, change, { kind, act })).changeConsent;
}

async function seen(meeting: Meeting, who: Who = 'mentor') {
  const { session } = await meeting.ask<{ session: { consents: Consent[]; cursor: string } }>(
    who,
    look,
  );
  const [transcript, recording] = session.consents;
  if (!transcript || !recording) throw new Error('there is a kind of consent less');
  return { transcript, recording, cursor: session.cursor };
}

async function words(meeting: Meeting): Promise<string> {
  const rows = await meeting.api.app.database
    .fork()
    .execute<{ text: string }[]>(
      `select text from transcript_segment union all select text from transcript_partial`,
    );
  return rows.map(({ text }) => text).join('|');
}

describe('consent in a session', () => {
  it('ROOM-18 whoever is asked is told who would write it down', async () => {
    await using meeting = await meet({
      SCRIPTED_TRANSCRIPT_FOR: '',
      TRANSCRIBER: 'true',
      SPEECH_ENGINE: 'gemini-live',
    });
    const { transcript, recording } = await seen(meeting, 'learner');
    expect([transcript.engine, recording.engine]).toEqual(['Gemini, at Google', null]);
  });

  it('ROOM-18 both are asked, and only both together let it run', async () => {
    await using meeting = await meet();
    const { mentor, learner } = meeting.people;
    expect((await seen(meeting)).transcript).toEqual(
      jasmine.objectContaining({ policy: 'ALWAYS_ASK', status: 'ASKED', by: null, agreedBy: [] }),
    );
    await does(meeting, 'learner', 'AGREE');
    expect((await seen(meeting)).transcript).toEqual(
      jasmine.objectContaining({ status: 'ASKED', agreedBy: [learner.id], spans: [] }),
    );
    const { consents = [] } = await does(meeting, 'mentor', 'AGREE');
    expect(consents[0]).toEqual(
      jasmine.objectContaining({ status: 'RUNNING', agreedBy: [mentor.id, learner.id] }),
    );
    expect((await seen(meeting, 'learner')).transcript.words).toEqual([
      jasmine.objectContaining({ type: 'CONSENT_GIVEN', person: { displayName: 'Leo Okafor' } }),
      jasmine.objectContaining({ type: 'CONSENT_GIVEN', at: jasmine.any(String) }),
    ]);
  });

  it('ROOM-18 said again changes nothing, and the other hears of it at once', async () => {
    await using meeting = await meet();
    const { api, sessionId, cookies } = meeting;
    await using page = api.subscribe<{
      sessionChanges: {
        event: { type: string } | null;
        session: { consents: { status: string }[] };
      };
    }>(changes, { sessionId }, cookies.mentor);
    await page.nextData();
    await does(meeting, 'learner', 'DECLINE');
    const { sessionChanges: told } = await page.nextWhere(
      (one) => one.sessionChanges.event !== null,
    );
    expect(told.event).toEqual(jasmine.objectContaining({ type: 'CONSENT_DECLINED' }));
    expect(told.session.consents[0]?.status).toBe('DECLINED');
    const { cursor } = await seen(meeting);
    await does(meeting, 'learner', 'DECLINE');
    expect((await seen(meeting)).cursor).toBe(cursor);
  });

  it('ROOM-18 says why something is not possible', async () => {
    await using meeting = await meet({ RECORDING: 'off' });
    expect(await does(meeting, 'mentor', 'PAUSE')).toEqual({
      __typename: 'ConsentNotPossible',
      message: 'It is not running.',
    });
    // There is nothing here that records.
    expect((await seen(meeting)).recording.status).toBe('OFF');
    expect(await does(meeting, 'mentor', 'REQUEST', 'RECORDING')).toEqual({
      __typename: 'ConsentNotPossible',
      message: 'This is not available in this session.',
    });
    meeting.toMinute(60);
    await meeting.tick();
    expect((await does(meeting, 'mentor', 'AGREE')).__typename).toBe('SessionAlreadyEnded');
  });

  it('ROOM-18 is not asked where nothing here can do it, or the course has it off', async () => {
    await using unable = await meet({ SCRIPTED_TRANSCRIPT_FOR: '' });
    expect((await seen(unable)).transcript).toEqual(
      jasmine.objectContaining({ policy: 'OFF', status: 'OFF' }),
    );
    await using meeting = await begun();
    const { courses } = meeting.api.app.sessions;
    const { course } = await courses.ensure({ title: 'Algebra', description: '' });
    await courses.change(course.id, { ...course, links: [], transcriptConsent: 'OFF' });
    expect((await seen(meeting)).transcript.status).toBe('OFF');
    expect(await write(meeting, said(meeting, 'Not this.'))).toEqual({
      refused: [{ id: jasmine.any(String), fault: 'NOT_AGREED' }],
    });
  });

  it('ROOM-18 one asks where the course asks nobody', async () => {
    await using meeting = await meet();
    const { courses } = meeting.api.app.sessions;
    const { course } = await courses.ensure({ title: 'Algebra', description: '' });
    await courses.change(course.id, { ...course, links: [], transcriptConsent: 'ON_REQUEST' });
    expect((await seen(meeting)).transcript.status).toBe('NOT_ASKED');
    expect((await does(meeting, 'learner', 'AGREE')).message).toBe(
      'This question is no longer open.',
    );
    await does(meeting, 'learner', 'REQUEST');
    expect((await seen(meeting)).transcript).toEqual(
      jasmine.objectContaining({ status: 'ASKED', by: meeting.people.learner.id }),
    );
    await does(meeting, 'mentor', 'AGREE');
    expect((await seen(meeting)).transcript.status).toBe('RUNNING');
  });

  it('ROOM-18 a no is never too often, and a question is', async () => {
    await using meeting = await meet();
    for (let time = 0; time < 60; time += 1) await does(meeting, 'mentor', 'REQUEST');
    await expectAsync(does(meeting, 'mentor', 'REQUEST')).toBeRejected();
    expect((await does(meeting, 'mentor', 'WITHDRAW')).__typename).toBe('Session');
    expect((await seen(meeting)).transcript.status).toBe('WITHDRAWN');
  });

  it('LIFE-8 is in the log of the session, and in the operator’s timeline', async () => {
    await using meeting = await begun();
    const { api, sessionId } = meeting;
    await does(meeting, 'mentor', 'PAUSE');
    const admin = await api.signInAs((await api.addPerson(['ADMIN'])).id);
    const { sessionTimeline } = await api.ask<{
      sessionTimeline: { nodes: { type: string; consent: string | null }[] };
    }>(timeline, { sessionId }, admin);
    const told = sessionTimeline.nodes.filter(({ type }) => type.startsWith('CONSENT_'));
    expect(told.map(({ type, consent }) => `${type} ${consent ?? ''}`)).toEqual([
      'CONSENT_GIVEN TRANSCRIPT',
      'CONSENT_GIVEN TRANSCRIPT',
      'CONSENT_PAUSED TRANSCRIPT',
    ]);
    expect((await seen(meeting)).transcript.spans.length).toBe(1);
  });
});

describe('off the record', () => {
  it('ROOM-18 nothing is written down before both agree', async () => {
    await using meeting = await meet();
    const early = said(meeting, 'Before.');
    expect(await write(meeting, early)).toEqual({
      refused: [{ id: early.id, fault: 'NOT_AGREED' }],
    });
    meeting.clock.advance(1000);
    await agree(meeting);
    await write(meeting, early, said(meeting, 'After.'));
    expect(await texts(meeting)).toEqual(['After.']);
  });

  it('ROOM-18 LIFE-8 what was said meanwhile is in no row, no file and on no page, however late it comes', async () => {
    await using meeting = await begun();
    const { clock, cookies } = meeting;
    await using told = follow(meeting);
    await told.opened();
    await write(meeting, said(meeting, 'On it.'));
    expect((await told.nextData()).transcriptSegments.text).toBe('On it.');
    clock.advance(5000);
    const across = said(meeting, 'A secret that', { isFinal: false });
    await write(meeting, across);
    expect((await told.nextData()).transcriptSegments.text).toBe('A secret that');
    clock.advance(1000);
    await does(meeting, 'learner', 'PAUSE');
    // What was on its way is taken back.
    expect((await told.nextData()).transcriptSegments).toEqual(
      jasmine.objectContaining({ id: across.id, text: '' }),
    );
    clock.advance(1000);
    const off = said(meeting, 'Secret.');
    const whole = { ...across, revision: 5, endAt: off.endAt, text: 'A secret that is long.' };
    const last = { ...whole, isFinal: true };
    expect(await write(meeting, off, last)).toEqual({
      refused: [off, last].map(({ id }) => ({ id, fault: 'NOT_AGREED' as const })),
    });
    await write(meeting, { ...off, isFinal: false }, whole);
    clock.advance(5000);
    await does(meeting, 'learner', 'RESUME');
    clock.advance(1000);
    await write(meeting, off, last, said(meeting, 'On it again.'));
    expect((await told.nextData()).transcriptSegments.text).toBe('On it again.');
    expect(await texts(meeting)).toEqual(['On it.', 'On it again.']);
    expect(await (await file(meeting, 'transcript.txt', cookies.mentor)).text()).not.toMatch(
      /secret/i,
    );
    expect(await words(meeting)).not.toMatch(/secret/i);
  });

  it('ROOM-18 it never says that it runs, whatever whoever transcribes reports', async () => {
    await using meeting = await begun();
    const { api, sessionId } = meeting;
    const status = async () => {
      const { session } = await meeting.ask<{ session: { transcriptStatus: object } }>(
        'learner',
        `query ($sessionId: ID!) { session(id: $sessionId) { transcriptStatus { state engine } } }`,
      );
      return session.transcriptStatus;
    };
    const running = { state: 'RUNNING', engine: 'test' } as const;
    await api.app.transcript.report(sessionId, running);
    expect(await status()).toEqual(running);
    await does(meeting, 'mentor', 'WITHDRAW');
    await api.app.transcript.report(sessionId, running);
    expect(await status()).toEqual({ state: 'OFF', engine: null });
  });
});
