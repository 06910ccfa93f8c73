import { z } from 'zod';

const address = z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' });

/** How LiveKit Egress records. */
export const egressSettings = {
  RECORDING_MODE: z
    .enum(['composite', 'audio'])
    .default('composite')
    .describe(
      'What Egress records: both people in one picture, for which it takes about four cores a session, or the sound alone, for which it takes one.',
    ),
  EGRESS_SESSIONS: z.coerce
    .number()
    .int()
    .min(1)
    .max(1000)
    .default(2)
    .describe(
      'How many sessions Egress records at a time; the browser records what is above that.',
    ),
  EGRESS_PAGE_URL: address
    .optional()
    .describe('Address of our page `/record` as Egress reaches it. Default: below `PUBLIC_URL`.'),
  EGRESS_HEALTH_URL: address
    .optional()
    .describe(
      'Address at which Egress says that it is well (its `health_port`). Default: nobody asks.',
    ),
};

type EgressEnv = z.output<z.ZodObject<typeof egressSettings>>;

/** How LiveKit Egress records, as the program uses it. */
export interface EgressConfig {
  readonly mode: EgressEnv['RECORDING_MODE'];
  readonly most: number;
  readonly pageUrl: string;
  readonly healthUrl: string | null;
}

/** `publicUrl` has no slash at the end. */
export function egressOf(env: EgressEnv, publicUrl: string): EgressConfig {
  return {
    mode: env.RECORDING_MODE,
    most: env.EGRESS_SESSIONS,
    pageUrl: env.EGRESS_PAGE_URL ?? `${publicUrl}/record`,
    healthUrl: env.EGRESS_HEALTH_URL ?? null,
  };
}
