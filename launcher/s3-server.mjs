import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildGoProgram, keepProgram } from './go-program.mjs';
import { LauncherError, Interrupted } from './launcher-error.mjs';
import { cacheRoots } from './paths.mjs';

const version = '1.8.0';
const name = 'versitygw';

/**
 * Finds the S3-compatible server of the tests, or has Go build it where it `mayBuild`. Rejects with
 * `LauncherError` where that cannot be.
 * @param {{ mayBuild?: boolean, onProgress?: ((text: string) => void) | undefined, signal?: AbortSignal | undefined }} [options]
 * @returns {Promise<string>}
 */
export async function findS3Server({ mayBuild = true, ...options } = {}) {
  const known = places().find((path) => existsSync(path));
  if (known) return known;
  try {
    if (!mayBuild) throw new Error('It was not built yet; npm test does that.');
    return await buildGoProgram({
      what: 'the S3-compatible server',
      source: `github.com/versity/versitygw/cmd/versitygw@v${version}`,
      binary: name,
      keep: (program) => keepProgram(program, places()),
      ...options,
    });
  } catch (error) {
    if (error instanceof Interrupted) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new LauncherError('Without an S3-compatible server its tests are skipped.', [reason]);
  }
}

function places() {
  return cacheRoots().map((root) => join(root, 's3', version, name));
}
