import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { runOrFail } from './commands.mjs';
import { place, withScratchFolder } from './fetching.mjs';

/**
 * Builds a program from its published source with Go, and gives what `keep` makes of it.
 * @param {{
 *   what: string,
 *   source: string,
 *   binary: string,
 *   keep: (program: string) => string,
 *   onProgress?: ((text: string) => void) | undefined,
 *   signal?: AbortSignal | undefined,
 * }} options `source` with its version, `binary` is what Go calls it
 * @returns {Promise<string>}
 */
export async function buildGoProgram({ what, source, binary, keep, onProgress, signal }) {
  const go = findGo();
  if (!go) throw new Error('Go is not installed, so it cannot be built either.');
  let lines = 0;
  return withScratchFolder(async (folder) => {
    await runOrFail({
      what: `Building ${what} with Go`,
      command: go,
      // No flags that shape the output: then Go's cache of earlier builds serves.
      args: ['install', '-v', source],
      env: { ...process.env, GOBIN: folder },
      onLine: (line) => {
        lines += 1;
        onProgress?.(
          line.startsWith('go: ')
            ? `downloading its source, ${lines} parts`
            : `compiling it (a minute or two), ${lines} parts`,
        );
      },
      timeoutMs: 20 * 60_000,
      signal,
    });
    return keep(join(folder, binary));
  });
}

function findGo() {
  const usual = ['/usr/local/go/bin', '/opt/homebrew/bin', join(homedir(), 'go', 'bin')];
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...usual];
  return folders.map((folder) => join(folder, 'go')).find((path) => existsSync(path));
}

/**
 * Puts the program into every cache that can be written and gives its place in the first.
 * @param {string} program
 * @param {readonly string[]} places
 * @returns {string}
 */
export function keepProgram(program, [first = program, ...others]) {
  place(program, first, 0o755);
  for (const other of others) {
    try {
      place(program, other, 0o755);
    } catch {
      // A home that cannot be written costs the next checkout some time, nothing else.
    }
  }
  return first;
}
