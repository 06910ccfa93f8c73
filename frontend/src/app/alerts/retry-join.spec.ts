import { expectAccessible } from '../testing/accessibility';
import { show } from '../testing/screen';
import { RetryJoin } from './retry-join';

describe('RetryJoin', () => {
  it('PRE-5 is there at once when joining fails, stays while it is tried, and goes by itself', async () => {
    const screen = await show(RetryJoin, { isFailing: false });
    expect(screen.has('dialog')).toBe(false);
    await screen.set({ isFailing: true });
    let retries = 0;
    screen.component.retry.subscribe(() => retries++);
    await expectAccessible(screen);
    await screen.press('button', 'Retry Join');
    expect(retries).toBe(1);
    expect(screen.has('dialog', 'You are not in yet')).toBe(true);
    await screen.set({ isFailing: false });
    expect(screen.has('dialog')).toBe(false);
  });

  it('PRE-5 can be put away', async () => {
    const screen = await show(RetryJoin, { isFailing: true });
    await screen.press('button', 'Not now');
    expect(screen.has('dialog')).toBe(false);
  });
});
