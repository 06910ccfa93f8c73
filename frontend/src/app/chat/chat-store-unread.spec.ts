import { TestBed } from '@angular/core/testing';
import { isoAt, leo, mia, minutesIn } from '../testing/builders';
import { Scene } from '../testing/scene';
import { type ChatMessagePartsFragment, ChatMessagesDocument } from './chat-operations';
import { ChatStore } from './chat-store';

type Author = ChatMessagePartsFragment['author'];

function aMessage(id: string, author: Author = mia, minute = 0): ChatMessagePartsFragment {
  return {
    ...{ id, text: `text of ${id}`, attachments: [], author },
    ...{ sentAt: isoAt(minute), cursor: `cursor-${id}` },
  };
}

describe('what is unread in the ChatStore', () => {
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

  function shown(): readonly string[] {
    return store.linesWith([]).map((line) => (line.kind === 'message' ? line.text : '-- new --'));
  }

  it('ROOM-7 marks where begins what is new, until the chat is closed', () => {
    arrive(aMessage('a'));
    store.setOpen(true);
    store.setOpen(false);
    arrive(aMessage('b', leo));
    arrive(aMessage('c'));
    store.setOpen(true);
    expect(shown()).toEqual(['text of a', 'text of b', '-- new --', 'text of c']);
    arrive(aMessage('d'));
    expect(shown().filter((line) => line === '-- new --').length).toBe(1);
    store.setOpen(false);
    expect(shown()).not.toContain('-- new --');
  });

  it('ROOM-7 marks what came while nobody looked at the page', () => {
    arrive(aMessage('a'));
    store.setOpen(true);
    scene.page.isVisible = false;
    arrive(aMessage('b'));
    expect(shown()).toEqual(['text of a', 'text of b']);
    scene.page.isVisible = true;
    scene.page.returns.next();
    expect(shown()).toEqual(['text of a', '-- new --', 'text of b']);
  });

  it('ROOM-7 marks what came while the page was not there', () => {
    scene.clock.set(minutesIn(10));
    scene.storage.write('own.chat-seen.session-3', 'a');
    const reloaded = TestBed.runInInjectionContext(() => new ChatStore());
    reloaded.open('session-3', leo.id);
    reloaded.setOpen(true);
    arrive(aMessage('a'));
    arrive(aMessage('b', mia, 5));
    arrive(aMessage('c', mia, 11));
    expect(reloaded.linesWith([]).map(({ id }) => id)).toEqual(['a', 'new', 'b', 'c']);
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
    expect(scene.storage.read('own.chat-seen.session-1')).toBe('a');
    const reloaded = TestBed.runInInjectionContext(() => new ChatStore());
    reloaded.open('session-1', leo.id);
    arrive(aMessage('b'));
    expect(reloaded.unread()).toBe(1);
  });
});
