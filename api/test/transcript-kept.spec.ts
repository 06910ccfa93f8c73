import type { Meeting } from './meeting.ts';
import { begun, file, said, texts, write } from './transcript-scene.ts';

describe('the transcript as a file', () => {
  it('ROOM-8 is given as text and as WebVTT, in the order of speaking', async () => {
    await using meeting = await begun();
    const { clock, people, cookies } = meeting;
    const start = clock.now();
    clock.advance(60_000);
    await write(
      meeting,
      said(meeting, 'Is 1 < 2?', { startAt: start + 5000, endAt: start + 6500 }),
      said(meeting, 'Hello', {
        personId: people.learner.id,
        startAt: start + 1000,
        endAt: start + 1800,
      }),
    );
    const vtt = await file(meeting, 'transcript.vtt', cookies.mentor);
    expect(vtt.headers.get('content-type')).toBe('text/vtt; charset=utf-8');
    expect(vtt.headers.get('content-disposition')).toMatch(
      /^attachment; filename=transcript-\d{4}-\d\d-\d\d-fractions\.vtt$/,
    );
    expect(vtt.headers.get('cache-control')).toBe('private, no-store');
    expect((await vtt.text()).split('\n').slice(6)).toEqual([
      '',
      '00:00:01.000 --> 00:00:01.800',
      '<v Leo Okafor>Hello',
      '',
      '00:00:05.000 --> 00:00:06.500',
      '<v Maya Lindqvist>Is 1 &lt; 2?',
      '',
    ]);
    const text = await (await file(meeting, 'transcript.txt', cookies.mentor)).text();
    expect(text).toContain('Maya Lindqvist (mentor), Leo Okafor (learner)');
    expect(text).toContain('[00:00:01] Leo Okafor: Hello\n[00:00:05] Maya Lindqvist: Is 1 < 2?\n');
  });

  it('ROOM-8 is given as a file however long it is', async () => {
    await using meeting = await begun();
    const start = meeting.clock.now();
    meeting.clock.advance(3600_000);
    for (let batch = 0; batch < 10; batch += 1) {
      const lines = Array.from({ length: 120 }, (_, at) => {
        const startAt = start + (batch * 120 + at) * 1000;
        return said(meeting, `line ${String(batch * 120 + at)}`, { startAt, endAt: startAt });
      });
      await write(meeting, ...lines);
    }
    const text = await (await file(meeting, 'transcript.txt', meeting.cookies.mentor)).text();
    const lines = [...text.matchAll(/: line (\d+)\n/g)].map(([, number]) => Number(number));
    expect(lines).toEqual(Array.from({ length: 1200 }, (_, at) => at));
  });
});

describe('a transcript that does not stay', () => {
  const settle = `mutation ($input: SaveCourseInput!) { saveCourse(input: $input) {
    __typename ... on Course { id keepsTranscript } } }`;

  async function turnOff(meeting: Meeting): Promise<void> {
    const { api, people } = meeting;
    const { course } = await api.app.sessions.courses.ensure({ title: 'Algebra', description: '' });
    const input = { id: course.id, title: 'Algebra', description: '', links: [] };
    const cookie = await api.signInAs(people.mentor.id);
    const off = await api.ask(settle, { input: { ...input, keepsTranscript: false } }, cookie);
    expect(off).toEqual({
      saveCourse: { __typename: 'Course', id: course.id, keepsTranscript: false },
    });
    // Whoever says nothing of it changes nothing of it.
    expect(await api.ask(settle, { input }, cookie)).toEqual(off);
  }

  async function rows(meeting: Meeting): Promise<number> {
    const counted = await meeting.api.app.database.fork().execute<{ count: number }[]>(
      `select (select count(*) from transcript_segment)::integer
          + (select count(*) from transcript_partial)::integer as count`,
    );
    return counted[0]?.count ?? -1;
  }

  it('LIFE-8 is there during the session, and gone when it has ended', async () => {
    await using meeting = await begun();
    await turnOff(meeting);
    await write(meeting, said(meeting, 'Hello'), said(meeting, 'And', { isFinal: false }));
    expect(await texts(meeting)).toEqual(['Hello']);
    expect(await rows(meeting)).toBe(2);
    const last = said(meeting, 'Bye');
    meeting.toMinute(60);
    await meeting.tick();
    expect(await texts(meeting)).toEqual([]);
    expect((await file(meeting, 'transcript.vtt', meeting.cookies.mentor)).status).toBe(404);
    await meeting.api.app.transcript.forget(meeting.clock.now());
    expect(await rows(meeting)).toBe(0);
    expect(await write(meeting, last)).toEqual({ refused: [{ id: last.id, fault: 'ENDED' }] });
    await write(meeting, { ...last, isFinal: false });
    expect(await rows(meeting)).toBe(0);
  });

  it('LIFE-8 stays where the course changed its mind only afterwards', async () => {
    await using meeting = await begun();
    const last = said(meeting, 'Bye');
    await write(meeting, said(meeting, 'Hello'));
    meeting.toMinute(60);
    await meeting.tick();
    await meeting.api.app.transcript.forget(meeting.clock.now());
    await turnOff(meeting);
    await meeting.api.app.transcript.forget(meeting.clock.now());
    expect(await texts(meeting)).toEqual(['Hello']);
    // Understood after the end, said before it.
    expect(await write(meeting, last)).toEqual({ refused: [] });
    expect(await texts(meeting)).toEqual(['Hello', 'Bye']);
  });
});
