import { TestBed } from '@angular/core/testing';
import { DeviceStore } from '../../media/device-store';
import { expectAccessible } from '../../testing/accessibility';
import { Scene } from '../../testing/scene';
import { type Screen, show } from '../../testing/screen';
import { Controls } from './controls';

describe('Controls', () => {
  let scene: Scene;

  beforeEach(async () => {
    scene = new Scene();
    await TestBed.inject(DeviceStore).start();
  });

  function pressed(screen: Screen<Controls>): readonly string[] {
    const list: string[] = [];
    for (const name of ['chat', 'topics', 'leave', 'end'] as const) {
      screen.component[name].subscribe(() => list.push(name));
    }
    return list;
  }

  it('ROOM-3 mutes and unmutes', async () => {
    const screen = await show(Controls);
    await screen.press('button', 'Mute');
    expect(scene.media.device('microphone').isOn).toBe(false);
    await screen.press('button', 'Unmute');
    expect(scene.media.device('microphone').isOn).toBe(true);
  });

  it('ROOM-3 turns the camera off and on', async () => {
    const screen = await show(Controls);
    await screen.press('button', 'Turn camera off');
    expect(scene.media.device('camera').isOn).toBe(false);
    await expectAccessible(screen);
    await screen.press('button', 'Turn camera on');
    expect(scene.media.device('camera').isOn).toBe(true);
  });

  it('ROOM-3 opens topics and chat, and leaves', async () => {
    const screen = await show(Controls);
    const list = pressed(screen);
    await screen.press('button', 'Topics');
    await screen.press('button', 'Chat');
    await screen.press('button', 'Leave');
    expect(list).toEqual(['topics', 'chat', 'leave']);
  });

  it('LIFE-5 lets a mentor end the session, and nobody else', async () => {
    const screen = await show(Controls, { isMentor: true });
    const list = pressed(screen);
    await screen.press('button', 'End session');
    expect(list).toEqual(['end']);
    await expectAccessible(screen);
    await screen.set({ isMentor: false });
    expect(screen.has('button', 'End session')).toBe(false);
  });

  it('ROOM-7 says how much is unread', async () => {
    const screen = await show(Controls, { unread: 3 });
    expect(screen.has('button', 'Chat, 3 unread')).toBe(true);
    expect(screen.text).toContain('3');
    await screen.set({ unread: 120 });
    expect(screen.has('button', 'Chat, 120 unread')).toBe(true);
    expect(screen.text).toContain('99+');
  });

  it('ROOM-15 says what is open', async () => {
    const screen = await show(Controls, { isChatShown: true });
    expect(screen.get('button', 'Chat').ariaExpanded).toBe('true');
    expect(screen.get('button', 'Topics').ariaExpanded).toBe('false');
    await expectAccessible(screen);
  });
});
