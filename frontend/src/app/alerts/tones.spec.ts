import { type Chime, chimes } from './domain/chimes';
import { ring } from './tones';

/** The samples of two and a half seconds in which a chime rings. */
async function heard(chime: Chime, gain: number): Promise<Float32Array> {
  const context = new OfflineAudioContext(1, 120_000, 48_000);
  ring(context, chimes[chime], gain);
  return (await context.startRendering()).getChannelData(0);
}

const loudest = (samples: Float32Array) =>
  samples.reduce((top, one) => Math.max(top, Math.abs(one)), 0);

describe('ring', () => {
  it('PRE-2 is heard, within what a speaker can do, and dies away', async () => {
    for (const chime of Object.keys(chimes) as Chime[]) {
      const samples = await heard(chime, 1);
      expect(loudest(samples)).withContext(chime).toBeGreaterThan(0.2);
      expect(loudest(samples)).withContext(chime).toBeLessThanOrEqual(1.6);
      expect(loudest(samples.slice(-4800)))
        .withContext(chime)
        .toBeLessThan(0.08);
    }
  });

  it('PRE-2 is louder at one minute than at five', async () => {
    const [five, one] = [await heard('five-minutes', 1), await heard('one-minute', 1)];
    expect(loudest(one)).toBeGreaterThan(1.5 * loudest(five));
  });

  it('PRE-2 follows the volume, down to nothing', async () => {
    const full = loudest(await heard('ten-seconds', 1));
    expect(loudest(await heard('ten-seconds', 0.25))).toBeCloseTo(full / 4, 2);
    expect(loudest(await heard('ten-seconds', 0))).toBe(0);
  });
});
