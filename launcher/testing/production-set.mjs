import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { runCommand } from '../commands.mjs';
import { repoRoot } from '../paths.mjs';

/**
 * @typedef {object} Service
 * @property {string} image
 * @property {{ context: string, dockerfile: string }} [build]
 * @property {Record<string, string>} [environment]
 * @property {string[]} [ports]
 * @property {string[]} [volumes]
 * @property {string[]} [networks]
 * @property {string} [network_mode]
 * @property {string[]} [profiles]
 * @property {{ source: string }[]} [configs]
 * @property {Record<string, { condition: string }>} [depends_on]
 * @property {object} [healthcheck]
 * @property {string} restart
 * @property {string[]} security_opt
 * @property {{ options: Record<string, string> }} logging
 *
 * @typedef {object} ProductionSet
 * @property {Record<string, Service>} services
 * @property {Record<string, { content: string }>} configs
 * @property {Record<string, { internal?: boolean }>} networks
 * @property {Record<string, object>} volumes
 */

/** `$$`, or a variable with what stands for it when it is empty, one level deep. */
const variable = /\$\$|\$\{([A-Z][A-Z0-9_]*)(?::([-?])((?:[^{}]|\$\{[^{}]*\})*))?\}/g;

/** @param {string} path relative to the checkout */
export function readText(path) {
  return readFileSync(join(repoRoot, path), 'utf8');
}

/**
 * docker-compose.yml with its variables filled in, as `docker compose config` does it.
 * @param {Record<string, string>} values
 * @returns {ProductionSet}
 */
export function readSet(values) {
  const json = JSON.stringify(parse(readText('docker-compose.yml'), { merge: true }));
  return JSON.parse(json, (_key, value) =>
    typeof value === 'string' ? fillIn(value, values) : value,
  );
}

/**
 * @param {string} text
 * @param {Record<string, string>} values
 * @returns {string}
 */
function fillIn(text, values) {
  return text.replace(variable, (whole, name, sign, rest = '') => {
    if (whole === '$$') return '$';
    const value = values[name] ?? '';
    if (value !== '' || !sign) return value;
    if (sign === '?') throw new Error(`${name} is missing: ${rest}`);
    return fillIn(rest, values);
  });
}

/**
 * The names of all variables in a compose file, and which of them must be given.
 * @param {string} text
 */
export function variablesIn(text) {
  const names = [...text.matchAll(/\$\{([A-Z][A-Z0-9_]*)/g)].map(([, name = '']) => name);
  const needed = [...text.matchAll(/\$\{([A-Z][A-Z0-9_]*):\?/g)].map(([, name = '']) => name);
  return { all: new Set(names), needed: new Set(needed) };
}

/**
 * The values of an environment file.
 * @param {string} text
 * @returns {Record<string, string>}
 */
export function readValues(text) {
  const lines = [...text.matchAll(/^([A-Z][A-Z0-9_]*)=(.*)$/gm)];
  return Object.fromEntries(
    lines.map(([, name, value = '']) => [name, value.replace(/^"(.*)"$/, '$1')]),
  );
}

/**
 * Copies what docker/make-env.sh needs into a folder and gives a command that runs it there.
 * @param {string} folder
 */
export function installation(folder) {
  mkdirSync(join(folder, 'docker', 'web'), { recursive: true });
  const files = ['docker/.env.example', 'docker/make-env.sh', 'docker/web/Caddyfile'];
  for (const file of [...files, 'docker-compose.yml']) {
    copyFileSync(join(repoRoot, file), join(folder, file));
  }
  const place = ['learn.example.org', 'media.example.org', '203.0.113.10', 'ada@example.org'];
  const args = [join(folder, 'docker', 'make-env.sh'), ...place];
  return {
    env: join(folder, '.env'),
    compose: join(folder, 'docker-compose.yml'),
    caddyfile: join(folder, 'docker', 'web', 'Caddyfile'),
    makeEnv: () => runCommand({ command: 'sh', args }),
  };
}

/**
 * Docker Compose, where it is installed: the command and its first arguments.
 * @returns {Promise<string[] | undefined>}
 */
export async function findCompose() {
  for (const [command = '', ...args] of [['docker', 'compose'], ['docker-compose']]) {
    const output = await outputOf(command, [...args, 'version', '--short']);
    if (/^v?([2-9]|\d\d)\./.test(output)) return [command, ...args];
  }
  return undefined;
}

/**
 * What a program prints; nothing where it is not installed.
 * @param {string} command
 * @param {readonly string[]} args
 */
export async function outputOf(command, args) {
  try {
    return (await runCommand({ command, args })).output;
  } catch {
    return '';
  }
}

/**
 * A part of the compiled api.
 * @param {string} path
 */
export function compiled(path) {
  return import(pathToFileURL(join(repoRoot, 'dist', 'api', 'src', path)).href);
}
