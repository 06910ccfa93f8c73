import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OfflineRecognizer, Vad } from 'sherpa-onnx-node';
import { newId } from '../../../platform/ids.ts';
import { EngineMissing, type SpeechEngine, type VoiceActivity, type Words } from '../engine.ts';
import { type ModelFiles, findModels } from './model-files.ts';

type Sherpa = typeof import('sherpa-onnx-node');

const sampleRate = 16_000;
/** Kept by the detector, which nobody reads: utterances are cut by our own rules. */
const bufferSeconds = 30;

/**
 * Understands English in this process, without key and internet: Moonshine by sherpa-onnx. It
 * computes beside the event loop, one utterance at a time on one core.
 */
export class LocalEngine implements SpeechEngine {
  readonly name = 'Moonshine';

  private constructor(
    private readonly sherpa: Sherpa,
    private readonly models: ModelFiles,
    private readonly recogniser: OfflineRecognizer,
  ) {}

  /** Rejects with `EngineMissing` where the models are not there, or nothing that runs them here. */
  static async open(folder: string): Promise<LocalEngine> {
    const models = await findModels(folder);
    const sherpa = await load();
    const tokens = join(tmpdir(), `peerlearn-${newId()}.txt`);
    await writeFile(tokens, models.tokens);
    try {
      const { encoder, decoder: mergedDecoder } = models;
      const recogniser = await sherpa.OfflineRecognizer.createAsync({
        featConfig: { sampleRate, featureDim: 80 },
        modelConfig: { moonshine: { encoder, mergedDecoder }, tokens, numThreads: 1 },
      });
      return new LocalEngine(sherpa, models, recogniser);
    } finally {
      await rm(tokens, { force: true });
    }
  }

  async recognise(samples: Float32Array): Promise<Words> {
    const stream = this.recogniser.createStream();
    stream.acceptWaveform({ sampleRate, samples });
    const { text } = await this.recogniser.decodeAsync(stream);
    return { text: text.trim(), language: 'en' };
  }

  /** Hears of one voice whether somebody speaks. */
  activity(): VoiceActivity {
    return new SileroActivity(this.sherpa, this.models.voiceActivity);
  }
}

/** Silero by sherpa-onnx. Its flag comes and goes about a tenth of a second late. */
class SileroActivity implements VoiceActivity {
  private readonly detector: Vad;

  constructor(sherpa: Sherpa, model: string) {
    const sileroVad = {
      model,
      threshold: 0.5,
      minSpeechDuration: 0.1,
      minSilenceDuration: 0.1,
      windowSize: 512,
    };
    this.detector = new sherpa.Vad({ sileroVad, sampleRate, numThreads: 1 }, bufferSeconds);
  }

  isVoice(window: Float32Array): boolean {
    this.detector.acceptWaveform(window);
    while (!this.detector.isEmpty()) this.detector.pop();
    return this.detector.isDetected();
  }
}

async function load(): Promise<Sherpa> {
  try {
    const module = (await import('sherpa-onnx-node')) as Sherpa & { readonly default?: Sherpa };
    return module.default ?? module;
  } catch (cause) {
    throw new EngineMissing(
      `there is no speech recognition for ${process.platform} on ${process.arch}`,
      { cause },
    );
  }
}
