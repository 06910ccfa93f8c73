import type { SpeechConfig } from '../../platform/config/speech-env.ts';
import type { Logger } from '../../platform/logger.ts';
import { RecognitionQueue } from '../voices/recognition-queue.ts';
import type { Recogniser, SpeechEngine } from './engine.ts';
import { LocalEngine } from './local/local-engine.ts';

export interface EngineParts {
  readonly now: () => number;
  readonly logger: Logger;
}

/** The engine that the settings name; the libraries of the others are not loaded. Rejects with `EngineMissing`. */
export async function chooseEngine(
  speech: SpeechConfig,
  parts: EngineParts,
): Promise<SpeechEngine> {
  switch (speech.engine) {
    case 'local':
      return turns(await LocalEngine.open(speech.models), parts);
    case 'openai-compatible': {
      const { OpenAiEngine } = await import('./openai/openai-engine.ts');
      return turns(new OpenAiEngine(speech), parts);
    }
    case 'gemini-live': {
      const { GeminiEngine } = await import('./gemini/gemini-engine.ts');
      return new GeminiEngine({ ...speech, ...parts });
    }
  }
}

function turns(recogniser: Recogniser, parts: EngineParts): SpeechEngine {
  return new RecognitionQueue({ recogniser, ...parts });
}
