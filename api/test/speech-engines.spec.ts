import { systemClock } from '../src/platform/clock.ts';
import { createLogger } from '../src/platform/logger.ts';
import { chooseEngine } from '../src/transcriber/engines/choose-engine.ts';
import { LocalEngine } from '../src/transcriber/engines/local/local-engine.ts';
import type { SpeechConfig } from '../src/platform/config/speech-env.ts';
import type { SpeechEngine } from '../src/transcriber/engines/engine.ts';
import { type EngineUnderTest, speechEngineContract } from './contracts/speech-engine.contract.ts';
import { GeminiServer } from './gemini-server.ts';
import { OpenAiServer } from './openai-server.ts';
import { said, type Speaker, speechModels, spoken, wordErrorRate } from './test-speech.ts';

const apiKey = 'a-key-of-the-test';
const config: SpeechConfig = {
  ...{ engine: 'local', models: '', apiKey, url: '', model: '', language: '' },
};

async function chosen(changes: Partial<SpeechConfig>): Promise<SpeechEngine> {
  const now = () => systemClock.now();
  return await chooseEngine({ ...config, ...changes }, { now, logger: createLogger('silent') });
}

/** The recogniser on this machine, which also stands behind the servers; `null` where there is none. */
async function recogniser(): Promise<LocalEngine | null> {
  const models = await speechModels();
  return models === null ? null : await LocalEngine.open(models);
}

/** The local one does one thing at a time. */
function oneByOne(local: LocalEngine): (samples: Float32Array) => Promise<string> {
  let before: Promise<unknown> = Promise.resolve();
  return (samples) => {
    const answer = before.then(async () => (await local.recognise(samples)).text);
    before = answer.catch(() => undefined);
    return answer;
  };
}

function aloneBy(local: LocalEngine): EngineUnderTest['alone'] {
  return async (speaker: Speaker) => {
    const samples = Float32Array.from(await spoken(speaker), (sample) => sample / 32_768);
    return wordErrorRate((await local.recognise(samples)).text, said[speaker]);
  };
}

async function sound(speaker: Speaker): Promise<Float32Array> {
  return Float32Array.from(await spoken(speaker), (sample) => sample / 32_768);
}

describe('the local engine', () => {
  speechEngineContract(async () => {
    const local = await recogniser();
    const models = await speechModels();
    if (!local || models === null) return null;
    return { engine: await chosen({ models }), alone: aloneBy(local) };
  });
});

describe('an engine with the interface of OpenAI', () => {
  let server: OpenAiServer | null = null;

  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
  });

  const engineAt = (url: string) =>
    chosen({ engine: 'openai-compatible', url, model: 'whisper-small', language: 'en' });

  speechEngineContract(async () => {
    const local = await recogniser();
    if (!local) return null;
    server = await OpenAiServer.start(oneByOne(local));
    return { engine: await engineAt(server.url), alone: aloneBy(local) };
  });

  it('ROOM-8 asks for its model and language with its key, and again where the server fails', async () => {
    await using other = await OpenAiServer.start(() => Promise.resolve(' Good morning. '));
    other.failures.push(503);
    const lane = (await engineAt(other.url)).lane();
    expect(await lane.whole('a', await sound('learner'))).toEqual({
      ...{ text: 'Good morning.', language: 'en' },
    });
    expect(other.asked).toEqual([{ key: apiKey, model: 'whisper-small', language: 'en' }]);
  });

  it('ROOM-8 goes on after what could not be understood', async () => {
    await using other = await OpenAiServer.start(() => Promise.resolve('Good morning.'));
    other.failures.push(400);
    const lane = (await engineAt(other.url)).lane();
    expect(await lane.whole('a', await sound('learner'))).toBeNull();
    expect((await lane.whole('b', await sound('learner')))?.text).toBe('Good morning.');
  });
});

describe('Gemini Live', () => {
  let server: GeminiServer | null = null;

  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
  });

  const engineAt = (url: string) =>
    chosen({ engine: 'gemini-live', url, model: 'gemini-3.5-transcribe-live' });

  speechEngineContract(async () => {
    const local = await recogniser();
    if (!local) return null;
    server = await GeminiServer.start(oneByOne(local));
    return { engine: await engineAt(server.url), alone: aloneBy(local) };
  });

  it('ROOM-8 sends what is said once, under its key, and asks for words alone', async () => {
    await using other = await GeminiServer.start(() => Promise.resolve('Good morning.'));
    const lane = (await engineAt(other.url)).lane();
    const samples = await sound('learner');
    await lane.soFar('a', samples.subarray(0, 8000));
    await lane.soFar('a', samples.subarray(0, 16_000));
    expect((await lane.whole('a', samples))?.text).toBe('Good morning.');
    lane.close();
    expect(other.heard).toBe(samples.length);
    expect(other.keys).toEqual([apiKey]);
    expect(other.setups[0]).toEqual(
      jasmine.objectContaining({
        model: 'models/gemini-3.5-transcribe-live',
        inputAudioTranscription: {},
        realtimeInputConfig: { automaticActivityDetection: { disabled: true } },
      }),
    );
  });

  it('FAIL-12 says again over another line what was in the air when one broke', async () => {
    await using other = await GeminiServer.start(() => Promise.resolve('Good morning.'));
    const lane = (await engineAt(other.url)).lane();
    const samples = await sound('learner');
    await lane.soFar('a', samples.subarray(0, 8000));
    other.isSilent = true;
    const whole = lane.whole('a', samples);
    other.breakLines();
    other.isSilent = false;
    expect((await whole)?.text).toBe('Good morning.');
    expect(other.keys.length).toBe(2);
    lane.close();
  });

  it('ROOM-8 takes another line between two utterances when one is about to be closed', async () => {
    await using other = await GeminiServer.start(() => Promise.resolve('Good morning.'));
    const lane = (await engineAt(other.url)).lane();
    const samples = await sound('learner');
    await lane.soFar('a', samples.subarray(0, 8000));
    other.announceEnd();
    expect((await lane.whole('a', samples))?.text).toBe('Good morning.');
    expect(other.keys.length).toBe(1);
    expect((await lane.whole('b', samples))?.text).toBe('Good morning.');
    expect(other.keys.length).toBe(2);
    lane.close();
  });
});
