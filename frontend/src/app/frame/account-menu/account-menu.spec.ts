import { expectAccessible } from '../../testing/accessibility';
import { aViewer } from '../../testing/builders';
import { Scene } from '../../testing/scene';
import { type Screen, show } from '../../testing/screen';
import { AccountMenu } from './account-menu';

const trigger = 'Leo Learner, your account';

describe('AccountMenu', () => {
  let screen: Screen<AccountMenu>;

  beforeEach(async () => {
    new Scene();
    screen = await show(AccountMenu, { viewer: aViewer() });
  });

  function isOpen(): boolean {
    const expanded = screen.get('button', trigger).getAttribute('aria-expanded');
    expect(screen.has('link', 'Settings')).toBe(expanded === 'true');
    return expanded === 'true';
  }

  it('PRE-8 PRE-12 leads to the courses, the settings and the test of camera and microphone', async () => {
    expect(isOpen()).toBe(false);
    await expectAccessible(screen);
    await screen.press('button', trigger);
    expect(isOpen()).toBe(true);
    expect(screen.get('link', 'Courses').getAttribute('href')).toBe('/courses');
    expect(screen.get('link', 'Settings').getAttribute('href')).toBe('/settings');
    expect(screen.get('link', 'Test Audio/Video').getAttribute('href')).toBe('/test');
    await expectAccessible(screen);
  });

  it('PRE-12 leads administrators, and nobody else, to how the place fares', async () => {
    await screen.press('button', trigger);
    expect(screen.has('link', 'Overview')).toBe(false);
    await screen.set({ viewer: { ...aViewer(), roles: ['ADMIN'] } });
    expect(screen.get('link', 'Overview').getAttribute('href')).toBe('/operator');
    await expectAccessible(screen);
  });

  it('OPS signs out', async () => {
    let goodbyes = 0;
    screen.component.signOut.subscribe(() => goodbyes++);
    await screen.press('button', trigger);
    await screen.press('button', 'Sign out');
    expect(goodbyes).toBe(1);
  });

  it('ROOM-15 closes by Escape and gives the focus back', async () => {
    await screen.press('button', trigger);
    const link = screen.get('link', 'Settings');
    link.focus();
    await screen.key(link, 'Escape');
    expect(isOpen()).toBe(false);
    expect(document.activeElement).toBe(screen.get('button', trigger));
  });

  it('ROOM-15 closes when something else is pressed, focused or gone to', async () => {
    const elsewhere = document.createElement('button');
    document.body.append(elsewhere);
    try {
      await screen.press('button', trigger);
      elsewhere.click();
      await screen.settle();
      expect(isOpen()).toBe(false);
      await screen.press('button', trigger);
      screen.get('link', 'Settings').focus();
      elsewhere.focus();
      await screen.settle();
      expect(isOpen()).toBe(false);
      await screen.press('button', trigger);
      await screen.press('link', 'Settings');
      expect(isOpen()).toBe(false);
    } finally {
      elsewhere.remove();
    }
  });
});
