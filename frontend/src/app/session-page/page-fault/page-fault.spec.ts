import type { Fault } from '../../platform/graphql-fault';
import { expectAccessible } from '../../testing/accessibility';
import { Scene } from '../../testing/scene';
import { show } from '../../testing/screen';
import { PageFault } from './page-fault';

describe('PageFault', () => {
  beforeEach(() => {
    new Scene();
  });

  const rows: readonly [fault: Fault, text: string, retries: boolean][] = [
    ['not-found', 'Session not found. Check your dashboard.', false],
    ['refused', 'Session not found. Check your dashboard.', false],
    ['forbidden', "You're not part of this session.", false],
    ['unreachable', 'Unable to connect.', true],
    ['failed', 'Unable to connect.', true],
    ['signed-out', 'Sign in to go on.', false],
  ];
  for (const [fault, text, retries] of rows) {
    it(`FAIL-10 ${fault}: "${text}"`, async () => {
      const screen = await show(PageFault, { fault });
      expect(screen.get('alert').textContent).toContain(text);
      expect(screen.has('heading', text)).toBe(true);
      expect(screen.has('button', 'Retry')).toBe(retries);
      expect(screen.get('link', 'Back to Dashboard').getAttribute('href')).toBe('/');
      await expectAccessible(screen);
    });
  }

  it('FAIL-10 tries again when asked to', async () => {
    const screen = await show(PageFault, { fault: 'unreachable' });
    let retries = 0;
    screen.component.retry.subscribe(() => retries++);
    await screen.press('button', 'Retry');
    expect(retries).toBe(1);
  });
});
