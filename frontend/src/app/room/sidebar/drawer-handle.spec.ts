import { TestBed } from '@angular/core/testing';
import { drawerShares } from '../domain/drawer';
import { RoomPanels } from '../room-panels';
import { Scene } from '../../testing/scene';
import { type Screen, show } from '../../testing/screen';
import { DrawerHandle } from './drawer-handle';

describe('DrawerHandle', () => {
  let screen: Screen<DrawerHandle>;
  let panels: RoomPanels;

  beforeEach(async () => {
    new Scene(RoomPanels);
    panels = TestBed.inject(RoomPanels);
    panels.isOpen.set(true);
    screen = await show(DrawerHandle);
    screen.root.style.display = 'block';
  });

  async function drag(...ys: readonly number[]): Promise<void> {
    const grip = screen.get('button');
    grip.setPointerCapture = () => undefined;
    const names = ys.map((_y, at) => (at === 0 ? 'pointerdown' : 'pointermove'));
    ys.forEach((clientY, at) => {
      grip.dispatchEvent(new PointerEvent(names[at] ?? '', { clientY, bubbles: true }));
    });
    grip.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
    grip.click();
    await screen.settle();
  }

  it('ROOM-14 pressed it makes the drawer taller and lower again', async () => {
    await screen.press('button', 'Make the panel taller');
    expect(panels.share()).toBe(drawerShares.tall);
    await screen.press('button', 'Make the panel lower');
    expect(panels.share()).toBe(drawerShares.half);
  });

  it('ROOM-14 dragged up it rests at its top; the click at the end is none', async () => {
    await drag(600, 590, 600 - window.innerHeight * 0.3);
    expect(panels.share()).toBe(drawerShares.tall);
    expect(panels.isOpen()).toBe(true);
  });

  it('ROOM-14 dragged down it closes', async () => {
    await drag(300, 310, 300 + window.innerHeight * 0.4);
    expect(panels.isOpen()).toBe(false);
    expect(panels.share()).toBe(drawerShares.half);
  });
});
