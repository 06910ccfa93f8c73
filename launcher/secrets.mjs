import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LauncherError, codeOf } from './launcher-error.mjs';

/**
 * @typedef {object} Secrets
 * @property {string} authSecret
 * @property {string} livekitApiKey
 * @property {string} livekitApiSecret
 */

/**
 * The secrets of this installation, made at the first start and readable by its owner alone.
 * @param {string} dataDir
 * @returns {Secrets}
 */
export function readSecrets(dataDir) {
  const file = join(dataDir, 'secrets.json');
  const known = readKnown(file);
  /** @type {Secrets} */
  const secrets = {
    authSecret: known.authSecret ?? randomBytes(32).toString('hex'),
    livekitApiKey: known.livekitApiKey ?? `key${randomBytes(6).toString('hex')}`,
    livekitApiSecret: known.livekitApiSecret ?? randomBytes(32).toString('hex'),
  };
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}

/**
 * @param {string} file
 * @returns {Partial<Secrets>}
 */
function readKnown(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return {};
    throw new LauncherError(`${file} cannot be read: mend it, or begin anew with --reset.`);
  }
}
