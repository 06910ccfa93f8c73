import { TestBed } from '@angular/core/testing';
import { ChatMessagesDocument } from '../chat/chat-operations';
import { CourseLinksDocument, OwnNotesDocument } from '../notes/notes-operations';
import type { SessionDetailsFragment } from '../session/session-operations';
import { SessionStore } from '../session/session-store';
import { expectAccessible } from '../testing/accessibility';
import { aClock, aSession, isoAt, leo, mia, minutesIn } from '../testing/builders';
import { Scene } from '../testing/scene';
import { type Screen, show, textOf } from '../testing/screen';
import { pageOf, spokenAt } from '../testing/spoken';
import { TranscriptDocument } from '../transcript/transcript-operations';
import { WhiteboardDocument } from '../whiteboard/whiteboard-operations';
import { SessionSummary } from './session-summary';
import {
  SessionSummaryDocument,
  type SessionSummaryQuery,
  type WrittenPartsFragment,
} from './summary-operations';

type Kept = SessionSummaryQuery['session'];

const minuteMs = 60_000;
const scopes = { id: 'a', title: 'Scopes' };

function written(id: string, parts: Partial<WrittenPartsFragment> = {}) {
  const common = { topicId: 'a', sessionMs: 5 * minuteMs, isPrivate: false };
  const never = { editedAt: null, withdrawnAt: null };
  return {
    node: { id, kind: 'INSIGHT' as const, text: id, ...common, ...never, ...parts, topic: scopes },
  };
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
  consents: [],
};

const full: Kept = {
  ...nothing,
  topics: [
    { ...scopes, state: 'DONE', activeMs: 20 * minuteMs },
    { id: 'b', title: 'Closures', state: 'PLANNED', activeMs: 0 },
  ],
  annotations: {
    edges: [
      written('Names live in scopes.'),
      written('Read chapter 3.', { kind: 'HOMEWORK' }),
      written('Is shy today.', { isPrivate: true }),
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
    expect(screen.text).toContain('Insight at 5:00 Names live in scopes.');
    expect(screen.text).toContain('Homework at 5:00 · Scopes Read chapter 3.');
    expect(screen.text).toContain('Insight Private at 5:00 Is shy today.');
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

  const spoken = { transcript: { edges: [{ cursor: 'cursor-1' }] } };

  it('ROOM-8 loads the transcript when it is opened, with its files', async () => {
    const said = [spokenAt(1, 'mia', { text: 'Shall we begin?' }), spokenAt(3, 'leo')];
    scene.graphql.answer(TranscriptDocument, () => pageOf(said));
    const screen = await open({ ...nothing, ...spoken });
    expect(heads(screen)).toEqual(['Summary', 'Transcript']);
    expect(scene.graphql.calls(TranscriptDocument)).toEqual([]);
    screen.root.querySelector('summary')?.click();
    await screen.until(() => screen.text.includes('Shall we begin?'));
    expect(textOf(screen.get('region', 'Transcript'))).toContain('Mia Mentor 0:01 Shall we begin?');
    const file = (name: string) => screen.get('link', name).getAttribute('href');
    expect(file('Save as text')).toBe('/session/session-1/transcript.txt');
    expect(file('Save as WebVTT')).toBe('/session/session-1/transcript.vtt');
    await expectAccessible(screen);
    const write = spyOn(navigator.clipboard, 'writeText').and.resolveTo();
    await screen.press('button', 'Copy everything');
    expect(write).toHaveBeenCalledOnceWith(
      '[0:01] Mia Mentor: Shall we begin?\n[0:03] Leo Learner: words at 3',
    );
  });

  it('ROOM-18 LIFE-8 says who agreed to what, and when', async () => {
    const given = { type: 'CONSENT_GIVEN' as const, at: isoAt(6), person: leo };
    const screen = await open({
      ...nothing,
      consents: [{ kind: 'TRANSCRIPT' as const, words: [given] }],
    });
    expect(screen.has('heading', 'What was agreed to')).toBe(true);
    expect(screen.text).toContain('12:06 Leo Learner agreed to a transcript');
    await expectAccessible(screen);
  });

  it('ROOM-17 asks for the whiteboard only where something was drawn', async () => {
    const whiteboard = { state: null, cursor: 'cursor-1' };
    scene.graphql.answer(WhiteboardDocument, () => ({ session: { id: 'session-1', whiteboard } }));
    await open(full);
    expect(scene.graphql.calls(WhiteboardDocument)).toEqual([]);
    const screen = await open({ ...nothing, whiteboard: { bytes: 20 } });
    expect(heads(screen)).toEqual(['Summary', 'Whiteboard']);
    await screen.until(() => screen.text.includes('It was wiped clean.'));
    await expectAccessible(screen);
  });

  const course = { id: 'course-1', title: 'JavaScript in depth', keepsTranscript: false };
  const unkept: readonly [string, Kept, Partial<SessionDetailsFragment>, string][] = [
    ['its chat', nothing, { keepsChat: false }, 'The chat of this session was not kept'],
    ['its transcript', nothing, { course }, 'The transcript of this session was not kept'],
    ['both', nothing, { course, keepsChat: false }, 'Chat and transcript of this session were not'],
  ];
  for (const [name, record, parts, words] of unkept) {
    it(`LIFE-8 says that the course does not keep ${name}`, async () => {
      const screen = await open(record, parts);
      expect(screen.text).toContain(words);
    });
  }

  it('LIFE-8 a transcript that was kept is there, whatever its course wants by now', async () => {
    const screen = await open({ ...nothing, ...spoken }, { course });
    expect(heads(screen)).toEqual(['Summary', 'Transcript']);
    expect(screen.text).not.toContain('not kept');
  });

  it('LIFE-8 says nothing of what was not kept of a session that never was', async () => {
    const screen = await open(nothing, { course, keepsChat: false, actualStart: null });
    expect(screen.text).not.toContain('not kept');
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
