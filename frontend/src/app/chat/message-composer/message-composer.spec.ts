import { TestBed } from '@angular/core/testing';
import { expectAccessible } from '../../testing/accessibility';
import { Scene } from '../../testing/scene';
import { type Screen, show } from '../../testing/screen';
import { AttachmentTray } from '../attachments/attachment-tray';
import { UploadGateway } from '../upload-gateway';
import { MessageComposer } from './message-composer';

describe('MessageComposer', () => {
  let screen: Screen<MessageComposer>;
  let sent: string[];
  const inputs = { sessionId: 'session-1', selfId: 'leo' };

  beforeEach(async () => {
    // An upload that never ends.
    const gateway = { send: () => new Promise<never>(() => undefined) };
    new Scene(AttachmentTray, { provide: UploadGateway, useValue: gateway });
    screen = await show(MessageComposer, inputs);
    sent = [];
    screen.component.send.subscribe(({ text }) => sent.push(text));
  });

  it('ROOM-7 sends what is written, and is empty again', async () => {
    await screen.type('Message', '  Hello!  ');
    await screen.press('button', 'Send');
    expect(sent).toEqual(['Hello!']);
    expect(screen.field('Message').value).toBe('');
    expect(document.activeElement).toBe(screen.field('Message'));
  });

  it('ROOM-15 sends by Enter', async () => {
    await screen.type('Message', 'Hello!');
    await screen.key(screen.field('Message'), 'Enter');
    expect(sent).toEqual(['Hello!']);
  });

  it('ROOM-15 begins a new line by Shift and Enter', async () => {
    await screen.type('Message', 'Hello!');
    await screen.key(screen.field('Message'), 'Enter', { shiftKey: true });
    expect(sent).toEqual([]);
  });

  it('ROOM-15 leaves Enter to the choice of a word', async () => {
    await screen.type('Message', 'にほ');
    await screen.key(screen.field('Message'), 'Enter', { isComposing: true });
    expect(sent).toEqual([]);
  });

  it('ROOM-7 sends nothing for nothing', async () => {
    await screen.type('Message', '   ');
    await screen.key(screen.field('Message'), 'Enter');
    expect(sent).toEqual([]);
    expect(screen.get('button', 'Send').hasAttribute('disabled')).toBe(true);
  });

  it('ROOM-7 grows with what is written', async () => {
    await screen.type('Message', 'one');
    const before = screen.field('Message').clientHeight;
    await screen.type('Message', 'one\ntwo\nthree');
    expect(screen.field('Message').clientHeight).toBeGreaterThan(before);
  });

  it('ROOM-7 says near the end how much room is left, and does not cut what is too long', async () => {
    await screen.type('Message', 'a'.repeat(3000));
    expect(screen.text).not.toContain('left');
    await screen.type('Message', 'a'.repeat(3950));
    expect(screen.text).toContain('50 left');
    await screen.type('Message', 'a'.repeat(4005));
    expect(screen.text).toContain('5 too many');
    expect(screen.field('Message').value.length).toBe(4005);
    expect(screen.get('button', 'Send').hasAttribute('disabled')).toBe(true);
    await expectAccessible(screen);
  });

  it('FAIL-8 what was begun is there again, until it is sent', async () => {
    await screen.type('Message', 'half a thought');
    screen.fixture.destroy();
    screen = await show(MessageComposer, inputs);
    expect(screen.field('Message').value).toBe('half a thought');
    await screen.press('button', 'Send');
    screen.fixture.destroy();
    screen = await show(MessageComposer, inputs);
    expect(screen.field('Message').value).toBe('');
    screen.fixture.destroy();
    screen = await show(MessageComposer, { ...inputs, selfId: 'mia' });
    expect(screen.field('Message').value).toBe('');
  });

  function paste(...parts: readonly (File | string)[]): ClipboardEvent {
    const clipboardData = new DataTransfer();
    for (const part of parts) {
      if (typeof part === 'string') clipboardData.items.add(part, 'text/plain');
      else clipboardData.items.add(part);
    }
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    screen.field('Message').dispatchEvent(event);
    return event;
  }

  it('ROOM-7 takes a picture that is pasted, and waits for all of it', async () => {
    const event = paste(new File(['x'], 'image.png', { type: 'image/png' }));
    await screen.settle();
    expect(event.defaultPrevented).toBe(true);
    expect(screen.get('progressbar', 'Uploading image.png')).toBeDefined();
    await screen.type('Message', 'Look');
    expect(screen.get('button', 'Send').hasAttribute('disabled')).toBe(true);
    await expectAccessible(screen);
    await screen.press('button', 'Cancel image.png');
    expect(screen.get('button', 'Send').hasAttribute('disabled')).toBe(false);
  });

  it('ROOM-7 pastes text as text', () => {
    expect(paste('words', new File(['x'], 'image.png')).defaultPrevented).toBe(false);
    expect(TestBed.inject(AttachmentTray).hasAny()).toBe(false);
  });

  it('ROOM-15 is open to everybody', async () => {
    await expectAccessible(screen);
    await screen.type('Message', 'Hello!');
    await expectAccessible(screen);
  });
});
