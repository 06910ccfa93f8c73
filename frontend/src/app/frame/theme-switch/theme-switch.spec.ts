import { expectAccessible } from '../../testing/accessibility';
import { Scene } from '../../testing/scene';
import { show } from '../../testing/screen';
import { ThemeSwitch } from './theme-switch';

describe('ThemeSwitch', () => {
  let scene: Scene;
  const shown = () => document.documentElement.dataset['theme'];

  beforeEach(() => {
    scene = new Scene();
  });

  afterEach(() => {
    delete document.documentElement.dataset['theme'];
  });

  it('ROOM-13 goes round the themes and says which one it is', async () => {
    const screen = await show(ThemeSwitch);
    await screen.press('button', 'Theme: as the system');
    expect(shown()).toBe('light');
    await screen.press('button', 'Theme: light');
    expect(shown()).toBe('dark');
    await screen.press('button', 'Theme: dark');
    expect(shown()).toBe('system');
  });

  it('ROOM-13 is as it was left', async () => {
    scene.storage.write('theme', 'dark');
    const screen = await show(ThemeSwitch);
    expect(screen.has('button', 'Theme: dark')).toBe(true);
    await expectAccessible(screen);
  });
});
