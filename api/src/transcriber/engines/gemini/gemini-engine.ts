import { GoogleGenAI } from '@google/genai';
import type { Logger } from '../../../platform/logger.ts';
import type { Lane, SpeechEngine } from '../engine.ts';
import { GeminiLane, type OpenLine } from './gemini-lane.ts';
import { openLine } from './gemini-line.ts';

export interface GeminiOptions {
  readonly apiKey: string;
  readonly model: string;
  /** Another address than Google's; empty for that. */
  readonly url: string;
  /** BCP 47; empty where Gemini is to find out. */
  readonly language: string;
  readonly now: () => number;
  readonly logger: Logger;
}

/** Gemini Live: the sound of whoever speaks goes to Google while they speak, one line for each microphone. */
export class GeminiEngine implements SpeechEngine {
  readonly name = 'Gemini';
  readonly longestSeconds = 60;
  private readonly lanes = new Set<GeminiLane>();
  private readonly open: OpenLine;

  constructor(private readonly options: GeminiOptions) {
    const { apiKey, url, model, language } = options;
    const client = new GoogleGenAI({
      apiKey,
      httpOptions: { apiVersion: 'v1beta', ...(url && { baseUrl: url }) },
    });
    this.open = (hear) => openLine(client, { model, language }, hear);
  }

  lane(): Lane {
    const { now, logger } = this.options;
    const lane = new GeminiLane({
      ...{ open: this.open, now, logger },
      onClosed: () => this.lanes.delete(lane),
    });
    this.lanes.add(lane);
    return lane;
  }

  lagAt(now: number): number {
    return Math.max(0, ...[...this.lanes].map((lane) => lane.lagAt(now)));
  }
}
