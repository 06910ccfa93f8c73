import { expectAccessible } from '../testing/accessibility';
import { minutesIn, startsAt } from '../testing/builders';
import { Scene } from '../testing/scene';
import { show } from '../testing/screen';
import { StartCountdown } from './start-countdown';

describe('StartCountdown', () => {
  const rows: readonly [name: string, minute: number, text: string, soon: boolean][] = [
    ['PRE-1 days before', -3 * 24 * 60, 'Session starts in 3 days', false],
    ['PRE-1 a clock from a day out', -24 * 60, 'Session starts in 24:00:00', false],
    ['PRE-1 five minutes before', -5, 'Session starts in 5:00', true],
    ['PRE-1 seconds before', -0.2, 'Session starts in 0:12', true],
    ['PRE-1 nothing after the start', 0, '', false],
  ];
  for (const [name, minute, text, soon] of rows) {
    it(name, async () => {
      const scene = new Scene();
      scene.clock.set(minutesIn(minute));
      const screen = await show(StartCountdown, { startsAt });
      expect(screen.text).toBe(text);
      expect(screen.root.hasAttribute('data-soon')).toBe(soon);
    });
  }

  it('PRE-1 runs down by the server’s clock', async () => {
    const scene = new Scene();
    scene.clock.set(minutesIn(-4));
    const screen = await show(StartCountdown, { startsAt });
    scene.clock.set(minutesIn(-3.5));
    await screen.settle();
    expect(screen.text).toBe('Session starts in 3:30');
    await expectAccessible(screen);
  });

  it('PRE-1 counts the hours that pass in a night in which the clocks change', async () => {
    const scene = new Scene();
    // 01:30 and 03:30 in Berlin, an hour apart.
    scene.clock.set(Date.parse('2030-03-31T00:30:00Z'));
    const screen = await show(StartCountdown, { startsAt: Date.parse('2030-03-31T01:30:00Z') });
    expect(screen.text).toBe('Session starts in 1:00:00');
  });
});
