import { expectAccessible } from '../testing/accessibility';
import { show, textOf } from '../testing/screen';
import { ConnectionBanner } from './connection-banner';

describe('ConnectionBanner', () => {
  it('FAIL-1 says nothing while all is well', async () => {
    expect((await show(ConnectionBanner, { notice: null })).text).toBe('');
  });

  it('FAIL-1 says what is broken', async () => {
    const notice = { text: "We're reconnecting you. Hang tight!", action: null };
    const screen = await show(ConnectionBanner, { notice });
    expect(textOf(screen.get('alert'))).toBe("We're reconnecting you. Hang tight! Check your WiFi");
    expect(screen.has('button')).toBe(false);
    await expectAccessible(screen);
  });

  it('FAIL-1 "Click to Retry Connection"', async () => {
    const notice = { text: "We're reconnecting you.", action: 'Click to Retry Connection' };
    const screen = await show(ConnectionBanner, { notice });
    let count = 0;
    screen.component.act.subscribe(() => count++);
    expect(screen.text).toContain('Refresh page if stuck');
    await screen.press('button', 'Click to Retry Connection');
    expect(count).toBe(1);
    await expectAccessible(screen);
  });
});
