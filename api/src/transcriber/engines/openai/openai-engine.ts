import OpenAI, { toFile } from 'openai';
import type { Recogniser, Words } from '../engine.ts';
import { wavOf } from '../pcm.ts';

export interface OpenAiOptions {
  readonly url: string;
  readonly apiKey: string;
  readonly model: string;
  /** BCP 47; empty where the server is to find out. */
  readonly language: string;
}

const timeoutMs = 20_000;

/** Any server that answers `POST /audio/transcriptions` as OpenAI's does, such as one of whisper on an own machine. */
export class OpenAiEngine implements Recogniser {
  readonly name: string;
  readonly longestSeconds = 25;
  readonly parallel = 4;
  private readonly client: OpenAI;

  constructor(private readonly options: OpenAiOptions) {
    const { url: baseURL, model } = options;
    this.name = model;
    // The client wants a key, also where the server asks for none.
    const apiKey = options.apiKey || 'none';
    this.client = new OpenAI({ baseURL, apiKey, timeout: timeoutMs, maxRetries: 2 });
  }

  async recognise(samples: Float32Array): Promise<Words> {
    const { model, language } = this.options;
    const file = await toFile(wavOf(samples), 'speech.wav', { type: 'audio/wav' });
    const answer = await this.client.audio.transcriptions.create({
      ...{ file, model, response_format: 'json' },
      ...(language && { language }),
    });
    return { text: answer.text.trim(), language: language || null };
  }
}
