import { Meeting, minuteMs } from './meeting.ts';

type Who = 'mentor' | 'learner';

interface Saved {
  readonly saveNotes: {
    readonly __typename: string;
    readonly text?: string;
    readonly revision?: number;
    readonly current?: { readonly text: string; readonly revision: number };
  };
}

interface Kept {
  readonly session: { readonly viewerNotes: { readonly text: string; readonly revision: number } };
}

const save = `mutation ($sessionId: ID!, $text: String!, $revision: Int!) {
  saveNotes(input: { sessionId: $sessionId, text: $text, revision: $revision }) {
    __typename ... on SessionNotes { text revision }
    ... on NotesChanged { current { text revision } } ... on Problem { message } } }`;

const read = `query ($sessionId: ID!) { session(id: $sessionId) { viewerNotes { text revision } } }`;

describe('private notes', () => {
  async function saveFor(meeting: Meeting, who: Who, text: string, revision: number) {
    return (await meeting.ask<Saved>(who, save, { text, revision })).saveNotes;
  }

  async function kept(meeting: Meeting, who: Who) {
    return (await meeting.ask<Kept>(who, read)).session.viewerNotes;
  }

  it('ROOM-4 are each person’s own, and nobody else’s', async () => {
    await using meeting = await Meeting.plan();
    expect(await kept(meeting, 'learner')).toEqual({ text: '', revision: 0 });
    await saveFor(meeting, 'learner', 'Ask about signs', 0);
    await saveFor(meeting, 'mentor', 'Is quick', 0);
    expect(await kept(meeting, 'learner')).toEqual({ text: 'Ask about signs', revision: 1 });
    expect(await kept(meeting, 'mentor')).toEqual({ text: 'Is quick', revision: 1 });
    const admin = await meeting.api.addPerson(['ADMIN']);
    const cookie = await meeting.api.signInAs(admin.id);
    const { sessionId } = meeting;
    expect(await meeting.api.ask(read, { sessionId }, cookie)).toEqual({
      session: { viewerNotes: null },
    });
    const asked = { sessionId, text: 'mine', revision: 0 };
    const refused = await meeting.api.http(save, asked, cookie);
    expect(refused.errors[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('ROOM-4 are written before, during and after the session', async () => {
    await using meeting = await Meeting.plan();
    await saveFor(meeting, 'learner', 'before', 0);
    meeting.toMinute(60);
    await meeting.tick();
    meeting.clock.advance(400 * 24 * 60 * minuteMs);
    const after = await saveFor(meeting, 'learner', 'long after', 1);
    expect(after).toEqual({ __typename: 'SessionNotes', text: 'long after', revision: 2 });
  });

  it('ROOM-4 are not overwritten by a page that does not know the newest', async () => {
    await using meeting = await Meeting.plan();
    await saveFor(meeting, 'learner', 'one', 0);
    const stale = await saveFor(meeting, 'learner', 'other', 0);
    expect(stale.__typename).toBe('NotesChanged');
    expect(stale.current).toEqual({ text: 'one', revision: 1 });
    expect(await kept(meeting, 'learner')).toEqual({ text: 'one', revision: 1 });
    const unknown = await saveFor(meeting, 'mentor', 'never saved', 3);
    expect(unknown.current).toEqual({ text: '', revision: 0 });
  });

  it('ROOM-4 saved twice the same are saved once', async () => {
    await using meeting = await Meeting.plan();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => saveFor(meeting, 'learner', 'one', 0)),
    );
    for (const answer of answers) expect(answer.revision).toBe(1);
  });

  it('ROOM-4 of two texts at once one is kept, and the other is told', async () => {
    await using meeting = await Meeting.plan();
    await saveFor(meeting, 'learner', 'first', 0);
    const answers = await Promise.all(
      ['a', 'b', 'c'].map((text) => saveFor(meeting, 'learner', text, 1)),
    );
    const types = answers.map((answer) => answer.__typename).sort();
    expect(types).toEqual(['NotesChanged', 'NotesChanged', 'SessionNotes']);
    expect((await kept(meeting, 'learner')).revision).toBe(2);
  });

  it('ROOM-4 have at most 50,000 characters', async () => {
    await using meeting = await Meeting.plan();
    const answer = await saveFor(meeting, 'learner', '😀'.repeat(50_000), 0);
    expect(answer.revision).toBe(1);
    const longer = await saveFor(meeting, 'learner', 'a'.repeat(50_001), 1);
    expect(longer.__typename).toBe('InvalidNotes');
  });
});
