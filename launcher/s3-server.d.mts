export interface S3ServerOptions {
  readonly mayBuild?: boolean | undefined;
  readonly onProgress?: ((text: string) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export function findS3Server(options?: S3ServerOptions): Promise<string>;
