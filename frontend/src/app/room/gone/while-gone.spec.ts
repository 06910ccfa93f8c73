import { TestBed } from '@angular/core/testing';
import { ChatMessagesDocument } from '../../chat/chat-operations';
import { ChatStore } from '../../chat/chat-store';
import { DeviceStore } from '../../media/device-store';
import { OwnStaysDocument } from '../../session/session-operations';
import { expectAccessible } from '../../testing/accessibility';
import { aRunningSession, aTopic, isoAt, leo, mia, minutesIn } from '../../testing/builders';
import { Scene } from '../../testing/scene';
import { type Screen, show, textOf } from '../../testing/screen';
import { TranscriptDocument } from '../../transcript/transcript-operations';
import { pageOf, spokenAt } from '../../testing/spoken';
import { Room } from '../room';

describe('While you were gone, in the room', () => {
  let scene: Scene;

  beforeEach(async () => {
    scene = new Scene();
    scene.clock.set(minutesIn(10));
    scene.graphql.answer(TranscriptDocument, () => pageOf([]));
    await scene.signIn();
    await TestBed.inject(DeviceStore).start();
    TestBed.inject(ChatStore).open('session-1', leo.id);
  });

  type Stays = readonly { readonly joinedAt: string; readonly leftAt: string | null }[];

  async function open(stays: Stays, session = aRunningSession()): Promise<Screen<Room>> {
    const learner = { stays };
    scene.graphql.answer(OwnStaysDocument, () => ({
      session: { viewerRole: 'LEARNER' as const, mentor: { stays: [] }, learner },
    }));
    await scene.open(session);
    await scene.enter();
    return show(Room);
  }

  function writes(id: string, minute: number, author: typeof mia = mia): void {
    scene.graphql.stream(ChatMessagesDocument).push({
      chatMessages: {
        id,
        text: `line ${id}`,
        sentAt: isoAt(minute),
        cursor: `cursor-${id}`,
        attachments: [],
        author,
      },
    });
  }

  /** The time passes in which what comes after a return comes. */
  async function settle(screen: Screen<Room>): Promise<void> {
    scene.clock.set(scene.clock.now() + 2000);
    await screen.settle();
  }

  const away: Stays = [
    { joinedAt: isoAt(0), leftAt: isoAt(5) },
    { joinedAt: isoAt(10), leftAt: null },
  ];
  const card = (screen: Screen<Room>) => screen.root.querySelector('pl-gone-card section');
  const told = (screen: Screen<Room>) =>
    [...screen.root.querySelectorAll<HTMLElement>('pl-gone-card li')].map(textOf);

  it('FAIL-6 FAIL-7 who comes back is told what they missed, once, and gets there', async () => {
    const said = [spokenAt(6 * 60, 'mia'), spokenAt(7 * 60, 'mia'), spokenAt(60, 'mia')];
    scene.graphql.answer(TranscriptDocument, () => pageOf(said));
    const topics = [
      aTopic('sets', { title: 'Sets', state: 'DONE', startedAt: isoAt(1), doneAt: isoAt(6) }),
      aTopic('maps', { title: 'Maps', state: 'CURRENT', startedAt: isoAt(6) }),
    ];
    const screen = await open(away, aRunningSession({ topics }));
    writes('before', 4);
    writes('missed', 6);
    writes('own', 6, leo);
    await screen.settle();
    expect(card(screen)).toBeNull();
    await settle(screen);
    expect(told(screen)).toEqual([
      '“Sets” is done, now “Maps”',
      '1 message',
      '2 lines of the transcript',
    ]);
    await expectAccessible(screen);
    await screen.press('button', '“Sets” is done, now “Maps”');
    expect(screen.get('tab', 'Topics').getAttribute('aria-selected')).toBe('true');
    expect(card(screen)).toBeNull();
  });

  it('FAIL-6 who missed nothing, or was never away, is told nothing', async () => {
    const screen = await open([{ joinedAt: isoAt(0), leftAt: null }]);
    writes('here', 6);
    await settle(screen);
    expect(card(screen)).toBeNull();
  });

  it('FAIL-8 a connection that was lost for long: what was heard before is not missed', async () => {
    const screen = await open([{ joinedAt: isoAt(0), leftAt: null }]);
    writes('heard', 9.9);
    scene.socket.fail(1);
    await screen.settle();
    scene.clock.set(minutesIn(11));
    scene.socket.reconnect();
    writes('missed', 10.5);
    writes('after', 11.1);
    await settle(screen);
    expect(told(screen)).toEqual(['1 message']);
    await screen.press('button', 'Got it');
    expect(card(screen)).toBeNull();
  });

  it('FAIL-8 a moment without a connection is not worth a word', async () => {
    const screen = await open([{ joinedAt: isoAt(0), leftAt: null }]);
    scene.socket.fail(1);
    await screen.settle();
    scene.clock.set(minutesIn(10) + 4000);
    scene.socket.reconnect();
    writes('quick', 10.05);
    await settle(screen);
    expect(card(screen)).toBeNull();
  });
});
