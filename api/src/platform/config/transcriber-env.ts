import { z } from 'zod';
import { settings } from './env.ts';
import { readSettings, type Source } from './read-settings.ts';
import { engineSettings, type SpeechConfig, speechConfig } from './speech-env.ts';

/** The settings that the transcriber reads as the api does. */
export const shared = settings.pick({
  DATABASE_URL: true,
  DATABASE_POOL: true,
  DATABASE_TIMEOUT_SECONDS: true,
  LIVEKIT_URL: true,
  LIVEKIT_API_KEY: true,
  LIVEKIT_API_SECRET: true,
  WAKE_UPS: true,
  REDIS_URL: true,
  HOST: true,
  SPEECH_ENGINE: true,
  LOG_LEVEL: true,
});

/** The settings that only the transcriber has. */
export const speechSettings = engineSettings.omit({ SPEECH_ENGINE: true }).extend({
  TRANSCRIBER_ROOMS: z.coerce
    .number()
    .int()
    .min(1)
    .max(1000)
    .default(8)
    .describe(
      'How many sessions one transcriber listens to at the same time; more wait for another.',
    ),
  TRANSCRIBER_PORT: z.coerce
    .number()
    .int()
    .min(1)
    .max(65535)
    .default(3001)
    .describe(
      'Port at which the transcriber says how it is, at `/health/live` and `/health/ready`.',
    ),
});

/** The settings of the transcriber as it uses them. */
export interface TranscriberConfig {
  readonly database: {
    readonly url: string;
    readonly poolSize: number;
    readonly silenceMs: number;
  };
  readonly media: { readonly url: string; readonly apiKey: string; readonly apiSecret: string };
  readonly wakeUps: {
    readonly kind: 'local' | 'postgres' | 'redis';
    readonly redisUrl: string | null;
  };
  readonly http: { readonly host: string; readonly port: number };
  readonly speech: SpeechConfig;
  readonly mostRooms: number;
  readonly logLevel: string;
}

const transcriberSettings = shared.extend(speechSettings.shape);

/** Reads the transcriber's settings. Throws `InvalidSettings` that names every fault. */
export function readTranscriberEnv(environment: Source): TranscriberConfig {
  const env = readSettings(transcriberSettings, environment);
  return {
    database: {
      url: env.DATABASE_URL,
      poolSize: env.DATABASE_POOL,
      silenceMs: env.DATABASE_TIMEOUT_SECONDS * 1000,
    },
    media: {
      url: env.LIVEKIT_URL,
      apiKey: env.LIVEKIT_API_KEY,
      apiSecret: env.LIVEKIT_API_SECRET,
    },
    wakeUps: { kind: env.WAKE_UPS, redisUrl: env.REDIS_URL ?? null },
    http: { host: env.HOST, port: env.TRANSCRIBER_PORT },
    speech: speechConfig(env),
    mostRooms: env.TRANSCRIBER_ROOMS,
    logLevel: env.LOG_LEVEL,
  };
}
