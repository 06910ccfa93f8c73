import { TestBed } from '@angular/core/testing';
import { expectAccessible } from '../testing/accessibility';
import { isoAt, leo, mia, minutesIn } from '../testing/builders';
import { Scene } from '../testing/scene';
import { show, textOf } from '../testing/screen';
import { ChatMessagesDocument, SendMessageDocument } from './chat-operations';
import { ChatPanel } from './chat-panel';
import { ChatStore } from './chat-store';
import { TypingStore } from './typing-store';
import { type Upload, UploadGateway } from './upload-gateway';

describe('ChatPanel', () => {
  let scene: Scene;
  let store: ChatStore;

  let uploads: Upload[];

  beforeEach(() => {
    uploads = [];
    const gateway: Pick<UploadGateway, 'send'> = {
      send: (upload) => {
        uploads.push(upload);
        const { name, size: bytes } = upload.file;
        const kind = { mediaType: 'image/png', isPicture: true, width: 4, height: 3 };
        return Promise.resolve({ id: 'file-1', url: '/files/file-1', name, bytes, ...kind });
      },
    };
    scene = new Scene(TypingStore, { provide: UploadGateway, useValue: gateway });
    store = TestBed.inject(ChatStore);
    store.open('session-1', leo.id);
  });

  function arrive(id: string): void {
    scene.graphql.stream(ChatMessagesDocument).push({
      chatMessages: {
        ...{ id, text: `text of ${id}`, attachments: [], author: mia },
        ...{ sentAt: isoAt(2), cursor: id },
      },
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
        attachments: [],
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

  function dropped(...files: readonly File[]): DragEvent {
    const dataTransfer = new DataTransfer();
    for (const file of files) dataTransfer.items.add(file);
    return new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
  }

  it('ROOM-7 a picture that is dropped goes with the next message', async () => {
    const screen = await show(ChatPanel);
    screen.root.dispatchEvent(dropped(new File(['abc'], 'cat.png', { type: 'image/png' })));
    await screen.settle();
    expect(uploads.map(({ sessionId, file }) => [sessionId, file.name])).toEqual([
      ['session-1', 'cat.png'],
    ]);
    expect(textOf(screen.get('list', 'Attached files'))).toBe('cat.png 3 bytes');
    await expectAccessible(screen);
    await screen.press('button', 'Send');
    const [call] = scene.graphql.calls(SendMessageDocument);
    expect(call?.input).toEqual(jasmine.objectContaining({ text: '', fileIds: ['file-1'] }));
    expect(screen.has('list', 'Attached files')).toBe(false);
    expect(screen.has('button', 'Enlarge cat.png')).toBe(true);
  });

  it('ROOM-7 says that the other is typing, in a place that is always there', async () => {
    const typing = TestBed.inject(TypingStore);
    const screen = await show(ChatPanel, { otherName: 'Mia Mentor' });
    const heightOf = () => screen.get('log', 'Messages').clientHeight;
    const before = heightOf();
    typing.heard('typing', 'Mia');
    await screen.settle();
    expect(screen.text).toContain('Mia is typing…');
    expect(heightOf()).toBe(before);
    typing.heard('stopped', 'Mia');
    await screen.settle();
    expect(screen.text).not.toContain('Mia is typing…');
  });

  it('ROOM-7 tells the other that one types, and when one stops', async () => {
    const told: string[] = [];
    TestBed.inject(TypingStore).told.subscribe((word) => told.push(word));
    const screen = await show(ChatPanel);
    await screen.type('Message', 'H');
    await screen.type('Message', 'He');
    await screen.press('button', 'Send');
    expect(told).toEqual(['typing', 'stopped']);
    await screen.type('Message', 'x');
    screen.fixture.destroy();
    expect(told).toEqual(['typing', 'stopped', 'typing', 'stopped']);
  });

  it('LIFE-8 says that the chat will not be kept', async () => {
    const screen = await show(ChatPanel, { isKept: false });
    expect(screen.text).toContain('deleted when the session has ended');
  });
});
