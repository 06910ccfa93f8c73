import { z } from 'zod';

const engines = ['local', 'gemini-live', 'openai-compatible'] as const;

/** Which engine understands speech, and where it is. */
export const engineSettings = z.object({
  SPEECH_ENGINE: z
    .enum(engines)
    .default('local')
    .describe(
      'What understands speech: a model in the transcriber (English), Gemini Live, or a server with the speech interface of OpenAI. The same for the api, which tells it to those who are asked, and for every transcriber.',
    ),
  SPEECH_MODELS: z
    .string()
    .default('.cache/speech')
    .describe(
      'Folder of the files with which speech is noticed, and understood by the local engine; `npm run speech` fetches them.',
    ),
  SPEECH_API_KEY: z
    .string()
    .optional()
    .describe('Key to Gemini, or to the speech server where it asks for one. A secret.'),
  SPEECH_API_URL: z
    .url()
    .optional()
    .describe(
      'Address of the speech server, with its version, such as `http://whisper:8000/v1`; of Gemini where it is not Google’s own.',
    ),
  SPEECH_API_MODEL: z
    .string()
    .optional()
    .describe(
      'Model to ask; without it `gemini-3.5-transcribe-live` of Gemini and `whisper-1` of a speech server.',
    ),
  SPEECH_LANGUAGE: z
    .string()
    .optional()
    .describe('Language that is spoken, such as `en`, for engines that would else find it out.'),
});

/** What people are told before they agree: who writes down what they say, and where. */
export function engineWords(engine: SpeechConfig['engine']): string {
  switch (engine) {
    case 'local':
      return 'Moonshine, on this server';
    case 'gemini-live':
      return 'Gemini, at Google';
    case 'openai-compatible':
      return 'a separate speech server';
  }
}

/** The engine as it is used. */
export interface SpeechConfig {
  readonly engine: (typeof engines)[number];
  readonly models: string;
  readonly apiKey: string;
  /** Empty for the engine's own. */
  readonly url: string;
  readonly model: string;
  /** Empty where it is to be found out. */
  readonly language: string;
}

const models: Readonly<Record<SpeechConfig['engine'], string>> = {
  local: '',
  'gemini-live': 'gemini-3.5-transcribe-live',
  'openai-compatible': 'whisper-1',
};

export function speechConfig(env: z.output<typeof engineSettings>): SpeechConfig {
  const engine = env.SPEECH_ENGINE;
  return {
    engine,
    models: env.SPEECH_MODELS,
    apiKey: env.SPEECH_API_KEY ?? '',
    url: env.SPEECH_API_URL ?? '',
    model: env.SPEECH_API_MODEL ?? models[engine],
    language: env.SPEECH_LANGUAGE ?? '',
  };
}
