import { TestBed } from '@angular/core/testing';
import { isoAt, leo, mia, minutesIn } from '../testing/builders';
import { Scene } from '../testing/scene';
import { settled } from '../testing/screen';
import {
  type ChatMessagePartsFragment,
  ChatMessagesDocument,
  SendMessageDocument,
  type SendMessageMutation,
} from './chat-operations';
import { ChatStore } from './chat-store';

type Author = ChatMessagePartsFragment['author'];

function aMessage(id: string, author: Author = mia, minute = 0): ChatMessagePartsFragment {
  return { id, text: `text of ${id}`, sentAt: isoAt(minute), cursor: `cursor-${id}`, author };
}

describe('ChatStore', () => {
  let scene: Scene;
  let store: ChatStore;

  beforeEach(() => {
    scene = new Scene();
    store = TestBed.inject(ChatStore);
    store.open('session-1', leo.id);
  });

  function arrive(message: ChatMessagePartsFragment): void {
    scene.graphql.stream(ChatMessagesDocument).push({ chatMessages: message });
  }

  /** What is on screen: own lines with how they stand. */
  function shown(): readonly string[] {
    return store.linesWith([]).map((line) => {
      if (line.kind === 'system') return line.text;
      const text = line.parts.map((part) => part.text).join('');
      return line.isOwn ? `${text} (${line.delivery})` : text;
    });
  }

  /** The API takes each line, and keeps the answer back until it is let go. */
  function takeLines(): { readonly letGo: (answer?: SendMessageMutation) => Promise<void> } {
    let next = Promise.withResolvers<SendMessageMutation>();
    scene.graphql.answer(SendMessageDocument, () => next.promise);
    const sent = { sendMessage: { __typename: 'ChatMessage' as const, ...aMessage('x', leo) } };
    return {
      letGo: async (answer = sent) => {
        next.resolve(answer);
        next = Promise.withResolvers();
        await settled();
      },
    };
  }

  function sentIds(): readonly string[] {
    return scene.graphql.calls(SendMessageDocument).map(({ input }) => input.messageId);
  }

  it('ROOM-7 shows what arrives, in order', () => {
    arrive(aMessage('a'));
    arrive(aMessage('b', leo));
    expect(shown()).toEqual(['text of a', 'text of b (sent)']);
  });

  it('ROOM-7 shows an own line at once, and marks it sent', async () => {
    const api = takeLines();
    store.send('hello');
    expect(shown()).toEqual(['hello (sending)']);
    await api.letGo();
    expect(shown()).toEqual(['hello (sent)']);
  });

  it('ROOM-7 an own line that comes back on the stream is there once', async () => {
    const api = takeLines();
    store.send('hello');
    const [id = ''] = sentIds();
    arrive({ ...aMessage(id, leo), text: 'hello' });
    await api.letGo();
    expect(shown()).toEqual(['hello (sent)']);
  });

  it('ROOM-7 a line that failed is sent again under the same id', async () => {
    scene.graphql.refuse(SendMessageDocument, 'refused');
    store.send('hello');
    await settled();
    expect(shown()).toEqual(['hello (failed)']);
    const api = takeLines();
    const [id = ''] = sentIds();
    store.retry(id);
    expect(shown()).toEqual(['hello (sending)']);
    await api.letGo();
    expect(shown()).toEqual(['hello (sent)']);
    expect(sentIds()).toEqual([id, id]);
  });

  it('ROOM-7 says why the server would not take a line, until the next one', async () => {
    const api = takeLines();
    store.send('too long');
    await api.letGo({ sendMessage: { __typename: 'InvalidMessage', message: 'Too long.' } });
    expect(store.problem()).toBe('Too long.');
    expect(shown()).toEqual(['too long (failed)']);
    store.send('short');
    expect(store.problem()).toBeNull();
  });

  it('FAIL-8 what could not be sent goes out by itself when the connection is back', async () => {
    scene.graphql.refuse(SendMessageDocument, 'unreachable');
    store.send('one');
    store.send('two');
    await settled();
    expect(shown()).toEqual(['one (failed)', 'two (failed)']);
    const api = takeLines();
    scene.socket.reconnect();
    await api.letGo();
    expect(shown()).toEqual(['one (sent)', 'two (sent)']);
    scene.socket.reconnect();
    await settled();
    expect(sentIds().length).toBe(4);
  });

  it('FAIL-8 does not send again what came through although its answer was lost', async () => {
    scene.graphql.refuse(SendMessageDocument, 'unreachable');
    store.send('hello');
    await settled();
    const [id = ''] = sentIds();
    arrive({ ...aMessage(id, leo), text: 'hello' });
    scene.socket.reconnect();
    await settled();
    expect(sentIds()).toEqual([id]);
    expect(shown()).toEqual(['hello (sent)']);
  });

  it('FAIL-8 resumes after the last message, and shows none twice', () => {
    const stream = scene.graphql.stream(ChatMessagesDocument);
    arrive(aMessage('a'));
    arrive(aMessage('b'));
    stream.reconnect();
    arrive(aMessage('b'));
    arrive(aMessage('c'));
    expect(stream.asked.map(({ after }) => after)).toEqual([null, 'cursor-b']);
    expect(shown()).toEqual(['text of a', 'text of b', 'text of c']);
  });

  it('ROOM-7 counts what is unread, but not one’s own', () => {
    arrive(aMessage('a'));
    arrive(aMessage('b', leo));
    arrive(aMessage('c'));
    expect(store.unread()).toBe(2);
  });

  it('ROOM-7 what is looked at is read', () => {
    arrive(aMessage('a'));
    store.setOpen(true);
    expect(store.unread()).toBe(0);
    arrive(aMessage('b'));
    store.setOpen(false);
    expect(store.unread()).toBe(0);
    arrive(aMessage('c'));
    expect(store.unread()).toBe(1);
  });

  it('ROOM-7 remembers across a reload what was read', () => {
    arrive(aMessage('a'));
    store.setOpen(true);
    expect(scene.storage.read('chat-seen.session-1')).toBe('a');
    const reloaded = TestBed.runInInjectionContext(() => new ChatStore());
    reloaded.open('session-1', leo.id);
    arrive(aMessage('b'));
    expect(reloaded.unread()).toBe(1);
  });

  it('ROOM-7 opens once, however often the room is entered', () => {
    store.open('session-1', leo.id);
    expect(scene.graphql.stream(ChatMessagesDocument).asked.length).toBe(1);
  });

  it('FAIL-10 says that the chat cannot be loaded', () => {
    scene.graphql.stream(ChatMessagesDocument).fail('forbidden');
    expect(store.fault()).toBe('forbidden');
  });

  it('ROOM-7 gives an own line the server’s time', () => {
    scene.clock.set(minutesIn(7));
    store.send('hello');
    expect(store.linesWith([])[0]?.at).toBe(minutesIn(7));
  });

  it('ROOM-7 follows no more when the page is gone', () => {
    TestBed.resetTestingModule();
    expect(scene.graphql.stream(ChatMessagesDocument).isWatched).toBe(false);
  });
});
