import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import * as Y from 'yjs';
import { newId } from '../src/platform/ids.ts';
import { Meeting } from './meeting.ts';
import { pixel, upload } from './uploads.ts';

const draw = `mutation ($sessionId: ID!, $updateId: ID!, $update: String!) {
  drawOnWhiteboard(input: { sessionId: $sessionId, updateId: $updateId, update: $update }) {
    __typename
    ... on WhiteboardUpdate { id update cursor isSnapshot author { displayName } }
    ... on Problem { message } } }`;

const read = `query ($sessionId: ID!) { session(id: $sessionId) {
  whiteboard { state bytes cursor } } }`;

const follow = `subscription ($sessionId: ID!, $after: Cursor) {
  whiteboardUpdates(sessionId: $sessionId, after: $after) {
    id update cursor isSnapshot author { displayName } } }`;

interface Update {
  readonly id: string | null;
  readonly update: string;
  readonly cursor: string;
  readonly isSnapshot: boolean;
  readonly author: { readonly displayName: string } | null;
}

interface Drawn {
  readonly drawOnWhiteboard: Partial<Update> & {
    readonly __typename: string;
    readonly message?: string;
  };
}

interface Board {
  readonly session: {
    readonly whiteboard: { readonly state: string | null; bytes: number; cursor: string };
  };
}

interface Followed {
  readonly whiteboardUpdates: Update;
}

type Who = 'mentor' | 'learner';

/** Somebody's own document; what changes in it waits until it is sent. */
class Hand {
  readonly document = new Y.Doc();
  readonly shapes = this.document.getMap('shapes');
  private readonly unsent: Uint8Array[] = [];

  constructor(
    private readonly meeting: Meeting,
    private readonly who: Who,
  ) {
    this.document.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'server') this.unsent.push(update);
    });
  }

  async send(): Promise<void> {
    const updates = this.unsent.splice(0);
    if (updates.length > 0) await this.meeting.ask(this.who, draw, sheet(Y.mergeUpdates(updates)));
  }

  act(what: string, shape: string, value: number): void {
    const known = this.shapes.get(shape);
    if (what === 'put') this.shapes.set(shape, new Y.Map([['at', value]]));
    if (what === 'remove') this.shapes.delete(shape);
    if (what === 'move' && known instanceof Y.Map) known.set('at', value);
  }

  take(update: string): void {
    Y.applyUpdate(this.document, Buffer.from(update, 'base64'), 'server');
  }
}

function sheet(update: Uint8Array, updateId = newId()) {
  return { updateId, update: Buffer.from(update).toString('base64') };
}

/** An update that puts something on a board. */
function mark(name: string, value: unknown = true): Uint8Array {
  const document = new Y.Doc();
  document.getMap('shapes').set(name, value);
  return Y.encodeStateAsUpdate(document);
}

function shapesOf(state: string | null): Record<string, unknown> {
  const document = new Y.Doc();
  if (state) Y.applyUpdate(document, Buffer.from(state, 'base64'));
  return document.getMap('shapes').toJSON();
}

async function boardOf(meeting: Meeting, who: Who = 'learner') {
  return (await meeting.ask<Board>(who, read)).session.whiteboard;
}

async function drawn(meeting: Meeting, input: object, who: Who = 'mentor') {
  return (await meeting.ask<Drawn>(who, draw, input)).drawOnWhiteboard;
}

describe('the whiteboard', () => {
  it('ROOM-17 keeps an update once however often it is sent', async () => {
    await using meeting = await Meeting.plan();
    const input = sheet(mark('a'));
    const [first, ...again] = await Promise.all(
      Array.from({ length: 5 }, () => drawn(meeting, input)),
    );
    expect(first).toEqual(
      jasmine.objectContaining({ __typename: 'WhiteboardUpdate', id: input.updateId }),
    );
    for (const answer of again) expect<unknown>(answer).toEqual(first);
    const other = await drawn(meeting, sheet(mark('b')), 'learner');
    const { cursor, state } = await boardOf(meeting, 'mentor');
    expect(other.cursor).toBe(cursor);
    expect(shapesOf(state)).toEqual({ a: true, b: true });
  });

  it('ROOM-17 says why something is not drawn', async () => {
    await using meeting = await Meeting.plan();
    const mine = sheet(mark('mine'));
    await drawn(meeting, mine);
    const refused: readonly (readonly [object, RegExp])[] = [
      [{ updateId: newId(), update: 'not base64!' }, /cannot|not a drawing/],
      [sheet(Uint8Array.from([7, 255, 3, 9])), /not a drawing/],
      [sheet(mark('big', 'x'.repeat(64 * 1024))), /too large/],
      [sheet(mark('other'), mine.updateId), /identifier/],
    ];
    for (const [input, words] of refused) {
      const answer = await drawn(meeting, input, 'learner');
      expect(answer.__typename).toBe('InvalidDrawing');
      expect(answer.message).toMatch(words);
    }
    expect(shapesOf((await boardOf(meeting)).state)).toEqual({ mine: true });
  });

  it('ROOM-17 is closed with the session, and can be looked at afterwards', async () => {
    await using meeting = await Meeting.plan();
    const kept = sheet(mark('a'));
    const before = await drawn(meeting, kept);
    meeting.toMinute(60);
    await meeting.tick();
    expect((await drawn(meeting, sheet(mark('b')))).__typename).toBe('WhiteboardClosed');
    // What was kept is told as kept, so that a device that never heard so does not lose it.
    expect(await drawn(meeting, kept)).toEqual(before);
    expect(shapesOf((await boardOf(meeting)).state)).toEqual({ a: true });
  });

  it('ROOM-17 is for the two of the session alone', async () => {
    await using meeting = await Meeting.plan();
    const { api, sessionId } = meeting;
    const stranger = await api.signInAs((await api.addPerson(['LEARNER'])).id);
    for (const [query, input] of [
      [draw, sheet(mark('a'))],
      [read, {}],
    ] as const) {
      const { errors } = await api.http(query, { sessionId, ...input }, stranger);
      expect(errors[0]?.extensions['code']).toBe('FORBIDDEN');
    }
  });

  it('ROOM-17 takes no more than somebody draws, and no more than fits', async () => {
    await using meeting = await Meeting.plan();
    const answers: string[] = [];
    for (let count = 0; answers.at(-1) !== 'WhiteboardFull' && count < 140; count++) {
      const noise = randomBytes(45_000).toString('base64');
      answers.push((await drawn(meeting, sheet(mark(String(count), noise)))).__typename);
      if (count % 20 === 0) meeting.clock.advance(10_000);
    }
    expect(answers.length).toBe(70);
    const hand = new Hand(meeting, 'learner');
    hand.take((await boardOf(meeting)).state ?? '');
    hand.shapes.delete('3');
    await hand.send();
    const more = await drawn(meeting, sheet(mark('more', randomBytes(30_000).toString('base64'))));
    expect(more.__typename).toBe('WhiteboardUpdate');
    meeting.clock.advance(10_001);
    for (let count = 0; count < 150; count++) await drawn(meeting, sheet(mark('a')), 'learner');
    const { errors } = await meeting.api.http(
      draw,
      { sessionId: meeting.sessionId, ...sheet(mark('a')) },
      meeting.cookies.learner,
    );
    expect(errors[0]?.extensions['code']).toBe('TOO_MANY_REQUESTS');
  });

  it('ROOM-17 keeps the pictures that are on it', async () => {
    await using meeting = await Meeting.plan();
    const { body } = await upload(meeting, pixel, { name: 'sketch.png' });
    await upload(meeting, 'forgotten');
    const file = new Y.Map([
      ['kind', 'picture'],
      ['file', body.id],
    ]);
    await drawn(meeting, sheet(mark('a', file)));
    const { files } = meeting.api.app;
    const dayMs = 24 * 3600_000;
    expect(await files.removeExpired(meeting.clock.now() + dayMs + 1)).toBe(1);
    expect((await files.byIds([body.id])).has(body.id)).toBeTrue();
  });

  it('ROOM-17 is followed without a gap, also where what is older has become a snapshot', async () => {
    await using meeting = await Meeting.plan();
    const { api, sessionId } = meeting;
    await drawn(meeting, sheet(mark('a')));
    const second = await drawn(meeting, sheet(mark('b')), 'learner');
    await api.app.whiteboards.merging.run(sessionId);
    await drawn(meeting, sheet(mark('c')));
    await using fresh = api.subscribe<Followed>(follow, { sessionId }, meeting.cookies.learner);
    const snapshot = (await fresh.nextData()).whiteboardUpdates;
    expect(snapshot).toEqual(
      jasmine.objectContaining({ isSnapshot: true, id: null, author: null }),
    );
    expect(shapesOf(snapshot.update)).toEqual({ a: true, b: true });
    expect(snapshot.cursor).toBe(second.cursor ?? '');
    const third = (await fresh.nextData()).whiteboardUpdates;
    expect(third.author?.displayName).toBe('Maya Lindqvist');
    await using behind = api.subscribe<Followed>(
      follow,
      { sessionId, after: third.cursor },
      meeting.cookies.mentor,
    );
    await behind.opened();
    const fourth = await drawn(meeting, sheet(mark('d')));
    for (const stream of [fresh, behind]) {
      expect((await stream.nextData()).whiteboardUpdates.id).toBe(fourth.id ?? '');
    }
  });

  it('ROOM-17 stays small by itself, however long it is drawn on', async () => {
    await using meeting = await Meeting.plan();
    const hand = new Hand(meeting, 'mentor');
    for (let count = 0; count < 420; count++) {
      if (count % 100 === 0) meeting.clock.advance(10_000);
      hand.shapes.set('moving', { at: [count, count], label: 'the same shape again and again' });
      await hand.send();
    }
    const { api, sessionId, cookies } = meeting;
    await using stream = api.subscribe<Followed>(follow, { sessionId }, cookies.learner);
    expect((await stream.nextData()).whiteboardUpdates.isSnapshot).toBeTrue();
    const { state, bytes } = await boardOf(meeting);
    expect(bytes).toBeLessThan(20_000);
    expect(shapesOf(state)['moving']).toEqual(jasmine.objectContaining({ at: [419, 419] }));
  });

  it('ROOM-17 two who draw at the same moment see the same, which is what is kept', async () => {
    await using meeting = await Meeting.plan();
    const change = fc.record({
      who: fc.constantFrom<Who>('mentor', 'learner'),
      shape: fc.constantFrom('a', 'b', 'c'),
      what: fc.constantFrom('put', 'move', 'remove', 'send', 'merge'),
      value: fc.integer({ min: 0, max: 99 }),
    });
    const [changes = []] = fc.sample(fc.array(change, { minLength: 120, maxLength: 120 }), {
      numRuns: 1,
      seed: 17,
    });
    const { api, sessionId, cookies } = meeting;
    const hands = { mentor: new Hand(meeting, 'mentor'), learner: new Hand(meeting, 'learner') };
    await using stream = api.subscribe<Followed>(follow, { sessionId }, cookies.learner);
    for (const { who, shape, what, value } of changes) {
      const hand = hands[who];
      hand.act(what, shape, value);
      if (what === 'merge') await api.app.whiteboards.merging.run(sessionId);
      if (what !== 'send') continue;
      await hand.send();
      // Only now does this one hear of what the other did meanwhile.
      const { state } = await boardOf(meeting, who);
      if (state) hand.take(state);
    }
    await Promise.all([hands.mentor.send(), hands.learner.send()]);
    const { state, cursor } = await boardOf(meeting);
    for (const who of ['mentor', 'learner'] as const) hands[who].take(state ?? '');
    const followed = new Hand(meeting, 'learner');
    await stream.nextWhere(({ whiteboardUpdates }) => {
      followed.take(whiteboardUpdates.update);
      return whiteboardUpdates.cursor === cursor;
    });
    const kept = shapesOf(state);
    expect(Object.keys(kept).length).toBeGreaterThan(0);
    for (const hand of [hands.mentor, hands.learner, followed]) {
      expect(hand.shapes.toJSON()).toEqual(kept);
    }
  });
});
