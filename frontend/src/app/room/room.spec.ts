import { TestBed } from '@angular/core/testing';
import { ChatMessagesDocument } from '../chat/chat-operations';
import { ChatStore } from '../chat/chat-store';
import { DeviceStore } from '../media/device-store';
import { EndSessionDocument } from '../session/session-operations';
import { expectAccessible } from '../testing/accessibility';
import { aClock, aRunningSession, aSession, isoAt, leo, mia, minutesIn } from '../testing/builders';
import { aPeer, browserError } from '../testing/fake-media';
import { Scene } from '../testing/scene';
import { type Screen, show, textOf } from '../testing/screen';
import { Room } from './room';

describe('Room', () => {
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

  function leaves(screen: Screen<Room>): { readonly count: number } {
    const left = { count: 0 };
    screen.component.leave.subscribe(() => left.count++);
    return left;
  }

  function alerts(screen: Screen<Room>): string {
    return screen.all('alert').map(textOf).join(' ').trim();
  }

  /** What stands so long is told, and what is over so long is not any more. */
  async function pass(screen: Screen<Room>, ms = 1500): Promise<void> {
    await screen.settle();
    scene.clock.set(scene.clock.now() + ms);
    await screen.settle();
  }

  function toggleOf(screen: Screen<Room>, name: string): HTMLElement {
    return screen.get('button', name);
  }

  it('ROOM-1 has header, video, sidebar and controls, open to everybody', async () => {
    const screen = await open();
    expect(screen.has('heading', 'Closures')).toBe(true);
    expect(screen.has('region', 'Video')).toBe(true);
    expect(screen.has('toolbar', 'Session controls')).toBe(true);
    expect(screen.has('log', 'Messages')).toBe(true);
    await expectAccessible(screen);
  });

  it('ROOM-2 plays the voice of the other one', async () => {
    const screen = await open();
    expect(screen.root.querySelector('audio')).not.toBeNull();
    scene.media.call.become({ peer: aPeer({ microphone: null }) });
    await screen.settle();
    expect(screen.root.querySelector('audio')).toBeNull();
  });

  it('LIFE-7 leaving early asks: "Are you sure? Your session will be marked incomplete."', async () => {
    const screen = await open();
    const left = leaves(screen);
    await screen.press('button', 'Leave');
    const dialog = screen.get('dialog', 'Leave the session?');
    expect(textOf(dialog)).toContain('Are you sure? Your session will be marked incomplete.');
    expect(dialog.contains(document.activeElement)).toBe(true);
    await expectAccessible(screen);
    await screen.press('button', 'Stay');
    expect(screen.has('dialog')).toBe(false);
    expect(left.count).toBe(0);
  });

  it('LIFE-7 leaves when it is confirmed', async () => {
    const screen = await open();
    const left = leaves(screen);
    await screen.press('button', 'Leave');
    await screen.press('button', 'Leave session');
    expect(left.count).toBe(1);
    expect(screen.has('dialog')).toBe(false);
  });

  it('LIFE-7 asks while the other one is away too', async () => {
    const screen = await open(aRunningSession({ clock: aClock({ phase: 'PAUSED' }) }));
    await screen.press('button', 'Leave');
    expect(screen.has('dialog', 'Leave the session?')).toBe(true);
  });

  for (const phase of ['JOINABLE', 'WAITING', 'NO_SHOW'] as const) {
    it(`LIFE-7 lets go at once who waits alone: ${phase}`, async () => {
      const screen = await open(aSession({ clock: aClock({ phase }) }));
      const left = leaves(screen);
      await screen.press('button', 'Leave');
      expect(left.count).toBe(1);
    });
  }

  it('LIFE-5 a mentor ends the session, once it is confirmed', async () => {
    const session = aRunningSession({ viewerRole: 'MENTOR' });
    scene.graphql.answer(EndSessionDocument, () => ({
      endSession: { __typename: 'Session' as const, ...session },
    }));
    const screen = await open(session);
    await screen.press('button', 'End session');
    expect(scene.graphql.calls(EndSessionDocument)).toEqual([]);
    await screen.press('button', 'End for both');
    expect(scene.graphql.calls(EndSessionDocument).length).toBe(1);
  });

  it('LIFE-5 says that the session could not be ended', async () => {
    const screen = await open(aRunningSession({ viewerRole: 'MENTOR' }));
    await screen.press('button', 'End session');
    await screen.press('button', 'End for both');
    expect(alerts(screen)).toContain('The session could not be ended. Try again.');
    await expectAccessible(screen);
  });

  it('LIFE-5 a learner cannot end it for both', async () => {
    expect((await open()).has('button', 'End session')).toBe(false);
  });

  it('ROOM-4 chat and topics are opened and closed by their controls', async () => {
    const screen = await open();
    expect(toggleOf(screen, 'Chat').ariaExpanded).toBe('true');
    await screen.press('button', 'Topics');
    expect(toggleOf(screen, 'Topics').ariaExpanded).toBe('true');
    expect(toggleOf(screen, 'Chat').ariaExpanded).toBe('false');
    expect(screen.has('tabpanel', 'Topics')).toBe(true);
    await screen.press('button', 'Topics');
    expect(screen.has('tabpanel')).toBe(false);
  });

  it('ROOM-15 the focus goes back to the control when a panel is closed', async () => {
    const screen = await open();
    await screen.key(screen.get('tab', 'Chat'), 'Escape');
    expect(screen.has('tab')).toBe(false);
    expect(document.activeElement).toBe(screen.get('button', 'Chat'));
  });

  it('ROOM-7 the control says what is unread while the chat is closed', async () => {
    const screen = await open();
    await screen.press('button', 'Chat');
    scene.graphql.stream(ChatMessagesDocument).push({
      chatMessages: {
        id: 'a',
        text: 'Hi',
        attachments: [],
        sentAt: isoAt(10),
        cursor: 'a',
        author: mia,
      },
    });
    await screen.settle();
    await screen.press('button', 'Chat, 1 unread');
    expect(screen.text).toContain('Hi');
    expect(screen.has('button', 'Chat')).toBe(true);
  });

  it('LIFE-1 says in the chat and aloud that the session has started', async () => {
    const screen = await open();
    expect(screen.all('listitem').map(textOf)).toContain('The session has started');
    expect(screen.all('status').map(textOf)).toContain('The session has started');
  });

  const warnings = [
    ['LIFE-4 "5 minutes left" is said', 55, '5 minutes left'],
    ['LIFE-4 "1 minute left" is said', 59, '1 minute left'],
  ] as const;
  for (const [name, minute, text] of warnings) {
    it(name, async () => {
      const screen = await open();
      expect(alerts(screen)).toBe('');
      scene.clock.set(minutesIn(minute));
      await screen.settle();
      expect(alerts(screen)).toBe(text);
    });
  }

  it('ROOM-15 "Turn on sound" where the browser blocks it', async () => {
    const screen = await open();
    scene.media.call.become({ isSoundAllowed: false });
    await screen.settle();
    await expectAccessible(screen);
    await screen.press('button', 'Turn on sound');
    expect(scene.media.call.view().isSoundAllowed).toBe(true);
    expect(screen.has('button', 'Turn on sound')).toBe(false);
  });

  it('FAIL-9 "We\'re reconnecting you. Hang tight!", then back', async () => {
    const screen = await open();
    scene.media.call.end('lost');
    await screen.settle();
    expect(alerts(screen)).toBe('');
    await pass(screen);
    expect(alerts(screen)).toContain("We're reconnecting you. Hang tight!");
    scene.page.returns.next();
    await pass(screen);
    expect(alerts(screen)).toBe('');
    expect(scene.media.calls.length).toBe(2);
  });

  it('FAIL-4 "Connection retrying on backup server…" while the next servers are tried', async () => {
    const screen = await open();
    scene.media.call.become({ link: 'reconnecting', way: 'backup' });
    await pass(screen);
    expect(alerts(screen)).toContain('Connection retrying on backup server…');
    scene.media.call.become({ link: 'connected' });
    await pass(screen);
    expect(alerts(screen)).toBe('');
  });

  it('FAIL-1 "Click to Retry Connection" after three attempts, and it does', async () => {
    const screen = await open();
    const no = browserError('ConnectionError');
    scene.media.connectProblems.push(no, no, no);
    scene.media.call.end('lost');
    for (let attempt = 0; attempt < 3; attempt++) {
      await screen.settle();
      scene.page.returns.next();
    }
    await pass(screen);
    await expectAccessible(screen);
    await screen.press('button', 'Click to Retry Connection');
    expect(screen.root.dataset['state']).toBe('connected');
    await pass(screen);
    expect(alerts(screen)).toBe('');
  });

  it('FAIL-8 "Network issue, please refresh" and "Reconnect" when all is cut', async () => {
    const screen = await open();
    scene.socket.fail(1);
    scene.media.call.end('lost');
    await pass(screen);
    expect(alerts(screen)).toContain('Reconnecting…');
    scene.socket.fail(4);
    await pass(screen);
    expect(alerts(screen)).toContain('Network issue, please refresh');
    await screen.press('button', 'Reconnect');
    expect(scene.media.calls.length).toBe(2);
  });

  it('FAIL-8 what is broken does not cover what else is to be said', async () => {
    const screen = await open();
    scene.media.call.become({ isSoundAllowed: false });
    scene.socket.fail(4);
    await pass(screen);
    const [first, second] = ['Reconnect', 'Turn on sound'].map((name) =>
      screen.get('button', name).getBoundingClientRect(),
    );
    expect(first?.bottom).toBeLessThanOrEqual(second?.top ?? 0);
  });

  it('FAIL-8 what is broken lies over the picture, and moves nothing', async () => {
    const screen = await open();
    const boxOf = (name: string) => screen.root.querySelector(name)?.getBoundingClientRect();
    const places = () => ['pl-room-header', 'pl-stage', 'pl-controls'].map((name) => boxOf(name));
    const before = places();
    scene.media.call.become({ isSoundAllowed: false });
    scene.socket.fail(4);
    await pass(screen);
    expect(places()).toEqual(before);
    const [alert, stage] = [boxOf('pl-connection-banner'), boxOf('pl-stage')];
    expect(alert?.height).toBeGreaterThan(0);
    expect(alert?.top).toBeGreaterThanOrEqual(stage?.top ?? Infinity);
    expect(alert?.bottom).toBeLessThanOrEqual(boxOf('pl-controls')?.top ?? 0);
  });

  it('FAIL-12 the call goes on without the API', async () => {
    const screen = await open();
    scene.socket.fail(4);
    await pass(screen);
    expect(alerts(screen)).toContain('Chat and status are offline. The call goes on.');
    let retries = 0;
    scene.socket.retries.subscribe(() => retries++);
    await screen.press('button', 'Reconnect');
    expect(retries).toBe(1);
    expect(scene.media.calls.length).toBe(1);
  });
});
