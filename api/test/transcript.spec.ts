import type { Person } from '../src/accounts/person.ts';
import { newId } from '../src/platform/ids.ts';
import { LocalWakeUps } from '../src/platform/streams/local-wake-ups.ts';
import { Meeting } from './meeting.ts';
import { TestApi } from './test-api.ts';
import {
  begun,
  file,
  follow,
  page,
  said,
  statuses,
  stream,
  texts,
  type Told,
  write,
} from './transcript-scene.ts';

describe('the transcript', () => {
  it('ROOM-8 comes live: words on the way, then those that stay, with who spoke and when', async () => {
    await using meeting = await begun();
    await using told = follow(meeting);
    await told.opened();
    meeting.clock.advance(2500);
    const one = said(meeting, 'Hello', { isFinal: false });
    await write(meeting, one);
    const { transcriptSegments: first } = await told.nextData();
    expect(first).toEqual(
      jasmine.objectContaining({ text: 'Hello', isFinal: false, startMs: 2500 }),
    );
    expect(first.person).toEqual({ displayName: 'Maya Lindqvist' });
    await write(meeting, { ...one, revision: 2, text: 'Hello Leo.', isFinal: true });
    const { transcriptSegments: last } = await told.nextData();
    expect([last.id, last.text, last.isFinal]).toEqual([one.id, 'Hello Leo.', true]);
    // Too late: it is final already.
    await write(meeting, { ...one, revision: 3, text: 'Hello Le', isFinal: false });
    await write(meeting, said(meeting, 'Next.'));
    expect((await told.nextData()).transcriptSegments.text).toBe('Next.');
  });

  it('ROOM-8 keeps each final once, however often and in whatever order it is told', async () => {
    await using meeting = await begun();
    const segments = Array.from({ length: 30 }, (_, at) => said(meeting, `line ${String(at)}`));
    const better = segments.slice(0, 5).map((segment) => ({
      ...segment,
      revision: 2,
      text: `${segment.text}, better`,
    }));
    await Promise.all(
      [...segments, ...better, ...segments, ...better].map((segment) => write(meeting, segment)),
    );
    const kept = await texts(meeting);
    expect(kept.length).toBe(30);
    expect(kept.filter((text) => text.endsWith('better')).length).toBe(5);
    await using told = follow(meeting);
    const heard: string[] = [];
    while (heard.length < 30) heard.push((await told.nextData()).transcriptSegments.text);
    expect(heard).toEqual([...kept]);
  });

  it('API-3 goes on behind a place without a gap while much is being said', async () => {
    await using meeting = await begun();
    const all = Array.from({ length: 60 }, (_, at) => said(meeting, String(at)));
    const heard: string[] = [];
    let after: string | null = null;
    const writing = (async () => {
      for (const segment of all) await write(meeting, segment);
    })();
    while (heard.length < all.length) {
      await using told = follow(meeting, after);
      for (let count = 0; count < 7 && heard.length < all.length; count += 1) {
        const { transcriptSegments: segment } = await told.nextData();
        heard.push(segment.text);
        after = segment.cursor;
      }
    }
    await writing;
    expect(heard).toEqual(all.map(({ text }) => text));
  });

  it('FAIL-12 reaches followers at another replica, and where every hint is lost', async () => {
    const deaf = new LocalWakeUps();
    await using meeting = await begun();
    const { api, clock } = meeting;
    await using other = await TestApi.start({
      databaseUrl: api.config.database.url,
      clock,
      overrides: { clock, wakeUps: deaf, mediaServer: meeting.media },
    });
    const cookie = await other.signInAs(meeting.people.learner.id);
    const { sessionId } = meeting;
    await using told = other.subscribe<Told>(stream, { sessionId, after: null }, cookie);
    await told.opened();
    const one = said(meeting, 'Over', { isFinal: false });
    await write(meeting, one);
    expect((await told.nextData()).transcriptSegments.text).toBe('Over');
    await write(meeting, { ...one, revision: 2, text: 'Over there.', isFinal: true });
    expect((await told.nextData()).transcriptSegments.text).toBe('Over there.');
  });

  it('ROOM-8 takes away words that came to nothing', async () => {
    await using meeting = await begun();
    await using told = follow(meeting);
    const one = said(meeting, 'Hm', { isFinal: false });
    await told.opened();
    await write(meeting, one);
    await told.nextData();
    await write(meeting, { ...one, revision: 2, text: '  ', isFinal: true });
    expect((await told.nextData()).transcriptSegments).toEqual(
      jasmine.objectContaining({ id: one.id, text: '', isFinal: false }),
    );
    expect(await texts(meeting)).toEqual([]);
  });

  it('ROOM-8 is read page by page', async () => {
    await using meeting = await begun();
    await write(meeting, ...['one', 'two', 'three'].map((text) => said(meeting, text)));
    const { edges, pageInfo } = await page(meeting, { first: 2 });
    expect(edges.map(({ node }) => node.text)).toEqual(['one', 'two']);
    expect(pageInfo.hasNextPage).toBeTrue();
    expect(await texts(meeting, { after: pageInfo.endCursor, first: 2 })).toEqual(['three']);
  });

  it('ROOM-8 is searched without accents, capitals and signs of patterns', async () => {
    await using meeting = await begun();
    const lines = ['Das ist die Größe, 50 % davon.', 'C’est l’élève.', 'under_score'];
    await write(meeting, ...lines.map((text) => said(meeting, text)));
    expect(await texts(meeting, { search: 'GROSSE' })).toEqual([lines[0] ?? '']);
    expect(await texts(meeting, { search: 'große' })).toEqual([lines[0] ?? '']);
    expect(await texts(meeting, { search: 'ELEVE' })).toEqual([lines[1] ?? '']);
    expect(await texts(meeting, { search: '50 %' })).toEqual([lines[0] ?? '']);
    expect(await texts(meeting, { search: 'r_s' })).toEqual([lines[2] ?? '']);
    for (const odd of ['a\0b', '\ud800']) expect(await texts(meeting, { search: odd })).toEqual([]);
    await expectAsync(texts(meeting, { search: 'a'.repeat(101) })).toBeRejectedWithError(/100/);
    await expectAsync(texts(meeting, { first: 501 })).toBeRejectedWithError(/500/);
  });

  it('ROOM-8 takes only words of the two, and says what it refuses', async () => {
    await using early = await Meeting.plan();
    expect(await write(early, said(early, 'Too early'))).toEqual({
      refused: [{ id: jasmine.any(String), fault: 'NOT_STARTED' }],
    });
    await using meeting = await begun();
    const stranger: Person = await meeting.api.addPerson(['LEARNER']);
    const answer = await write(
      meeting,
      said(meeting, 'Hello'),
      said(meeting, 'Boo', { personId: stranger.id }),
    );
    expect(answer).toEqual({ refused: [{ id: jasmine.any(String), fault: 'STRANGER' }] });
    expect(await texts(meeting)).toEqual(['Hello']);
    const many = Array.from({ length: 201 }, () => said(meeting, 'much'));
    expect(await write(meeting, ...many)).toEqual({ rejected: 'TOO_MANY' });
    expect(await meeting.api.app.transcript.write(newId(), [said(meeting, 'where?')])).toEqual({
      rejected: 'NO_SESSION',
    });
  });

  it('ROOM-8 says whether it runs, lags, or has fallen silent', async () => {
    await using meeting = await begun();
    const { api, sessionId, cookies, clock } = meeting;
    await using heard = api.subscribe<{
      transcriptStatusChanges: { state: string; engine: string | null };
    }>(statuses, { sessionId }, cookies.mentor);
    const state = async () => (await heard.nextData()).transcriptStatusChanges;
    const { transcript } = api.app;
    expect(await state()).toEqual({ state: 'OFF', engine: null });
    await transcript.report(sessionId, { state: 'RUNNING', engine: 'test' });
    expect(await state()).toEqual({ state: 'RUNNING', engine: 'test' });
    await transcript.report(sessionId, { state: 'DELAYED', engine: 'test' });
    expect(await state()).toEqual({ state: 'DELAYED', engine: 'test' });
    clock.advance(20_000);
    expect(await state()).toEqual({ state: 'OFF', engine: null });
  });

  it('API-3 is for the two and administrators, by subscription, by query and as a file', async () => {
    await using meeting = await begun();
    const { api, sessionId, cookies } = meeting;
    await write(meeting, said(meeting, 'Hello'));
    const stranger = await api.signInAs((await api.addPerson(['MENTOR'])).id);
    const admin = await api.signInAs((await api.addPerson(['ADMIN'])).id);
    for (const query of [stream, statuses]) {
      await using refused = api.subscribe(query, { sessionId, after: null }, stranger);
      const { errors } = await refused.next();
      expect(errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
    }
    const asked = async (cookie?: string) => (await file(meeting, 'transcript.txt', cookie)).status;
    expect(await asked(stranger)).toBe(403);
    expect(await asked()).toBe(401);
    expect(await asked(admin)).toBe(200);
    expect(await asked(cookies.learner)).toBe(200);
    const nowhere = await fetch(`${api.url}/session/${newId()}/transcript.vtt`, {
      headers: { cookie: admin },
    });
    expect(nowhere.status).toBe(404);
  });
});
