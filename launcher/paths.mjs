import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout that this launcher belongs to, wherever it is called from. */
export const repoRoot = dirname(dirname(fileURLToPath(import.meta.url)));

/** Everything that a run makes and that `--reset` removes. */
export const dataRoot = join(repoRoot, '.data');

/** Where running children are written down, so that a later run finds those without an owner. */
export const runRoot = join(dataRoot, 'run');

/**
 * Folders for programs that cost much to get: the checkout's own, and one that all checkouts share.
 * @returns {string[]}
 */
export function cacheRoots() {
  const shared = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  return [join(repoRoot, '.cache'), join(shared, 'peerlearn')];
}
