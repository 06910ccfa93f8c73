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
  return {
    ...{ id, text: `text of ${id}`, attachments: [], author },
    ...{ sentAt: isoAt(minute), cursor: `cursor-${id}` },
  };
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
      if (line.kind === 'new') return '-- new --';
      if (line.kind === 'system') return line.text;
      return line.isOwn ? `${line.text} (${line.delivery})` : line.text;
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
    store.send({ text: 'hello' });
    expect(shown()).toEqual(['hello (sending)']);
    await api.letGo();
    expect(shown()).toEqual(['hello (sent)']);
  });

  it('ROOM-7 an own line that comes back on the stream is there once', async () => {
    const api = takeLines();
    store.send({ text: 'hello' });
    const [id = ''] = sentIds();
    arrive({ ...aMessage(id, leo), text: 'hello' });
    await api.letGo();
    expect(shown()).toEqual(['hello (sent)']);
  });

  it('ROOM-7 a line that failed is sent again under the same id', async () => {
    scene.graphql.refuse(SendMessageDocument, 'refused');
    store.send({ text: 'hello' });
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
    store.send({ text: 'too long' });
    await api.letGo({ sendMessage: { __typename: 'InvalidMessage', message: 'Too long.' } });
    expect(store.problem()).toBe('Too long.');
    expect(shown()).toEqual(['too long (failed)']);
    store.send({ text: 'short' });
    expect(store.problem()).toBeNull();
  });

  it('FAIL-8 lines that cannot be sent wait, and go out in their order when the connection is back', async () => {
    scene.graphql.refuse(SendMessageDocument, 'unreachable');
    store.send({ text: 'one' });
    store.send({ text: 'two' });
    await settled();
    expect(shown()).toEqual(['one (waiting)', 'two (waiting)']);
    const [oneId = ''] = sentIds();
    const api = takeLines();
    scene.socket.reconnect();
    expect(shown()).toEqual(['one (sending)', 'two (waiting)']);
    await api.letGo();
    await api.letGo();
    expect(shown()).toEqual(['one (sent)', 'two (sent)']);
    const texts = scene.graphql.calls(SendMessageDocument).map(({ input }) => input.text);
    expect(texts).toEqual(['one', 'one', 'two']);
    expect(sentIds().slice(0, 2)).toEqual([oneId, oneId]);
    scene.socket.reconnect();
    await settled();
    expect(sentIds().length).toBe(3);
  });

  it('FAIL-8 tries again by itself where nobody says that the connection is back', async () => {
    jasmine.clock().install();
    try {
      scene.graphql.refuse(SendMessageDocument, 'unreachable');
      store.send({ text: 'one' });
      await Promise.resolve();
      await settled();
      takeLines();
      jasmine.clock().tick(5001);
      expect(sentIds().length).toBe(2);
    } finally {
      jasmine.clock().uninstall();
    }
  });

  it('FAIL-8 what was not sent is there again after a crash of the tab, and is sent in order', async () => {
    scene.graphql.refuse(SendMessageDocument, 'unreachable');
    store.send({ text: 'one' });
    store.send({ text: 'two' });
    await settled();
    const [id] = sentIds();
    const api = takeLines();
    const reloaded = TestBed.runInInjectionContext(() => new ChatStore());
    reloaded.open('session-1', leo.id);
    const texts = () =>
      reloaded.linesWith([]).map((line) => line.kind === 'message' && [line.text, line.delivery]);
    expect(texts()).toEqual([
      ['one', 'sending'],
      ['two', 'sending'],
    ]);
    await api.letGo();
    await api.letGo();
    expect(texts()).toEqual([
      ['one', 'sent'],
      ['two', 'sent'],
    ]);
    expect(sentIds()[1]).toBe(id);
    expect(scene.storage.read('own.chat-unsent.session-1.leo')).toBeNull();
  });

  it('FAIL-8 what another person of this browser has not sent stays theirs', () => {
    const line = { id: 'm', text: 'of Mia', files: [], writtenAt: 1 };
    scene.storage.write('own.chat-unsent.session-2.mia', [line]);
    const other = TestBed.runInInjectionContext(() => new ChatStore());
    other.open('session-2', leo.id);
    expect(other.linesWith([])).toEqual([]);
  });

  it('ROOM-7 a line that the server refuses holds up no other', async () => {
    const api = takeLines();
    store.send({ text: 'refused' });
    store.send({ text: 'fine' });
    await api.letGo({ sendMessage: { __typename: 'InvalidMessage', message: 'No.' } });
    await api.letGo();
    expect(shown()).toEqual(['refused (failed)', 'fine (sent)']);
  });

  it('ROOM-7 a line that failed can be given up', async () => {
    scene.graphql.refuse(SendMessageDocument, 'refused');
    store.send({ text: 'hello' });
    await settled();
    const [id = ''] = sentIds();
    store.discard(id);
    expect(shown()).toEqual([]);
    expect(scene.storage.read('own.chat-unsent.session-1.leo')).toBeNull();
    scene.socket.reconnect();
    await settled();
    expect(sentIds()).toEqual([id]);
  });

  it('ROOM-7 files go with their line', () => {
    takeLines();
    const file = {
      ...{ id: 'file-1', name: 'a.pdf', bytes: 5, mediaType: 'application/pdf' },
      ...{ url: '/files/file-1', isPicture: false, width: null, height: null },
    };
    store.send({ text: '', files: [file] });
    const [call] = scene.graphql.calls(SendMessageDocument);
    expect(call?.input.fileIds).toEqual(['file-1']);
    const [line] = store.linesWith([]);
    expect(line?.kind === 'message' && line.files).toEqual([file]);
  });

  it('FAIL-8 does not send again what came through although its answer was lost', async () => {
    scene.graphql.refuse(SendMessageDocument, 'unreachable');
    store.send({ text: 'hello' });
    await settled();
    const [id = ''] = sentIds();
    arrive({ ...aMessage(id, leo), text: 'hello' });
    scene.socket.reconnect();
    await settled();
    expect(sentIds()).toEqual([id]);
    expect(shown()).toEqual(['hello (sent)']);
    expect(scene.storage.read('own.chat-unsent.session-1.leo')).toBeNull();
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
    store.send({ text: 'hello' });
    const [line] = store.linesWith([]);
    expect(line?.kind === 'message' && line.at).toBe(minutesIn(7));
  });

  it('ROOM-7 follows no more when the page is gone', () => {
    TestBed.resetTestingModule();
    expect(scene.graphql.stream(ChatMessagesDocument).isWatched).toBe(false);
  });
});
