import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OfflineRecognizer } from 'sherpa-onnx-node';
import { newId } from '../../../platform/ids.ts';
import { type Recogniser, sampleRate, type Words } from '../engine.ts';
import { findModel, readModel } from './model-files.ts';
import { loadSherpa } from './sherpa.ts';
import { tokenLines } from './tokens.ts';

/**
 * Understands English in this process, without key and internet: Moonshine by sherpa-onnx. It
 * computes beside the event loop, one utterance at a time on one core.
 */
export class LocalEngine implements Recogniser {
  readonly name = 'Moonshine';
  // It understands nothing of 9.3 s and more.
  readonly longestSeconds = 8.8;
  readonly parallel = 1;

  private constructor(private readonly recogniser: OfflineRecognizer) {}

  /** Rejects with `EngineMissing` where the models are not there, or nothing that runs them here. */
  static async open(folder: string): Promise<LocalEngine> {
    const encoder = await findModel(folder, 'encoder_model.ort');
    const mergedDecoder = await findModel(folder, 'decoder_model_merged.ort');
    const words = tokenLines(await readModel(folder, 'tokenizer.bin'));
    const sherpa = await loadSherpa();
    const tokens = join(tmpdir(), `peerlearn-${newId()}.txt`);
    await writeFile(tokens, words);
    try {
      const recogniser = await sherpa.OfflineRecognizer.createAsync({
        featConfig: { sampleRate, featureDim: 80 },
        modelConfig: { moonshine: { encoder, mergedDecoder }, tokens, numThreads: 1 },
      });
      return new LocalEngine(recogniser);
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
}
