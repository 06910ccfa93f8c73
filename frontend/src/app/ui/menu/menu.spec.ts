import { Component, signal } from '@angular/core';
import { expectAccessible } from '../../testing/accessibility';
import { show } from '../../testing/screen';
import { Menu } from './menu';
import { MenuItem } from './menu-item';

@Component({
  selector: 'pl-menu-host',
  imports: [Menu, MenuItem],
  template: `
    <pl-menu label="Options" (dismissed)="dismissals.set(dismissals() + 1)">
      <button plMenuItem type="button">First</button>
      <button plMenuItem type="button">Second</button>
      <a plMenuItem href="#third">Third</a>
    </pl-menu>
  `,
})
class MenuHost {
  readonly dismissals = signal(0);
}

describe('Menu', () => {
  it('ROOM-15 takes the focus, and the keyboard moves round in it', async () => {
    const screen = await show(MenuHost);
    const focused = () => document.activeElement?.textContent ?? '';
    expect(focused()).toBe('First');
    const rows = [
      ['ArrowDown', 'Second'],
      ['End', 'Third'],
      ['ArrowDown', 'First'],
      ['ArrowUp', 'Third'],
      ['Home', 'First'],
      ['x', 'First'],
    ] as const;
    for (const [key, text] of rows) {
      await screen.key(document.activeElement as HTMLElement, key);
      expect(focused()).withContext(key).toBe(text);
    }
    expect(screen.component.dismissals()).toBe(0);
    await expectAccessible(screen);
  });

  it('ROOM-15 Escape and Tab close it', async () => {
    const screen = await show(MenuHost);
    await screen.key(screen.get('menuitem', 'First'), 'Escape');
    await screen.key(screen.get('menuitem', 'First'), 'Tab');
    expect(screen.component.dismissals()).toBe(2);
  });
});
