import { Meeting, minuteMs } from './meeting.ts';

const report = `mutation ($sessionId: ID!, $camera: DeviceResult!, $network: DeviceResult!) {
  reportReadiness(input: {
    sessionId: $sessionId, camera: $camera, microphone: OK, speaker: OK, network: $network
  }) { __typename ... on Session { id } ... on Problem { message } } }`;

const readinessOfOther = `other { readiness { at camera microphone speaker network isReady } }`;
const changesQuery = `subscription ($sessionId: ID!, $after: Cursor) {
  sessionChanges(sessionId: $sessionId, after: $after) {
    event { type person { id } } session { ${readinessOfOther} clock { phase } } } }`;
const mineQuery = `subscription { mySessionsChanged { id ${readinessOfOther} } }`;
const check = `mutation { openMediaCheck {
  __typename ... on MediaAccess { token identity validUntil } ... on Problem { message } } }`;

interface Other {
  readonly other: { readonly readiness: { readonly isReady: boolean } | null };
}

interface Changes {
  readonly sessionChanges: {
    readonly event: { readonly type: string; readonly person: { readonly id: string } } | null;
    readonly session: Other;
  };
}

interface Check {
  readonly openMediaCheck: Readonly<Record<string, string>>;
}

const fine = { camera: 'OK', network: 'OK' };

describe('readiness', () => {
  async function ofMentor(meeting: Meeting): Promise<Other['other']['readiness']> {
    const query = `query ($sessionId: ID!) { session(id: $sessionId) { ${readinessOfOther} } }`;
    const { session } = await meeting.ask<{ session: Other }>('learner', query);
    return session.other.readiness;
  }

  it('PRE-8 is shown to the other, the newest word of each', async () => {
    await using meeting = await Meeting.plan();
    expect(await ofMentor(meeting)).toBeNull();
    await meeting.ask('mentor', report, { ...fine, camera: 'PROBLEM' });
    expect((await ofMentor(meeting))?.isReady).toBe(false);
    meeting.toMinute(-12);
    await meeting.ask('learner', report, { ...fine, camera: 'PROBLEM' });
    await meeting.ask('mentor', report, { camera: 'SKIPPED', network: 'OK' });
    expect<object | null>(await ofMentor(meeting)).toEqual({
      at: new Date(meeting.startsAt - 12 * minuteMs).toISOString(),
      camera: 'SKIPPED',
      microphone: 'OK',
      speaker: 'OK',
      network: 'OK',
      isReady: true,
    });
  });

  it('PRE-8 reaches an open session page and an open dashboard of the other at once', async () => {
    await using meeting = await Meeting.plan();
    const { api, sessionId, cookies } = meeting;
    await using page = api.subscribe<Changes>(changesQuery, { sessionId }, cookies.learner);
    await using dashboard = api.subscribe<{ mySessionsChanged: Other }>(
      mineQuery,
      {},
      cookies.learner,
    );
    await page.nextData();
    await dashboard.nextData();
    await meeting.ask('mentor', report, fine);
    const told = await page.nextWhere(
      ({ sessionChanges }) => sessionChanges.event?.type === 'READINESS_REPORTED',
    );
    expect(told.sessionChanges.event?.person.id).toBe(meeting.people.mentor.id);
    expect(told.sessionChanges.session.other.readiness?.isReady).toBe(true);
    const listed = await dashboard.nextWhere(
      ({ mySessionsChanged }) => mySessionsChanged.other.readiness !== null,
    );
    expect(listed.mySessionsChanged.other.readiness?.isReady).toBe(true);
  });

  it('PRE-8 changes nothing of phase and clock, and says the same thing once', async () => {
    await using meeting = await Meeting.plan();
    const before = await meeting.view('learner');
    await meeting.ask('mentor', report, fine);
    await meeting.ask('mentor', report, fine);
    const after = await meeting.view('learner');
    expect(after.clock).toEqual(before.clock);
    expect(after.status).toBe(before.status);
    const log = await meeting.api.app.sessions.events.after(meeting.sessionId, 0, 100);
    expect(log.filter(({ type }) => type === 'READINESS_REPORTED').length).toBe(1);
  });

  it('PRE-8 is for the two of a session, until it has ended', async () => {
    await using meeting = await Meeting.plan();
    const stranger = await meeting.api.addPerson(['LEARNER'], 'Sam Reyes');
    const { errors } = await meeting.api.http(
      report,
      { ...fine, sessionId: meeting.sessionId },
      await meeting.api.signInAs(stranger.id),
    );
    expect(errors[0]?.extensions['code']).toBe('FORBIDDEN');
    meeting.toMinute(60);
    await meeting.tick();
    expect(await meeting.ask('mentor', report, fine)).toEqual({
      reportReadiness: { __typename: 'SessionAlreadyEnded', message: 'This session has ended.' },
    });
  });
});

describe('the check of the way to the media server', () => {
  it('PRE-8 gives a room of the person’s own for some minutes, with or without a session', async () => {
    await using meeting = await Meeting.plan();
    const { openMediaCheck } = await meeting.ask<Check>('learner', check);
    expect(openMediaCheck['__typename']).toBe('MediaAccess');
    expect(openMediaCheck['validUntil']).toBe(
      new Date(meeting.clock.now() + 5 * minuteMs).toISOString(),
    );
    expect(openMediaCheck['identity']).toMatch(new RegExp(`^${meeting.people.learner.id}:`));
    expect(await meeting.media.openRooms()).toEqual([]);
  });

  it('PRE-8 is for people who are signed in, and not too often', async () => {
    await using meeting = await Meeting.plan();
    const refused = await meeting.api.http(check);
    expect(refused.errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    for (let count = 0; count < 12; count += 1) await meeting.ask('learner', check);
    const { errors } = await meeting.api.http(check, {}, meeting.cookies.learner);
    expect(errors[0]?.extensions['code']).toBe('TOO_MANY_REQUESTS');
    expect(meeting.media.checks.length).toBe(12);
    await meeting.ask('mentor', check);
    meeting.toMinute(-9);
    await meeting.ask('learner', check);
  });

  it('FAIL-10 says that the media server does not answer', async () => {
    await using meeting = await Meeting.plan();
    meeting.media.isAway = true;
    expect(await meeting.ask('learner', check)).toEqual({
      openMediaCheck: {
        __typename: 'MediaUnavailable',
        message: 'Video service unavailable. Try again.',
      },
    });
  });
});
