import type { Segment } from '../../transcript/transcript-door.ts';
import { arrived, instantOf, unheardClock } from '../domain/sound-clock.ts';
import {
  finish,
  hear,
  type Listening,
  silence,
  type Told,
  type UtteranceRules,
} from '../domain/utterances.ts';
import {
  type Lane,
  sampleRate,
  type SpeechEngine,
  type VoiceActivity,
  windowSamples,
  type Words,
} from '../engines/engine.ts';

export interface VoiceOptions {
  readonly personId: string;
  readonly activity: VoiceActivity;
  readonly engine: SpeechEngine;
  readonly newId: () => string;
  readonly tell: (segment: Segment) => void;
}

/** In windows of 32 ms. */
const utteranceRules: Omit<UtteranceRules, 'longest'> = {
  pause: 14,
  before: 12,
  behind: 6,
  firstLook: 17,
  nextLook: 22,
  loudShare: 0.06,
};

/** What is softer is no sound at all: of a closed microphone comes silence, a hundred times a second. */
const nothing = 1e-4;

interface Utterance {
  readonly id: string;
  readonly from: number;
  revision: number;
}

/** One microphone: cuts what comes from it into utterances, has them understood, and tells them in order. */
export class Voice {
  private listening: Listening = silence;
  private clock = unheardClock;
  /** The last windows, the newest last. */
  private kept: Float32Array[] = [];
  private rest = new Float32Array(0);
  private current: Utterance | null = null;
  private telling: Promise<void> = Promise.resolve();
  private readonly rules: UtteranceRules;
  private readonly lane: Lane;

  constructor(private readonly options: VoiceOptions) {
    const { engine } = options;
    const longest = Math.floor((engine.longestSeconds * sampleRate) / windowSamples);
    this.rules = { ...utteranceRules, longest };
    this.lane = engine.lane();
  }

  /** Takes sound as it comes: 16,000 samples a second, and when they came. */
  hear(samples: Int16Array, at: number): void {
    this.clock = arrived(this.clock, samples.length, at);
    const sound = joined(this.rest, samples);
    let from = 0;
    for (; from + windowSamples <= sound.length; from += windowSamples) {
      this.hearWindow(sound.slice(from, from + windowSamples));
    }
    this.rest = sound.slice(from);
  }

  /** Has what is in the air understood; resolves when all was told. */
  async end(): Promise<void> {
    for (const told of finish(this.listening, this.rules)) this.follow(told);
    // What comes later on begins anew.
    this.listening = { ...this.listening, speaking: null, freeFrom: this.listening.at };
    this.lane.close();
    await this.telling;
  }

  private hearWindow(window: Float32Array): void {
    this.kept.push(window);
    if (this.kept.length > this.rules.longest) this.kept.shift();
    const loudness = loudnessOf(window);
    const isVoice = loudness > nothing && this.options.activity.isVoice(window);
    const { listening, told } = hear(this.listening, { loudness, isVoice }, this.rules);
    this.listening = listening;
    for (const one of told) this.follow(one);
  }

  private follow(told: Told): void {
    const utterance = this.utteranceOf(told);
    const sound = this.soundOf(told);
    if (told.kind === 'SO_FAR') {
      void this.lane.soFar(utterance.id, sound).then((words) => {
        if (words && words.text !== '' && this.current === utterance)
          this.tell(utterance, told, words);
      });
      return;
    }
    this.current = null;
    const understood = this.lane.whole(utterance.id, sound);
    // One after the other, and never before those that were said earlier.
    this.telling = this.telling.then(async () => {
      this.tell(utterance, told, (await understood) ?? { text: '', language: null });
    });
  }

  private utteranceOf({ from }: Told): Utterance {
    if (this.current?.from === from) return this.current;
    this.current = { id: this.options.newId(), from, revision: 0 };
    return this.current;
  }

  private tell(utterance: Utterance, told: Told, { text, language }: Words): void {
    const isFinal = told.kind === 'WHOLE';
    // What was never shown and turned out to be nothing is not told.
    if (text === '' && utterance.revision === 0) return;
    utterance.revision += 1;
    const { personId, engine, tell } = this.options;
    tell({
      id: utterance.id,
      revision: utterance.revision,
      personId,
      startAt: instantOf(this.clock, told.speechFrom * windowSamples),
      endAt: instantOf(this.clock, told.speechTo * windowSamples),
      text,
      isFinal,
      language,
      engine: engine.name,
    });
  }

  private soundOf({ from, to }: Told): Float32Array {
    const first = this.listening.at - this.kept.length;
    const windows = this.kept.slice(from - first, to - first);
    const sound = new Float32Array(windows.length * windowSamples);
    for (const [index, window] of windows.entries()) sound.set(window, index * windowSamples);
    return sound;
  }
}

function joined(rest: Float32Array, samples: Int16Array): Float32Array {
  const sound = new Float32Array(rest.length + samples.length);
  sound.set(rest);
  for (const [index, sample] of samples.entries()) sound[rest.length + index] = sample / 32_768;
  return sound;
}

function loudnessOf(window: Float32Array): number {
  let sum = 0;
  for (const sample of window) sum += sample * sample;
  return Math.sqrt(sum / window.length);
}
