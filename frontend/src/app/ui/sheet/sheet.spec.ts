import { expectAccessible } from '../../testing/accessibility';
import { show } from '../../testing/screen';
import { Sheet } from './sheet';

describe('Sheet', () => {
  it('ROOM-15 opens over the page, keeps the focus, and says when it is closed', async () => {
    const screen = await show(Sheet, { heading: 'Cancel session' });
    const dialog = screen.get('dialog', 'Cancel session') as HTMLDialogElement;
    expect(dialog.matches(':modal')).toBe(true);
    expect(dialog.contains(document.activeElement)).toBe(true);
    await expectAccessible(screen);
    const closed = Promise.withResolvers<void>();
    screen.component.closed.subscribe(() => {
      closed.resolve();
    });
    await screen.press('button', 'Close');
    await closed.promise;
    expect(dialog.open).toBe(false);
  });
});
