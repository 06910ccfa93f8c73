import type { SpeechEngine } from '../../src/transcriber/engines/engine.ts';
import { said, type Speaker, spoken, wordErrorRate } from '../test-speech.ts';

export interface EngineUnderTest {
  readonly engine: SpeechEngine;
  /** How well the words of a speaker are understood by the recogniser that is behind all of them. */
  readonly alone: (speaker: Speaker) => Promise<number>;
}

/** What every engine must keep to. Where it cannot be had, `open` gives `null` and nothing is tried. */
export function speechEngineContract(open: () => Promise<EngineUnderTest | null>): void {
  let part: EngineUnderTest | null = null;

  beforeAll(async () => {
    part = await open();
  });

  async function samplesOf(speaker: Speaker): Promise<Float32Array> {
    return Float32Array.from(await spoken(speaker), (sample) => sample / 32_768);
  }

  function needed(): EngineUnderTest {
    if (part) return part;
    pending('the speech models cannot be had here');
    throw new Error('nothing is tried without them');
  }

  for (const speaker of ['mentor', 'learner'] satisfies Speaker[]) {
    it(`ROOM-8 understands the ${speaker} as well as the recogniser alone`, async () => {
      const { engine, alone } = needed();
      const lane = engine.lane();
      const words = await lane.whole('one', await samplesOf(speaker));
      lane.close();
      const rate = wordErrorRate(words?.text ?? '', said[speaker]);
      expect(rate).toBeLessThanOrEqual((await alone(speaker)) + 0.03);
    });
  }

  it('ROOM-8 keeps two microphones apart, and what each says in order', async () => {
    const { engine } = needed();
    const [mentor, learner] = [await samplesOf('mentor'), await samplesOf('learner')];
    const lanes = [engine.lane(), engine.lane()] as const;
    const [first, other, second] = await Promise.all([
      lanes[0].whole('a', mentor),
      lanes[1].whole('b', learner),
      lanes[0].whole('c', learner),
    ]);
    for (const lane of lanes) lane.close();
    expect(wordErrorRate(first?.text ?? '', said.mentor)).toBeLessThan(0.2);
    expect(wordErrorRate(other?.text ?? '', said.learner)).toBeLessThan(0.2);
    expect(wordErrorRate(second?.text ?? '', said.learner)).toBeLessThan(0.2);
  });

  it('ROOM-8 tells words on the way, and then the whole', async () => {
    const { engine } = needed();
    const lane = engine.lane();
    const samples = await samplesOf('mentor');
    const half = await lane.soFar('a', samples.subarray(0, samples.length / 2));
    const whole = await lane.whole('a', samples);
    lane.close();
    expect(half?.text ?? '').not.toBe('');
    expect((whole?.text ?? '').length).toBeGreaterThan((half?.text ?? '').length);
  });

  it('ROOM-8 owes nothing when all was understood', async () => {
    const { engine } = needed();
    const lane = engine.lane();
    const whole = lane.whole('a', await samplesOf('learner'));
    expect(engine.lagAt(Date.now() + 1000)).toBeGreaterThanOrEqual(1000);
    await whole;
    lane.close();
    expect(engine.lagAt(Date.now() + 1000)).toBe(0);
  });
}
