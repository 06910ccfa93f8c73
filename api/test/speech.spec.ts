import { createLogger } from '../src/platform/logger.ts';
import { newId } from '../src/platform/ids.ts';
import type { Segment } from '../src/transcript/transcript.ts';
import type { VoiceActivity } from '../src/transcriber/engines/engine.ts';
import { LocalEngine } from '../src/transcriber/engines/local/local-engine.ts';
import { openVoiceActivity } from '../src/transcriber/engines/local/silero.ts';
import { RecognitionQueue } from '../src/transcriber/voices/recognition-queue.ts';
import { Voice } from '../src/transcriber/voices/voice.ts';
import { said, type Speaker, speechModels, spoken, wordErrorRate } from './test-speech.ts';

const frame = 320;
const frameMs = 20;
const beganAt = 1_800_000_000_000;

describe('speech by the local engine', () => {
  let engine: LocalEngine | null = null;
  let activity: () => VoiceActivity;

  beforeAll(async () => {
    const models = await speechModels();
    if (models === null) return;
    engine = await LocalEngine.open(models);
    activity = await openVoiceActivity(models);
  });

  /** What is told of somebody who says these samples, as if they came from a room. */
  async function heard(...voices: readonly Int16Array[]): Promise<readonly Segment[]> {
    if (!engine) return [];
    const told: Segment[] = [];
    const logger = createLogger('silent');
    const queue = new RecognitionQueue({ recogniser: engine, now: () => beganAt, logger });
    const listeners = voices.map(
      (_, index) =>
        new Voice({
          personId: String(index),
          activity: activity(),
          ...{ newId, engine: queue },
          tell: (segment) => told.push(segment),
        }),
    );
    const frames = Math.max(...voices.map(({ length }) => length)) / frame;
    for (let index = 0; index < frames; index += 1) {
      for (const [who, samples] of voices.entries()) {
        const at = beganAt + (index + 1) * frameMs;
        listeners[who]?.hear(samples.subarray(index * frame, (index + 1) * frame), at);
      }
    }
    await Promise.all(listeners.map((voice) => voice.end()));
    return told;
  }

  function textOf(told: readonly Segment[], personId = '0'): string {
    const finals = told.filter((one) => one.isFinal && one.personId === personId);
    return finals.map(({ text }) => text).join(' ');
  }

  async function alone(samples: Int16Array): Promise<string> {
    const sound = Float32Array.from(samples, (sample) => sample / 32_768);
    return (await engine?.recognise(sound))?.text ?? '';
  }

  function needsModels(): void {
    if (!engine) pending('the speech models cannot be had here');
  }

  for (const speaker of ['mentor', 'learner'] satisfies Speaker[]) {
    it(`ROOM-8 understands the ${speaker} as well in utterances as in one piece`, async () => {
      needsModels();
      const samples = await spoken(speaker);
      const whole = wordErrorRate(await alone(samples), said[speaker]);
      const cut = wordErrorRate(textOf(await heard(samples)), said[speaker]);
      expect(whole).toBeLessThan(0.15);
      expect(cut).toBeLessThanOrEqual(whole + 0.03);
    });
  }

  it('ROOM-8 hears two who speak at the same time each by themselves', async () => {
    needsModels();
    const told = await heard(await spoken('mentor'), await spoken('learner'));
    expect(wordErrorRate(textOf(told, '0'), said.mentor)).toBeLessThan(0.15);
    expect(wordErrorRate(textOf(told, '1'), said.learner)).toBeLessThan(0.15);
  });

  it('ROOM-8 tells when each began, within a quarter of a second', async () => {
    needsModels();
    const pauseMs = 3000;
    const samples = await spoken('learner');
    const late = new Int16Array(samples.length + pauseMs * 16);
    late.set(samples, pauseMs * 16);
    const starts = async (voice: Int16Array) =>
      (await heard(voice)).filter(({ isFinal }) => isFinal).map(({ startAt }) => startAt - beganAt);
    const first = samples.findIndex((sample) => Math.abs(sample) > 1000) / 16;
    expect(Math.abs(((await starts(samples))[0] ?? Infinity) - first)).toBeLessThan(250);
    expect(Math.abs(((await starts(late))[0] ?? Infinity) - first - pauseMs)).toBeLessThan(250);
  });

  it('ROOM-8 misses nothing of somebody who speaks without a pause', async () => {
    needsModels();
    const samples = await spoken('mentor');
    const speech = samples.subarray(0, 5 * 16_000);
    const long = new Int16Array(speech.length * 5);
    for (let copy = 0; copy < 5; copy += 1) long.set(speech, copy * speech.length);
    const finals = (await heard(long)).filter(({ isFinal }) => isFinal);
    expect(finals.length).toBeGreaterThan(2);
    expect(Math.max(...finals.map(({ startAt, endAt }) => endAt - startAt))).toBeLessThan(8900);
    const words = said.mentor.repeat(5).split(' ').length;
    expect(textOf(finals).split(' ').length).toBeGreaterThan(words * 0.85);
  });

  it('ROOM-8 tells words on the way, of the same utterance', async () => {
    needsModels();
    const told = await heard(await spoken('mentor'));
    for (const final of told.filter(({ isFinal }) => isFinal)) {
      const before = told.filter(({ id, isFinal }) => id === final.id && !isFinal);
      expect(before.every(({ revision }) => revision < final.revision)).toBeTrue();
    }
    expect(told.filter(({ isFinal }) => isFinal).length).toBeGreaterThan(0);
  });

  it('ROOM-8 writes nothing of a tone and of silence', async () => {
    needsModels();
    const tone = Int16Array.from({ length: 48_000 }, (_, index) => 8000 * Math.sin(index / 6));
    expect(textOf(await heard(tone))).toBe('');
    expect(await heard(new Int16Array(48_000))).toEqual([]);
  });
});
