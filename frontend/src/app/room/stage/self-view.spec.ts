import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { DeviceStore } from '../../media/device-store';
import { expectAccessible } from '../../testing/accessibility';
import { Scene } from '../../testing/scene';
import { type Screen, show } from '../../testing/screen';
import { SelfView } from './self-view';

/** A stage as far as the own picture needs one. */
@Component({
  imports: [SelfView],
  template: '<section><pl-self-view /></section>',
  styles:
    'section { --stage-gap: 10px; --stage-inset-end: 0px; --self-width: 100px; --self-ratio: 1; position: relative; display: block; inline-size: 600px; block-size: 400px; }',
})
class SmallStage {}

describe('SelfView', () => {
  let scene: Scene;

  beforeEach(async () => {
    scene = new Scene();
    await TestBed.inject(DeviceStore).start();
    await scene.open();
  });

  function cornerOf(screen: Screen<SmallStage>): string | null | undefined {
    return screen.root.querySelector('pl-self-view')?.getAttribute('data-corner');
  }

  function pointer(element: HTMLElement, type: string, x: number, y: number): void {
    element.dispatchEvent(
      new PointerEvent(type, { clientX: x, clientY: y, pointerId: 1, button: 0, bubbles: true }),
    );
  }

  it('ROOM-2 is dragged, goes to the next corner, and is found there again', async () => {
    const screen = await show(SmallStage);
    expect(cornerOf(screen)).toBe('bottom-right');
    const handle = screen.get('button', /^Your picture/);
    handle.setPointerCapture = () => undefined;
    const { left, top } = handle.getBoundingClientRect();
    pointer(handle, 'pointerdown', left + 5, top + 5);
    pointer(handle, 'pointermove', left - 420, top - 200);
    await screen.settle();
    pointer(handle, 'pointerup', left - 420, top - 200);
    await screen.settle();
    expect(cornerOf(screen)).toBe('top-left');
    screen.fixture.destroy();
    expect(cornerOf(await show(SmallStage))).toBe('top-left');
  });

  it('FAIL-2 says that the own picture pauses while the camera stays on', async () => {
    await scene.enter();
    const screen = await show(SmallStage);
    scene.media.call.become({ rungs: { sending: 'off', receiving: 'full' } });
    await screen.settle();
    expect(screen.text).toContain('Your picture is Paused to keep the sound clear');
    expect(screen.root.querySelector('video')).not.toBeNull();
    await expectAccessible(screen);
    await TestBed.inject(DeviceStore).toggle('camera');
    await screen.settle();
    expect(screen.text).not.toContain('Paused');
  });

  it('ROOM-15 is moved with the arrow keys and says where it is', async () => {
    const screen = await show(SmallStage);
    await screen.key(screen.get('button', /^Your picture/), 'ArrowUp');
    expect(cornerOf(screen)).toBe('top-right');
    expect(screen.has('button', 'Your picture, top right. The arrow keys move it.')).toBe(true);
    await expectAccessible(screen);
  });

  it('ROOM-2 is hidden, and shown again', async () => {
    const screen = await show(SmallStage);
    await screen.press('button', 'Hide your own picture');
    expect(screen.root.querySelector('video')).toBeNull();
    await expectAccessible(screen);
    await screen.press('button', 'Show your own picture');
    expect(screen.root.querySelector('video')).not.toBeNull();
  });
});
