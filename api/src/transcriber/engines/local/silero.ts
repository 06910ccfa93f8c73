import type { Vad } from 'sherpa-onnx-node';
import { sampleRate, type VoiceActivity } from '../engine.ts';
import { findModel } from './model-files.ts';
import { loadSherpa, type Sherpa } from './sherpa.ts';

/** Kept by the detector, which nobody reads: utterances are cut by our own rules. */
const bufferSeconds = 30;

/** Gives what hears of one voice whether somebody speaks. Rejects with `EngineMissing` where that cannot be had. */
export async function openVoiceActivity(folder: string): Promise<() => VoiceActivity> {
  const model = await findModel(folder, 'silero_vad.onnx');
  const sherpa = await loadSherpa();
  return () => new SileroActivity(sherpa, model);
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
