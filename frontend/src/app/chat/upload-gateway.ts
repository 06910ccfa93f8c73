import { Service } from '@angular/core';
import { asChatFile, type ChatFile } from './domain/chat-file';

/** A file was not taken; the message is for whoever chose it. */
export class UploadFailure extends Error {
  override readonly name = 'UploadFailure';

  constructor(
    message: string,
    /** Whether it can work when it is tried again. */
    readonly isPassing: boolean,
  ) {
    super(message);
  }
}

export interface Upload {
  readonly sessionId: string;
  readonly file: File;
  /** From 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

const unreachable = 'The file could not be sent. Check your connection.';

/** The way for files to the server. `fetch` cannot say how far an upload has come. */
@Service()
export class UploadGateway {
  /** Rejects with `UploadFailure`, also when it is given up. */
  send({ sessionId, file, onProgress, signal }: Upload): Promise<ChatFile> {
    const { promise, resolve, reject } = Promise.withResolvers<ChatFile>();
    const request = new XMLHttpRequest();
    const query = new URLSearchParams({ session: sessionId, name: file.name });
    request.open('POST', `/files?${query.toString()}`);
    request.responseType = 'text';
    request.upload.onprogress = ({ loaded, total }) => {
      if (total > 0) onProgress(loaded / total);
    };
    request.onload = () => {
      const sent = request.status === 201 ? asChatFile(parsed(request.responseText)) : null;
      if (sent) resolve(sent);
      else reject(refusal(request.status, request.responseText));
    };
    request.onerror = () => {
      reject(new UploadFailure(unreachable, true));
    };
    request.onabort = request.onerror;
    signal.addEventListener('abort', () => {
      request.abort();
    });
    // A type of its own would be a guess from the name; the server looks at the bytes.
    request.send(new Blob([file], { type: 'application/octet-stream' }));
    return promise;
  }
}

function refusal(status: number, text: string): UploadFailure {
  const answer = parsed(text);
  const message =
    typeof answer === 'object' && answer !== null && 'error' in answer ? answer.error : null;
  const isPassing = status >= 500 || status === 429 || status === 408;
  return new UploadFailure(typeof message === 'string' ? message : unreachable, isPassing);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
