import { expectAccessible } from '../../testing/accessibility';
import { Scene } from '../../testing/scene';
import { show } from '../../testing/screen';
import { PageWaiting } from './page-waiting';

describe('PageWaiting', () => {
  it('ROOM-15 says that it loads', async () => {
    new Scene();
    const screen = await show(PageWaiting);
    expect(screen.has('status', 'The session is loading')).toBe(true);
    await expectAccessible(screen);
  });
});
