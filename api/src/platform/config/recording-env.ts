import { z } from 'zod';

const megabyte = 1024 * 1024;
const dayMs = 24 * 3600_000;

/** How sessions are recorded, and what is kept of it. */
export const recordingSettings = {
  RECORDING: z
    .enum(['off', 'browser', 'egress'])
    .default('browser')
    .describe(
      'Who records sessions where both people agree: nobody, the mentor’s browser, or LiveKit Egress, and the browser where that has no room.',
    ),
  RECORDING_SESSION_MEGABYTES: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .default(4096)
    .describe(
      'How much browsers may send of the recording of one session, in MB of 1024 × 1024 bytes.',
    ),
  RECORDINGS_KEEP_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .max(36_500)
    .default(365)
    .describe('How long recordings are kept, in days after they were begun.'),
};

type RecordingEnv = z.output<z.ZodObject<typeof recordingSettings>>;

/** How sessions are recorded, as the program uses it. */
export interface RecordingConfig {
  readonly by: RecordingEnv['RECORDING'];
  readonly mostSessionBytes: number;
  readonly keptMs: number;
}

export function recordingOf(env: RecordingEnv): RecordingConfig {
  return {
    by: env.RECORDING,
    mostSessionBytes: env.RECORDING_SESSION_MEGABYTES * megabyte,
    keptMs: env.RECORDINGS_KEEP_DAYS * dayMs,
  };
}
