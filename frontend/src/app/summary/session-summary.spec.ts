import { TestBed } from '@angular/core/testing';
import { ChatMessagesDocument } from '../chat/chat-operations';
import { CourseLinksDocument, OwnNotesDocument } from '../notes/notes-operations';
import type { SessionDetailsFragment } from '../session/session-operations';
import { SessionStore } from '../session/session-store';
import { expectAccessible } from '../testing/accessibility';
import { aClock, aSession, isoAt, leo, mia, minutesIn } from '../testing/builders';
import { Scene } from '../testing/scene';
import { type Screen, show, textOf } from '../testing/screen';
import { SessionSummary } from './session-summary';
import {
  type RemarkPartsFragment,
  SessionSummaryDocument,
  type SessionSummaryQuery,
} from './summary-operations';

type Kept = SessionSummaryQuery['session'];

const minuteMs = 60_000;
const scopes = { id: 'a', title: 'Scopes' };

function aRemark(id: string, parts: Partial<RemarkPartsFragment> = {}) {
  const common = { topicId: 'a', sessionMs: 5 * minuteMs, isPrivate: false, withdrawnAt: null };
  return { node: { id, kind: 'INSIGHT' as const, text: id, ...common, ...parts, topic: scopes } };
}

function stay(from: number, to: number) {
  return { joinedAt: isoAt(from), leftAt: isoAt(to), reason: 'SESSION_OVER' as const };
}

const nothing: Kept = {
  id: 'session-1',
  topics: [],
  annotations: { edges: [] },
  mentor: { person: mia, inRoomMs: 0, stays: [] },
  learner: { person: leo, inRoomMs: 0, stays: [] },
  messages: { edges: [] },
  transcript: { edges: [] },
  whiteboard: { bytes: 0 },
};

const full: Kept = {
  ...nothing,
  topics: [
    { ...scopes, state: 'DONE', activeMs: 20 * minuteMs },
    { id: 'b', title: 'Closures', state: 'PLANNED', activeMs: 0 },
  ],
  annotations: {
    edges: [
      aRemark('Names live in scopes.'),
      aRemark('Read chapter 3.', { kind: 'HOMEWORK' }),
      aRemark('Is shy today.', { isPrivate: true }),
    ],
  },
  mentor: { person: mia, inRoomMs: 50 * minuteMs, stays: [stay(0, 50)] },
  learner: { person: leo, inRoomMs: 40 * minuteMs, stays: [stay(5, 20), stay(25, 50)] },
  messages: { edges: [{ cursor: 'cursor-1' }] },
};

const ended: Partial<SessionDetailsFragment> = {
  actualStart: isoAt(5),
  actualEnd: isoAt(50),
  outcome: 'COMPLETED',
  endReason: 'TIME_UP',
  clock: aClock({ phase: 'ENDED', serverTime: isoAt(50), activeMs: 40 * minuteMs }),
};

describe('SessionSummary', () => {
  let scene: Scene;

  beforeEach(async () => {
    scene = new Scene();
    scene.clock.set(minutesIn(60));
    await scene.signIn();
    scene.graphql.answer(OwnNotesDocument, () => ({
      session: { viewerNotes: { text: 'Ask again', revision: 1, savedAt: isoAt(0) } },
    }));
  });

  async function open(
    record: Kept,
    parts: Partial<SessionDetailsFragment> = {},
  ): Promise<Screen<SessionSummary>> {
    scene.graphql.answer(SessionSummaryDocument, () => ({ session: record }));
    await scene.open(aSession({ ...ended, ...parts }));
    const screen = await show(SessionSummary);
    await screen.settle();
    return screen;
  }

  const heads = (screen: Screen<SessionSummary>) => screen.all('heading').map(textOf);

  it('ROOM-5 ROOM-6 LIFE-8 has the topics with their time and signs, and what was written on them', async () => {
    const screen = await open(full);
    expect(heads(screen)).toEqual(['Summary', 'Homework', 'Topics', 'Chat', 'Who was there']);
    expect(screen.text).toContain('Scopes 20 minutes Done');
    expect(screen.text).toContain('Names live in scopes. Insight · at 5:00');
    expect(screen.text).toContain('Read chapter 3. Homework · at 5:00 · Scopes');
    expect(screen.text).toContain('Only you see this');
    await expectAccessible(screen);
  });

  it('LIFE-3 LIFE-8 says who was there when, and how long together', async () => {
    const screen = await open(full);
    expect(screen.text).toContain('Mia Mentor 50 minutes');
    expect(screen.text).toContain('12:00 – 12:50');
    expect(screen.text).toContain('Leo Learner (you) 40 minutes');
    expect(screen.text).toContain('12:05 – 12:20, 12:25 – 12:50');
    expect(screen.text).toContain('Together 40 minutes');
  });

  it('ROOM-12 shows nothing that is empty but the own notes', async () => {
    const screen = await open(nothing);
    expect(heads(screen)).toEqual(['Summary']);
    expect(screen.field('Your notes').value).toBe('Ask again');
    expect(screen.has('button', 'Share link')).toBe(false);
    expect(screen.root.querySelector('details')).toBeNull();
    await expectAccessible(screen);
  });

  it('ROOM-7 loads the chat when it is opened, to read', async () => {
    const screen = await open(full);
    const chat = scene.graphql.stream(ChatMessagesDocument);
    expect(chat.isWatched).toBe(false);
    screen.root.querySelector('summary')?.click();
    await screen.until(() => screen.has('log', 'Messages'));
    expect(chat.isWatched).toBe(true);
    expect(screen.has('textbox', /message/i)).toBe(false);
  });

  it('ROOM-4 the course’s links are there, and a mentor shares more until a day after the end', async () => {
    const links = [{ title: 'Exercises', url: 'https://course.example/' }];
    scene.graphql.answer(CourseLinksDocument, () => ({ session: { course: { links } } }));
    const screen = await open(full, { viewerRole: 'MENTOR' });
    expect(screen.has('link', /Exercises/)).toBe(true);
    expect(screen.has('button', 'Share link')).toBe(true);
    scene.clock.set(minutesIn(50 + 24 * 60));
    await screen.settle();
    expect(screen.has('button', 'Share link')).toBe(false);
  });

  it('ROOM-4 who administers sees nobody’s notes', async () => {
    const screen = await open(full, { viewerRole: 'ADMIN' });
    expect(screen.has('textbox')).toBe(false);
    expect(scene.graphql.calls(OwnNotesDocument)).toEqual([]);
  });

  it('ROOM-12 prints', async () => {
    const screen = await open(full);
    const print = spyOn(window, 'print');
    await screen.press('button', 'Print or save as PDF');
    expect(print).toHaveBeenCalledTimes(1);
  });

  it('ROOM-12 shows what was added since when somebody looks again', async () => {
    const screen = await open(nothing);
    scene.graphql.answer(SessionSummaryDocument, () => ({ session: full }));
    scene.page.returns.next();
    await screen.settle();
    expect(screen.has('heading', 'Homework')).toBe(true);
  });

  it('FAIL-8 says that it cannot be loaded, and goes on trying', async () => {
    scene.graphql.refuse(SessionSummaryDocument, 'unreachable');
    await scene.open(aSession(ended));
    const screen = await show(SessionSummary);
    await screen.settle();
    expect(screen.get('alert').textContent).toContain('Unable to connect. We keep trying.');
    scene.graphql.answer(SessionSummaryDocument, () => ({ session: full }));
    scene.graphql.askAgain();
    await screen.settle();
    expect(screen.has('alert')).toBe(false);
    expect(screen.has('heading', 'Topics')).toBe(true);
    expect(TestBed.inject(SessionStore).session()?.id).toBe('session-1');
  });
});
