import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, copyFileSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Interrupted } from './launcher-error.mjs';
import { cacheRoots } from './paths.mjs';

/** @param {NodeJS.ArrayBufferView} content */
export function sha256(content) {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * What is at an address.
 * @param {string} url
 * @param {{ what: string, onProgress?: ((text: string) => void) | undefined, signal?: AbortSignal | undefined }} options `what` begins a sentence
 * @returns {Promise<Buffer>}
 */
export async function download(url, { what, onProgress, signal }) {
  // Five seconds to be answered, and no more than thirty without news after that.
  const { host } = new URL(url);
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), 5000);
  try {
    const signals = signal ? [signal, silence.signal] : [silence.signal];
    const answer = await fetch(url, { signal: AbortSignal.any(signals) });
    if (!answer.ok || !answer.body) throw new Error(`answered ${answer.status}`);
    const total = Number(answer.headers.get('content-length'));
    const chunks = [];
    let size = 0;
    for await (const chunk of answer.body) {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), 30_000);
      chunks.push(chunk);
      size += chunk.length;
      onProgress?.(`downloading from ${host}, ${Math.floor((size / total) * 100)} %`);
    }
    return Buffer.concat(chunks);
  } catch (error) {
    if (signal?.aborted) throw new Interrupted();
    const why = silence.signal.aborted ? 'no answer' : String(error);
    throw new Error(`${what} could not be downloaded from ${host}: ${why}.`, {
      cause: error,
    });
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Gives the work a folder that is gone afterwards.
 * @template T
 * @param {(folder: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withScratchFolder(work) {
  const folder = join(cacheRoots()[0] ?? '.', `new-${randomBytes(4).toString('hex')}`);
  mkdirSync(folder, { recursive: true });
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Puts a copy to its place, whole or not at all.
 * @param {string} file
 * @param {string} target
 * @param {number} [mode]
 */
export function place(file, target, mode = 0o644) {
  mkdirSync(dirname(target), { recursive: true });
  const fresh = `${target}.${randomBytes(4).toString('hex')}`;
  copyFileSync(file, fresh);
  chmodSync(fresh, mode);
  renameSync(fresh, target);
}
