import { TestBed } from '@angular/core/testing';
import { ChatMessagesDocument } from '../chat/chat-operations';
import {
  JoinSessionDocument,
  LeaveSessionDocument,
  WaitToJoinDocument,
} from '../media/media-operations';
import { OpenRoom } from '../session/open-room';
import { OneSessionDocument, type SessionDetailsFragment } from '../session/session-operations';
import { expectAccessible } from '../testing/accessibility';
import { aClock, aLearner, aMentor, aSession, isoAt, minutesIn } from '../testing/builders';
import { Scene } from '../testing/scene';
import { type Screen, show } from '../testing/screen';
import { SessionPage } from './session-page';

function together(phase: 'IN_PROGRESS' | 'ENDED'): SessionDetailsFragment {
  return aSession({
    actualStart: isoAt(0),
    mentor: aMentor('IN_ROOM'),
    learner: aLearner('IN_ROOM'),
    clock: aClock({ phase, serverTime: isoAt(phase === 'ENDED' ? 60 : 1) }),
  });
}

describe('SessionPage', () => {
  let scene: Scene;

  beforeEach(async () => {
    scene = new Scene();
    await scene.signIn();
    scene.openTheDoor();
  });

  async function open(session = aSession()): Promise<Screen<SessionPage>> {
    scene.graphql.answer(OneSessionDocument, () => ({ session }));
    const screen = await show(SessionPage, { id: 'session-1' });
    await loaded(screen);
    return screen;
  }

  async function loaded(screen: Screen<SessionPage>): Promise<void> {
    await screen.until(() => !screen.has('status', 'The session is loading'));
  }

  async function join(): Promise<Screen<SessionPage>> {
    const screen = await open();
    await screen.press('button', 'Join Now');
    await loaded(screen);
    return screen;
  }

  it('ROOM-15 says that it loads', async () => {
    scene.graphql.answer(OneSessionDocument, () => new Promise<never>(() => undefined));
    const screen = await show(SessionPage, { id: 'session-1' });
    expect(screen.has('status', 'The session is loading')).toBe(true);
  });

  it('PRE-8 is the pre-join screen before', async () => {
    const screen = await open();
    expect(screen.has('button', 'Join Now')).toBe(true);
    await expectAccessible(screen);
  });

  it('ROOM-2 waits at the door when the door is open and the page works', async () => {
    scene.clock.set(minutesIn(-20));
    const screen = await open(aSession({ clock: aClock({ phase: 'EARLY' }) }));
    const waits = () => scene.graphql.calls(WaitToJoinDocument).length;
    expect(waits()).toBe(0);
    scene.clock.set(minutesIn(-15));
    await screen.until(() => waits() > 0);
    expect(waits()).toBe(1);
  });

  it('ROOM-11 goes into the room, with the devices of the preview', async () => {
    const screen = await join();
    expect(screen.has('toolbar', 'Session controls')).toBe(true);
    expect(screen.text).toContain('Waiting for mentor…');
    expect(scene.media.wishes.length).toBe(1);
    expect(scene.media.call.published.length).toBe(2);
  });

  it('ROOM-7 follows the chat from the moment of joining', async () => {
    const screen = await open();
    const stream = scene.graphql.stream(ChatMessagesDocument);
    expect(stream.isWatched).toBe(false);
    await screen.press('button', 'Join Now');
    expect(stream.asked).toEqual([{ sessionId: 'session-1', after: null }]);
  });

  it('LIFE-2 names the page, so that two pages of one person are two connections', async () => {
    await join();
    const [input] = scene.graphql.calls(JoinSessionDocument).map((call) => call.input);
    expect(input?.sessionId).toBe('session-1');
    expect(input?.connectionId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('PRE-5 "Retry Join" is there at once when joining fails, while it tries by itself', async () => {
    scene.graphql.refuse(JoinSessionDocument, 'unreachable');
    const screen = await join();
    expect(screen.has('dialog', 'You are not in yet')).toBe(true);
    const before = scene.graphql.calls(JoinSessionDocument).length;
    await screen.press('button', 'Retry Join');
    expect(scene.graphql.calls(JoinSessionDocument).length).toBe(before + 1);
    expect(screen.has('dialog')).toBe(true);
    scene.openTheDoor();
    scene.page.returns.next();
    await screen.settle();
    expect(screen.has('dialog')).toBe(false);
    expect(screen.has('toolbar', 'Session controls')).toBe(true);
  });

  it('PRE-5 "Retry Join" begins again where it was refused', async () => {
    scene.graphql.refuse(JoinSessionDocument, 'forbidden');
    const screen = await join();
    scene.openTheDoor();
    await screen.press('button', 'Retry Join');
    expect(screen.has('dialog')).toBe(false);
    expect(screen.has('toolbar', 'Session controls')).toBe(true);
  });

  it('PRE-5 tells the rest of PeerLearn that this page is in a room, and when it is not', async () => {
    const room = TestBed.inject(OpenRoom);
    const screen = await join();
    expect(room.sessionId()).toBe('session-1');
    expect(await scene.locks.isTaken('room')).toBe(true);
    await screen.press('button', 'Leave');
    expect(room.sessionId()).toBeNull();
    expect(await scene.locks.isTaken('room')).toBe(false);
  });

  it('LIFE-1 the waiting room disappears when both are there', async () => {
    const screen = await join();
    await scene.tell(together('IN_PROGRESS'));
    await screen.settle();
    expect(screen.text).toContain('In progress');
    expect(screen.text).not.toContain('Waiting for mentor…');
  });

  it('FAIL-5 who leaves is asked to rejoin, and can', async () => {
    const screen = await join();
    await screen.press('button', 'Leave');
    expect(scene.graphql.calls(LeaveSessionDocument).length).toBe(1);
    expect(screen.text).toContain('You left the session. Want to rejoin?');
    await screen.press('button', 'Rejoin');
    expect(screen.has('toolbar', 'Session controls')).toBe(true);
    expect(scene.media.calls.length).toBe(2);
  });

  it('ROOM-12 at the end the call is left, the camera goes out, and it is told', async () => {
    const screen = await join();
    const camera = scene.media.device('camera');
    await scene.tell(together('ENDED'));
    await loaded(screen);
    expect(screen.has('heading', 'Session has ended')).toBe(true);
    expect(scene.media.call.isLeft).toBe(true);
    expect(camera.isStopped).toBe(true);
  });

  it('FAIL-10 "This session has ended." for who comes later, without asking for devices', async () => {
    const screen = await open(together('ENDED'));
    expect(screen.has('heading', 'This session has ended.')).toBe(true);
    expect(scene.media.wishes).toEqual([]);
  });

  const ends: readonly [name: string, parts: Partial<SessionDetailsFragment>, heading: string][] = [
    ['time up', { endReason: 'TIME_UP', outcome: 'COMPLETED' }, 'Session has ended'],
    ['the mentor', { endReason: 'ENDED_BY_MENTOR', outcome: 'INCOMPLETE' }, 'Session has ended'],
    ['agreement', { endReason: 'AGREED', outcome: 'COMPLETED' }, 'Session has ended'],
    ['both gone', { endReason: 'BOTH_GONE', outcome: 'INCOMPLETE' }, 'Session has ended'],
    [
      'no-show',
      {
        endReason: 'NO_SHOW',
        outcome: 'NO_SHOW',
        actualStart: null,
        clock: aClock({ phase: 'NO_SHOW', serverTime: isoAt(60) }),
      },
      'Session has ended',
    ],
    [
      'cancellation',
      {
        endReason: 'CANCELLED',
        outcome: 'CANCELLED',
        cancelReason: 'I am ill.',
        actualStart: null,
        clock: aClock({ phase: 'CANCELLED', serverTime: isoAt(60) }),
      },
      'This session was cancelled.',
    ],
  ];
  for (const [name, parts, heading] of ends) {
    for (const viewerRole of ['MENTOR', 'LEARNER'] as const) {
      it(`LIFE-5 ROOM-12 ${name}: the ${viewerRole.toLowerCase()} in the room comes to the last page`, async () => {
        const screen = await open(aSession({ viewerRole }));
        await screen.press('button', 'Join Now');
        await scene.tell({ ...together('ENDED'), viewerRole, ...parts });
        await loaded(screen);
        expect(screen.has('heading', heading)).toBe(true);
        expect(screen.has('toolbar', 'Session controls')).toBe(false);
        expect(scene.media.call.isLeft).toBe(true);
      });
    }

    it(`LIFE-5 ROOM-12 ${name}: who waits before the door comes to the last page`, async () => {
      const screen = await open();
      await scene.tell({ ...together('ENDED'), ...parts });
      await loaded(screen);
      const late = heading === 'Session has ended' ? 'This session has ended.' : heading;
      expect(screen.has('heading', late)).toBe(true);
      expect(screen.has('button', 'Join Now')).toBe(false);
    });
  }

  const faults = [
    ['not-found', 'Session not found. Check your dashboard.'],
    ['forbidden', "You're not part of this session."],
    ['unreachable', 'Unable to connect.'],
  ] as const;
  for (const [fault, text] of faults) {
    it(`FAIL-10 "${text}"`, async () => {
      scene.graphql.refuse(OneSessionDocument, fault);
      const screen = await show(SessionPage, { id: 'session-1' });
      expect(screen.has('heading', text)).toBe(true);
    });
  }

  it('FAIL-10 Retry brings the session', async () => {
    scene.graphql.refuse(OneSessionDocument, 'unreachable');
    const screen = await show(SessionPage, { id: 'session-1' });
    scene.graphql.answer(OneSessionDocument, () => ({ session: aSession() }));
    await screen.press('button', 'Retry');
    await loaded(screen);
    expect(screen.has('button', 'Join Now')).toBe(true);
  });

  it('FAIL-5 a page that is closed leaves and turns its devices off', async () => {
    const screen = await join();
    screen.fixture.destroy();
    expect(scene.media.call.isLeft).toBe(true);
    expect(scene.media.device('camera').isStopped).toBe(true);
  });
});
