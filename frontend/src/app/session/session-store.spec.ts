import { TestBed } from '@angular/core/testing';
import {
  aClock,
  aLearner,
  aMentor,
  aSession,
  isoAt,
  leo,
  mia,
  minutesIn,
} from '../testing/builders';
import { Scene } from '../testing/scene';
import { settled } from '../testing/screen';
import {
  AgreeToFinishDocument,
  EndSessionDocument,
  OneSessionDocument,
  SessionChangesDocument,
  type SessionDetailsFragment,
  SetHandDocument,
  WithdrawFinishDocument,
} from './session-operations';
import { type SessionNews, SessionStore } from './session-store';

function anEvent(cursor: string, type: SessionNews['type'], minute = 0): SessionNews {
  return { cursor, type, at: isoAt(minute), person: null };
}

describe('SessionStore', () => {
  let scene: Scene;
  let store: SessionStore;

  beforeEach(() => {
    scene = new Scene();
    store = TestBed.inject(SessionStore);
  });

  async function open(session: SessionDetailsFragment = aSession()): Promise<void> {
    scene.graphql.answer(OneSessionDocument, () => ({ session }));
    store.open('session-1', 'page-1');
    await settled();
  }

  function tell(session: SessionDetailsFragment, event: SessionNews | null = null): void {
    const cursor = event?.cursor ?? session.cursor;
    scene.graphql.stream(SessionChangesDocument).push({
      sessionChanges: { cursor, event, session },
    });
  }

  it('PRE-8 shows the session and goes on following it from there', async () => {
    await open(aSession({ cursor: 'cursor-7' }));
    expect(store.session()?.title).toBe('Closures');
    expect(scene.graphql.stream(SessionChangesDocument).asked).toEqual([
      { sessionId: 'session-1', connectionId: 'page-1', after: 'cursor-7' },
    ]);
  });

  const parts: readonly [role: 'MENTOR' | 'LEARNER', self: string, other: string][] = [
    ['LEARNER', leo.id, mia.id],
    ['MENTOR', mia.id, leo.id],
  ];
  for (const [viewerRole, self, other] of parts) {
    it(`ROOM-1 knows who is who for the ${viewerRole.toLowerCase()}`, async () => {
      await open(aSession({ viewerRole }));
      expect(store.self()?.person.id).toBe(self);
      expect(store.other()?.person.id).toBe(other);
    });
  }

  it('LIFE-1 shows a change at once', async () => {
    await open();
    tell(aSession({ mentor: aMentor('IN_ROOM') }));
    expect(store.other()?.presence).toBe('IN_ROOM');
  });

  it('PRE-13 opens the door by itself when its time has come', async () => {
    scene.clock.set(minutesIn(-16));
    await open(aSession({ clock: aClock({ phase: 'EARLY', serverTime: isoAt(-20) }) }));
    expect(store.phase()).toBe('EARLY');
    scene.clock.set(minutesIn(-15));
    expect(store.phase()).toBe('JOINABLE');
  });

  it('LIFE-3 counts active time and what is left while both are there', async () => {
    await open(aSession({ clock: aClock({ phase: 'IN_PROGRESS', runningSince: isoAt(0) }) }));
    scene.clock.set(minutesIn(12));
    expect(store.activeMs()).toBe(12 * 60_000);
    expect(store.timeLeftMs()).toBe(48 * 60_000);
  });

  it('LIFE-9 believes what the server wrote last, not what arrives last', async () => {
    await open();
    tell(aSession({ title: 'New', clock: aClock({ serverTime: isoAt(2) }) }));
    tell(aSession({ title: 'Old', clock: aClock({ serverTime: isoAt(1) }) }));
    expect(store.session()?.title).toBe('New');
  });

  it('FAIL-8 resumes after the last thing that it heard', async () => {
    await open();
    tell(aSession(), anEvent('cursor-3', 'SESSION_STARTED'));
    scene.graphql.stream(SessionChangesDocument).reconnect();
    expect(scene.graphql.stream(SessionChangesDocument).asked.at(-1)?.after).toBe('cursor-3');
  });

  it('FAIL-8 tells each thing once, also when it is repeated', async () => {
    await open();
    tell(aSession(), anEvent('cursor-1', 'SESSION_PAUSED', 5));
    tell(aSession(), anEvent('cursor-1', 'SESSION_PAUSED', 5));
    tell(aSession(), anEvent('cursor-2', 'SESSION_RESUMED', 6));
    expect(store.news().map(({ cursor }) => cursor)).toEqual(['cursor-1', 'cursor-2']);
  });

  it('LIFE-1 gives the chat its line about the start', async () => {
    await open(aSession({ actualStart: isoAt(1) }));
    tell(aSession({ actualStart: isoAt(1) }), anEvent('cursor-1', 'SESSION_PAUSED', 5));
    expect(store.systemLines().map(({ text, at }) => [text, at])).toEqual([
      ['The session has started', minutesIn(1)],
      ['The session is paused', minutesIn(5)],
    ]);
  });

  it('FAIL-10 says why there is no session', async () => {
    scene.graphql.refuse(OneSessionDocument, 'not-found');
    store.open('session-1', 'page-1');
    await settled();
    expect(store.fault()).toBe('not-found');
  });

  it('FAIL-10 goes on by itself once it can connect', async () => {
    store.open('session-1', 'page-1');
    await settled();
    expect(store.fault()).toBe('unreachable');
    scene.graphql.answer(OneSessionDocument, () => ({ session: aSession() }));
    scene.graphql.askAgain();
    await settled();
    expect(store.fault()).toBeNull();
    expect(store.session()?.id).toBe('session-1');
  });

  it('FAIL-10 goes on when asked to, keeping its place', async () => {
    await open();
    tell(aSession(), anEvent('cursor-3', 'SESSION_STARTED'));
    scene.graphql.stream(SessionChangesDocument).fail('forbidden');
    expect(store.fault()).toBe('forbidden');
    store.retry();
    await settled();
    expect(store.fault()).toBeNull();
    expect(scene.graphql.stream(SessionChangesDocument).asked.at(-1)?.after).toBe('cursor-3');
  });

  it('FAIL-8 asks who is there after a broken connection', async () => {
    await open();
    const later = aClock({ serverTime: isoAt(1) });
    const session = aSession({ mentor: aMentor('ATTENDING'), clock: later });
    scene.graphql.answer(OneSessionDocument, () => ({ session }));
    scene.socket.reconnect();
    await settled();
    expect(store.other()?.presence).toBe('ATTENDING');
  });

  it('FAIL-8 keeps what it knows where that cannot be asked', async () => {
    await open();
    scene.graphql.refuse(OneSessionDocument, 'unreachable');
    scene.socket.reconnect();
    await settled();
    expect(store.session()?.id).toBe('session-1');
    expect(store.fault()).toBeNull();
  });

  it('LIFE-5 ends the session for both', async () => {
    await open(aSession({ viewerRole: 'MENTOR', learner: aLearner('IN_ROOM') }));
    const clock = aClock({ phase: 'ENDED', serverTime: isoAt(30) });
    scene.graphql.answer(EndSessionDocument, () => ({
      endSession: { __typename: 'Session' as const, ...aSession({ clock }) },
    }));
    await store.end();
    expect(scene.graphql.calls(EndSessionDocument)).toEqual([
      { input: { sessionId: 'session-1' } },
    ]);
    expect(store.isOver()).toBe(true);
  });

  it('LIFE-5 learns that it was over already', async () => {
    await open();
    const clock = aClock({ phase: 'ENDED', serverTime: isoAt(30) });
    scene.graphql.answer(OneSessionDocument, () => ({ session: aSession({ clock }) }));
    scene.graphql.answer(EndSessionDocument, () => ({
      endSession: { __typename: 'SessionAlreadyEnded' as const, message: 'It is over.' },
    }));
    await store.end();
    expect(store.isOver()).toBe(true);
  });

  it('ROOM-3 raises the hand, and says when that did not work', async () => {
    await open();
    const learner = { ...aLearner('IN_ROOM'), handRaisedAt: isoAt(1) };
    scene.graphql.answer(SetHandDocument, () => ({
      setHand: { __typename: 'Session' as const, ...aSession({ learner }) },
    }));
    await store.setHand(true);
    expect(scene.graphql.calls(SetHandDocument)).toEqual([
      { input: { sessionId: 'session-1', isRaised: true, personId: null } },
    ]);
    expect(store.self()?.handRaisedAt).toBe(isoAt(1));
    scene.graphql.refuse(SetHandDocument, 'failed');
    await store.setHand(false);
    expect(store.problem()).toBe('Your hand could not be seen. Try again.');
  });

  it('LIFE-6 agrees to finish early', async () => {
    await open();
    scene.graphql.answer(AgreeToFinishDocument, () => ({
      agreeToFinish: { __typename: 'Session' as const, ...aSession({ finishAgreedBy: ['leo'] }) },
    }));
    await store.agreeToFinish();
    expect(store.session()?.finishAgreedBy).toEqual(['leo']);
  });

  it('LIFE-6 takes back that it wants to finish early, and says when that fails', async () => {
    await open(aSession({ finishAgreedBy: ['leo'] }));
    scene.graphql.refuse(WithdrawFinishDocument, 'unreachable');
    await store.withdrawFinish();
    expect(store.problem()).toBe('It could not be taken back. Try again.');
    scene.graphql.answer(WithdrawFinishDocument, () => ({
      withdrawFinish: { __typename: 'Session' as const, ...aSession() },
    }));
    await store.withdrawFinish();
    expect([store.problem(), store.session()?.finishAgreedBy]).toEqual([null, []]);
  });

  it('LIFE-5 a no-show is over once it has ended, and not while one waits', async () => {
    const clock = aClock({ phase: 'NO_SHOW', serverTime: isoAt(11) });
    await open(aSession({ clock }));
    expect(store.isOver()).toBe(false);
    await open(aSession({ clock, endReason: 'NO_SHOW', outcome: 'NO_SHOW' }));
    expect(store.isOver()).toBe(true);
  });

  it('LIFE-5 says that it could not be ended, until the next try', async () => {
    await open();
    await store.end();
    expect(store.problem()).toBe('The session could not be ended. Try again.');
    expect(store.isOver()).toBe(false);
    const ending = store.end();
    expect(store.problem()).toBeNull();
    await ending;
  });

  it('PRE-8 begins anew with another session', async () => {
    await open();
    tell(aSession(), anEvent('cursor-3', 'SESSION_STARTED'));
    scene.graphql.answer(OneSessionDocument, () => ({
      session: aSession({ id: 'session-2', cursor: 'other-0' }),
    }));
    store.open('session-2', 'page-1');
    expect(store.session()).toBeNull();
    await settled();
    expect(store.news()).toEqual([]);
    expect(scene.graphql.stream(SessionChangesDocument).asked.at(-1)?.after).toBe('other-0');
  });

  it('PRE-8 follows no more when the page is gone', async () => {
    await open();
    TestBed.resetTestingModule();
    expect(scene.graphql.stream(SessionChangesDocument).isWatched).toBe(false);
  });
});
