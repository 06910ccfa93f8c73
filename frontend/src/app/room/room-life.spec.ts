import { TestBed } from '@angular/core/testing';
import { ChatStore } from '../chat/chat-store';
import { DeviceStore } from '../media/device-store';
import {
  AgreeToFinishDocument,
  type SessionDetailsFragment,
  SetHandDocument,
  WithdrawFinishDocument,
} from '../session/session-operations';
import { expectAccessible } from '../testing/accessibility';
import {
  aConsent,
  aLearner,
  aMentor,
  aRunningSession,
  isoAt,
  leo,
  minutesIn,
} from '../testing/builders';
import { aPeer } from '../testing/fake-media';
import { Scene } from '../testing/scene';
import { type Screen, show, textOf } from '../testing/screen';
import { Room } from './room';

describe('Room, what happens between the two', () => {
  let scene: Scene;

  beforeEach(async () => {
    scene = new Scene();
    scene.clock.set(minutesIn(10));
    await scene.signIn();
    await TestBed.inject(DeviceStore).start();
    TestBed.inject(ChatStore).open('session-1', leo.id);
  });

  async function open(session = aRunningSession()): Promise<Screen<Room>> {
    await scene.open(session);
    await scene.enter();
    scene.media.call.become({ peer: aPeer(), quality: 'good' });
    return show(Room);
  }

  async function tell(screen: Screen<Room>, parts: Partial<SessionDetailsFragment>): Promise<void> {
    await scene.tell(aRunningSession(parts));
    await screen.settle();
  }

  const toast = (screen: Screen<Room>) => screen.root.querySelector('pl-toasts p');
  const toastText = (screen: Screen<Room>) => {
    const shown = toast(screen);
    return shown ? textOf(shown) : '';
  };

  async function at(screen: Screen<Room>, second: number): Promise<void> {
    scene.clock.set(minutesIn(10) + second * 1000);
    await screen.settle();
  }

  it('ROOM-18 asks what is to be agreed to once they have met, and names it from the first yes on', async () => {
    const screen = await open(aRunningSession({ consents: [aConsent()] }));
    await screen.until(() => screen.has('button', 'Agree'));
    await expectAccessible(screen);
    const mine = aConsent({ agreedBy: [leo.id] });
    await scene.tell(aRunningSession({ consents: [mine] }));
    await screen.until(() => screen.has('button', /^Waiting for Mia/));
    expect(screen.has('button', 'Agree')).toBe(false);
    await expectAccessible(screen);
  });

  it('ROOM-3 raises the hand and lowers it again', async () => {
    const screen = await open();
    await screen.press('button', 'Raise hand');
    const handUp = { ...aLearner('IN_ROOM'), handRaisedAt: isoAt(10) };
    await tell(screen, { learner: handUp });
    await screen.press('button', 'Lower hand');
    const wishes = scene.graphql.calls(SetHandDocument).map(({ input }) => input.isRaised);
    expect(wishes).toEqual([true, false]);
  });

  it('ROOM-3 says that the other raised their hand, over their picture too', async () => {
    const screen = await open();
    const mentor = { ...aMentor('IN_ROOM'), handRaisedAt: isoAt(10) };
    await tell(screen, { mentor });
    expect(toast(screen)).toBeNull();
    expect(screen.all('status').map(textOf)).toContain('Mia Mentor raised their hand');
    const sign = screen.root.querySelector('pl-raised-hand');
    expect(sign?.textContent).toContain('Mia Mentor raised their hand');
    expect(screen.has('button', 'Lower')).toBe(false);
    await expectAccessible(screen);
  });

  it('ROOM-3 the mentor may lower the hand of the learner', async () => {
    const learner = { ...aLearner('IN_ROOM'), handRaisedAt: isoAt(10) };
    const screen = await open(aRunningSession({ viewerRole: 'MENTOR', learner }));
    await screen.press('button', 'Lower');
    expect(scene.graphql.calls(SetHandDocument)).toEqual([
      { input: { sessionId: 'session-1', isRaised: false, personId: leo.id } },
    ]);
  });

  it('ROOM-10 "Mic muted" and "Camera off", one at a time', async () => {
    const screen = await open();
    await screen.press('button', 'Mute');
    expect(toastText(screen)).toBe('Mic muted');
    await screen.press('button', 'Turn camera off');
    expect(toastText(screen)).toBe('Mic muted');
    await at(screen, 4);
    expect(toastText(screen)).toBe('Camera off');
    await at(screen, 8);
    expect(toastText(screen)).toBe('');
  });

  it('ROOM-10 "Network unstable" with its tip, "Network stable"; a moment is no news', async () => {
    const screen = await open();
    scene.media.call.become({ quality: 'poor' });
    await at(screen, 1);
    expect(toastText(screen)).toBe('');
    await at(screen, 3);
    expect(toastText(screen)).toBe('Network unstable Check your WiFi');
    await expectAccessible(screen);
    scene.media.call.become({ quality: 'good' });
    await at(screen, 8);
    expect(toastText(screen)).toBe('');
    await at(screen, 13);
    expect(toastText(screen)).toBe('Network stable');
  });

  it('FAIL-2 says when the line carries less, as long as it does, and when all is back', async () => {
    const screen = await open();
    const note = 'Low bandwidth mode activated for stability.';
    expect(screen.text).not.toContain(note);
    scene.media.call.become({ rungs: { sending: 'full', receiving: 'medium' } });
    await at(screen, 1);
    expect(toastText(screen)).toBe('Low bandwidth mode enabled');
    expect(screen.all('status').map(textOf)).toContain('Low bandwidth mode enabled');
    await at(screen, 6);
    scene.media.call.become({ rungs: { sending: 'low', receiving: 'low' } });
    await at(screen, 7);
    expect(toastText(screen)).toBe('');
    expect(screen.text).toContain(note);
    scene.media.call.become({ rungs: { sending: 'off', receiving: 'low' } });
    await at(screen, 8);
    expect(toastText(screen)).toBe('Low bandwidth mode Pictures pause to keep the sound clear');
    await expectAccessible(screen);
    scene.media.call.become({ rungs: { sending: 'full', receiving: 'full' } });
    await at(screen, 13);
    expect(toastText(screen)).toBe('Full picture quality is back');
    expect(screen.text).not.toContain(note);
  });

  it('LIFE-4 the time left is seen as well', async () => {
    const screen = await open();
    await at(screen, 45 * 60);
    expect(toastText(screen)).toBe('5 minutes left');
  });

  it('LIFE-6 asks the other to finish early, once it is confirmed', async () => {
    const screen = await open();
    scene.graphql.answer(AgreeToFinishDocument, () => ({
      agreeToFinish: {
        __typename: 'Session' as const,
        ...aRunningSession({ finishAgreedBy: [leo.id] }),
      },
    }));
    await screen.press('button', 'More');
    await screen.press('menuitem', 'Finish early');
    expect(scene.graphql.calls(AgreeToFinishDocument)).toEqual([]);
    await expectAccessible(screen);
    await screen.press('button', 'Ask Mia Mentor');
    expect(screen.text).toContain('You asked to finish early. Mia Mentor has not answered yet.');
    await screen.press('button', 'More');
    expect(screen.has('menuitem', 'Finish early')).toBe(false);
  });

  it('LIFE-6 who asked takes it back, and may ask again', async () => {
    const screen = await open();
    await tell(screen, { finishAgreedBy: [leo.id] });
    scene.graphql.answer(WithdrawFinishDocument, () => ({
      withdrawFinish: { __typename: 'Session' as const, ...aRunningSession() },
    }));
    await expectAccessible(screen);
    await screen.press('button', 'Take back');
    expect(screen.text).not.toContain('You asked to finish early.');
    await screen.press('button', 'More');
    expect(screen.has('menuitem', 'Finish early')).toBe(true);
  });

  it('LIFE-6 what the other takes back is asked no more', async () => {
    const screen = await open();
    await tell(screen, { finishAgreedBy: ['mia'] });
    await tell(screen, { finishAgreedBy: [] });
    expect(screen.text).not.toContain('asks to finish early');
    expect(screen.has('button', 'Finish now')).toBe(false);
  });

  it('LIFE-6 the other is asked in place, and may go on', async () => {
    const screen = await open();
    await tell(screen, { finishAgreedBy: ['mia'] });
    expect(screen.text).toContain('Mia Mentor asks to finish early.');
    await expectAccessible(screen);
    await screen.press('button', 'Go on');
    expect(screen.text).not.toContain('asks to finish early');
    expect(scene.graphql.calls(AgreeToFinishDocument)).toEqual([]);
  });

  it('LIFE-6 or agrees', async () => {
    const screen = await open();
    await tell(screen, { finishAgreedBy: ['mia'] });
    await screen.press('button', 'Finish now');
    expect(scene.graphql.calls(AgreeToFinishDocument)).toEqual([
      { input: { sessionId: 'session-1' } },
    ]);
  });
});
