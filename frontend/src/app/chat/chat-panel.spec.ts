import { TestBed } from '@angular/core/testing';
import { expectAccessible } from '../testing/accessibility';
import { isoAt, leo, mia, minutesIn } from '../testing/builders';
import { Scene } from '../testing/scene';
import { show, textOf } from '../testing/screen';
import { ChatMessagesDocument, SendMessageDocument } from './chat-operations';
import { ChatPanel } from './chat-panel';
import { ChatStore } from './chat-store';

describe('ChatPanel', () => {
  let scene: Scene;
  let store: ChatStore;

  beforeEach(() => {
    scene = new Scene();
    store = TestBed.inject(ChatStore);
    store.open('session-1', leo.id);
  });

  function arrive(id: string): void {
    scene.graphql.stream(ChatMessagesDocument).push({
      chatMessages: { id, text: `text of ${id}`, sentAt: isoAt(2), cursor: id, author: mia },
    });
  }

  it('ROOM-7 shows a line at once, marks it sent, and once only when it comes back', async () => {
    const answer = Promise.withResolvers<never>();
    scene.graphql.answer(SendMessageDocument, () => answer.promise);
    const screen = await show(ChatPanel);
    await screen.type('Message', 'Hello Mia');
    await screen.press('button', 'Send');
    expect(textOf(screen.get('listitem'))).toContain('Hello Mia Sending…');
    const [call] = scene.graphql.calls(SendMessageDocument);
    scene.graphql.stream(ChatMessagesDocument).push({
      chatMessages: {
        id: call?.input.messageId ?? '',
        text: 'Hello Mia',
        sentAt: isoAt(1),
        cursor: 'c',
        author: leo,
      },
    });
    await screen.settle();
    expect(textOf(screen.get('listitem'))).not.toContain('Sending…');
  });

  it('ROOM-7 a failed line offers retry', async () => {
    scene.graphql.refuse(SendMessageDocument, 'failed');
    const screen = await show(ChatPanel);
    await screen.type('Message', 'Hello Mia');
    await screen.press('button', 'Send');
    expect(textOf(screen.get('listitem'))).toContain('Not sent');
    await screen.press('button', 'Retry');
    expect(scene.graphql.calls(SendMessageDocument).length).toBe(2);
  });

  it('LIFE-1 has the system’s lines between the messages', async () => {
    arrive('a');
    const systemLines = [{ id: 's', text: 'The session has started', at: minutesIn(1) }];
    const screen = await show(ChatPanel, { systemLines });
    const [first, second] = screen.all('listitem').map(textOf);
    expect(first).toBe('The session has started');
    expect(second).toContain('text of a');
    await expectAccessible(screen);
  });

  it('ROOM-7 what is on screen is read; what comes after it is closed is not', async () => {
    arrive('a');
    expect(store.unread()).toBe(1);
    const screen = await show(ChatPanel);
    expect(store.unread()).toBe(0);
    screen.fixture.destroy();
    arrive('b');
    expect(store.unread()).toBe(1);
  });

  it('ROOM-7 can be read but not written to when it is closed', async () => {
    const screen = await show(ChatPanel, { isClosed: true });
    expect(screen.has('button', 'Send')).toBe(false);
  });

  it('FAIL-10 says that it cannot be loaded', async () => {
    const screen = await show(ChatPanel);
    scene.graphql.stream(ChatMessagesDocument).fail('forbidden');
    await screen.settle();
    expect(textOf(screen.get('alert'))).toBe('The chat cannot be loaded.');
    await expectAccessible(screen);
  });

  it('ROOM-7 says why the server would not take a line', async () => {
    scene.graphql.answer(SendMessageDocument, () => ({
      sendMessage: { __typename: 'ChatClosed' as const, message: 'The chat is closed.' },
    }));
    const screen = await show(ChatPanel);
    await screen.type('Message', 'Hello Mia');
    await screen.press('button', 'Send');
    expect(textOf(screen.get('alert'))).toBe('The chat is closed.');
  });
});
