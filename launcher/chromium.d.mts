export interface ChromiumOptions {
  /** Whether one may be installed when there is none; yes unless told otherwise. */
  readonly install?: boolean;
  readonly onProgress?: ((text: string) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Finds a Chromium, or gets one, and gives its path. */
export function findChromium(options?: ChromiumOptions): Promise<string>;
