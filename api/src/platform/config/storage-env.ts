import { z } from 'zod';
import type { S3Options } from '../storage/s3-storage.ts';

/** Where files and recordings are kept. */
export const storageSettings = z.object({
  STORAGE: z
    .enum(['disk', 's3'])
    .default('disk')
    .describe(
      'Where files and recordings are kept: below `FILES_FOLDER`, or in a bucket of an S3-compatible storage.',
    ),
  FILES_FOLDER: z
    .string()
    .default('.data/files')
    .describe('Folder of what is kept on `disk`; the same one for every replica.'),
  S3_ENDPOINT: z
    .url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' })
    .optional()
    .describe('Address of the storage, such as `https://s3.example.org`. Default: Amazon’s own.'),
  S3_REGION: z.string().default('us-east-1').describe('Region of the bucket; `auto` at R2.'),
  S3_BUCKET: z.string().optional().describe('Name of the bucket, which has to be there.'),
  S3_ACCESS_KEY: z.string().optional().describe('Access key of the storage.'),
  S3_SECRET_KEY: z.string().optional().describe('Secret key of the storage. A secret.'),
  S3_TIMEOUT_SECONDS: z.coerce
    .number()
    .min(1)
    .max(600)
    .default(10)
    .describe('How long the storage may be silent in the midst of an answer.'),
});

/** The storage as it is used. */
export type StorageConfig =
  { readonly kind: 'disk'; readonly folder: string } | ({ readonly kind: 's3' } & S3Options);

export function storageConfig(env: z.output<typeof storageSettings>): StorageConfig {
  if (env.STORAGE === 'disk') return { kind: 'disk', folder: env.FILES_FOLDER };
  return {
    kind: 's3',
    endpoint: env.S3_ENDPOINT ?? '',
    region: env.S3_REGION,
    bucket: env.S3_BUCKET ?? '',
    accessKey: env.S3_ACCESS_KEY ?? '',
    secretKey: env.S3_SECRET_KEY ?? '',
    timeoutMs: env.S3_TIMEOUT_SECONDS * 1000,
  };
}
