export interface SpeechOptions {
  readonly onProgress?: ((text: string) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

export function findSpeechModels(options?: SpeechOptions): Promise<string>;
export function copySpeechModels(folder: string, options?: SpeechOptions): Promise<void>;
