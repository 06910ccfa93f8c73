import { TestBed } from '@angular/core/testing';
import { ChatStore } from '../../chat/chat-store';
import { DeviceStore } from '../../media/device-store';
import { expectAccessible } from '../../testing/accessibility';
import { aRunningSession, leo, minutesIn } from '../../testing/builders';
import { aPeer } from '../../testing/fake-media';
import { Scene } from '../../testing/scene';
import { type Screen, show, textOf } from '../../testing/screen';
import { Room } from '../room';

describe('RoomKeys', () => {
  let scene: Scene;

  beforeEach(async () => {
    scene = new Scene();
    scene.clock.set(minutesIn(10));
    await scene.signIn();
    await TestBed.inject(DeviceStore).start();
    TestBed.inject(ChatStore).open('session-1', leo.id);
  });

  async function open(): Promise<Screen<Room>> {
    await scene.open(aRunningSession());
    await scene.enter();
    scene.media.call.become({ peer: aPeer() });
    return show(Room);
  }

  function isMuted(): boolean {
    return !scene.media.device('microphone').isOn;
  }

  it('ROOM-3 keys do what the controls do', async () => {
    const screen = await open();
    await screen.key(document.body, 'm');
    expect(isMuted()).toBe(true);
    await screen.key(document.body, 't');
    expect(screen.has('tabpanel', 'Topics')).toBe(true);
    await screen.key(document.body, 'c');
    expect(screen.has('tabpanel', 'Chat')).toBe(true);
  });

  it('ROOM-3 keys do nothing while somebody writes', async () => {
    const screen = await open();
    await screen.key(screen.field('Message'), 'm');
    await screen.key(screen.field('Message'), ' ');
    expect(isMuted()).toBe(false);
  });

  it('ROOM-3 held while muted the space bar opens the microphone, not on a button', async () => {
    const screen = await open();
    await screen.press('button', 'Mute');
    await screen.key(screen.get('button', 'Unmute'), ' ');
    expect(isMuted()).toBe(true);
    await screen.key(document.body, ' ');
    expect(isMuted()).toBe(false);
    document.body.dispatchEvent(new KeyboardEvent('keyup', { key: ' ', bubbles: true }));
    await screen.settle();
    expect(isMuted()).toBe(true);
  });

  it('ROOM-3 who goes to another window while they hold the space bar is muted', async () => {
    const screen = await open();
    await screen.press('button', 'Mute');
    await screen.key(document.body, ' ');
    window.dispatchEvent(new Event('blur'));
    await screen.settle();
    expect(isMuted()).toBe(true);
  });

  it('ROOM-3 "?" shows the keys, and in their list none of them does anything', async () => {
    const screen = await open();
    await screen.key(document.body, '?', { shiftKey: true });
    const dialog = screen.get('dialog', 'Keyboard shortcuts');
    expect(textOf(dialog)).toContain('Mute or unmute M Hold to talk while muted Space');
    await expectAccessible(screen);
    await screen.key(screen.get('button', 'Close'), 'm');
    expect(isMuted()).toBe(false);
  });
});
