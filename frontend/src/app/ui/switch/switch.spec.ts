import { expectAccessible } from '../../testing/accessibility';
import { show } from '../../testing/screen';
import { Switch } from './switch';

describe('Switch', () => {
  it('ROOM-15 says what it is and how it stands, and asks to be turned', async () => {
    const screen = await show(Switch, { label: 'Auto-join', hint: 'Without a press.', isOn: true });
    const turned: boolean[] = [];
    screen.component.turned.subscribe((isOn) => turned.push(isOn));
    await expectAccessible(screen);
    await screen.press('switch', 'Auto-join Without a press.');
    expect(turned).toEqual([false]);
  });

  it('ROOM-15 shows what counts, not what was pressed', async () => {
    const screen = await show(Switch, { label: 'Auto-join', isOn: false });
    const box = screen.field('Auto-join') as HTMLInputElement;
    await screen.press('switch', 'Auto-join');
    expect(box.checked).toBe(false);
    await screen.set({ isOn: true });
    expect(box.checked).toBe(true);
  });
});
