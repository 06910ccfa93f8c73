import { expectAccessible } from '../../testing/accessibility';
import { show } from '../../testing/screen';
import { Avatar } from './avatar';

describe('Avatar', () => {
  it('PRE-8 shows a picture, or the initials where there is none', async () => {
    const screen = await show(Avatar, { initials: 'MM', picture: '/icon.svg' });
    expect(screen.root.querySelector('img')?.getAttribute('src')).toBe('/icon.svg');
    await expectAccessible(screen);
    await screen.set({ picture: null });
    expect(screen.root.querySelector('img')).toBeNull();
    expect(screen.text).toBe('MM');
  });
});
