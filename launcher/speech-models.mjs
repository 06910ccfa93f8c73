import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runOrFail, outsideEnvironment } from './commands.mjs';
import { download, place, sha256, withScratchFolder } from './fetching.mjs';
import { LauncherError, Interrupted } from './launcher-error.mjs';
import { cacheRoots } from './paths.mjs';

/**
 * @typedef {import('./speech-models.mjs').SpeechOptions} Options
 * @typedef {(names: readonly string[], into: string, options: Options) => Promise<void>} Obtain
 */

/** Where the publisher of Moonshine keeps the tiny English model. */
const publisher = 'https://download.moonshine.ai/model/tiny-en/quantized/tiny-en';
/** A package that carries the same files; they do not depend on the platform of its wheel. */
const wheel = 'moonshine-voice==0.0.73';
const wheelPlatform = 'manylinux_2_34_x86_64';
const wheelFolder = 'moonshine_voice/assets/tiny-en';
/** A package that carries Silero. Installed, it would bring a runtime of 100 MB that is not needed. */
const activityPackage = '@ricky0123/vad-web@0.0.31';
const activityFile = 'package/dist/silero_vad_v6.onnx';

/** @type {Readonly<Record<string, string>>} */
const moonshine = {
  'encoder_model.ort': '94e90a4654fc45cdfedb77c4c08e1739f48862998e58fada384b25118134f221',
  'decoder_model_merged.ort': 'cf524c4862d36e9e5ab032eddc73637efd822d70e868ac575cf1a46e1e4708a0',
  'tokenizer.bin': '6884b35fd6377d4c4d32336a0bc152f36b64d1e45b6503683cdc238250a8472d',
};
/** @type {Readonly<Record<string, string>>} */
const silero = {
  'silero_vad.onnx': '1a153a22f4509e292a94e67d6f9b85e8deb25b4988682b7e174c65279d8788e3',
};
const files = { ...moonshine, ...silero };

/** A name for this set of files, so that another version lies beside it. */
const version = 'moonshine-tiny-en-1';

/**
 * Finds the files with which speech is understood, or gets them: the folder in SPEECH_MODELS, a cache,
 * the publisher (or SPEECH_MODELS_URL), packages that carry them.
 * @param {Options} [options]
 * @returns {Promise<string>} their folder
 */
export async function findSpeechModels(options = {}) {
  const given = process.env['SPEECH_MODELS'];
  if (given) {
    if (isWhole(given)) return given;
    throw new LauncherError(`SPEECH_MODELS names ${given}, which lacks files or has other ones.`);
  }
  return cacheFolders().find(isWhole) ?? (await fetchAll(options));
}

/**
 * Puts the files into a folder.
 * @param {string} folder
 * @param {Options} [options]
 */
export async function copySpeechModels(folder, options) {
  const found = await findSpeechModels(options);
  for (const name of Object.keys(files)) place(join(found, name), join(folder, name));
}

function cacheFolders() {
  return cacheRoots().map((root) => join(root, 'speech', version));
}

/** @param {string} folder */
function isWhole(folder) {
  return Object.entries(files).every(([name, hash]) => isRight(join(folder, name), hash));
}

/**
 * @param {string} file
 * @param {string} hash
 */
function isRight(file, hash) {
  return existsSync(file) && sha256(readFileSync(file)) === hash;
}

/** @param {Options} options */
async function fetchAll(options) {
  return withScratchFolder(async (folder) => {
    await fetchSome(moonshine, folder, [fromPublisher, fromWheel], options);
    await fetchSome(silero, folder, [fromPackage], options);
    return keep(folder);
  });
}

/**
 * Tries one way after the other until every file is there, and is the right one.
 * @param {Readonly<Record<string, string>>} wanted
 * @param {string} folder
 * @param {readonly Obtain[]} ways
 * @param {Options} options
 */
async function fetchSome(wanted, folder, ways, options) {
  /** @type {string[]} */
  const reasons = [];
  for (const obtain of ways) {
    try {
      await obtain(Object.keys(wanted), folder, options);
      const wrong = Object.keys(wanted).find(
        (name) => !isRight(join(folder, name), wanted[name] ?? ''),
      );
      if (!wrong) return;
      reasons.push(`${wrong} has the wrong checksum.`);
    } catch (error) {
      if (error instanceof Interrupted) throw error;
      reasons.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new LauncherError(
    'the model that understands speech could not be fetched: set SPEECH_MODELS to a folder with it, ' +
      'or SPEECH_MODELS_URL to an address.',
    reasons,
  );
}

/** @type {Obtain} */
async function fromPublisher(names, into, { onProgress, signal }) {
  const address = process.env['SPEECH_MODELS_URL'] || publisher;
  for (const name of names) {
    const url = `${address.replace(/\/+$/, '')}/${name}`;
    writeFileSync(join(into, name), await download(url, { what: name, onProgress, signal }));
  }
}

/** @type {Obtain} */
async function fromWheel(names, into, { onProgress, signal }) {
  onProgress?.('asking the package index of Python');
  const from = join(into, 'wheel');
  await runOrFail({
    what: `\`pip download ${wheel}\``,
    command: 'python3',
    args: [
      ...[
        '-m',
        'pip',
        'download',
        '--no-deps',
        '--only-binary=:all:',
        '--disable-pip-version-check',
      ],
      ...['--progress-bar', 'off', '--platform', wheelPlatform, '--dest', from, wheel],
    ],
    onLine: (line) => onProgress?.(line.trim()),
    signal,
  });
  const [file = ''] = readdirSync(from);
  await runOrFail({
    what: 'Unpacking the model',
    command: 'python3',
    args: ['-m', 'zipfile', '-e', join(from, file), from],
    signal,
  });
  for (const name of names) place(join(from, wheelFolder, name), join(into, name));
}

/** @type {Obtain} */
async function fromPackage(names, into, { onProgress, signal }) {
  onProgress?.('asking the package registry');
  const what = `\`npm pack ${activityPackage}\``;
  const args = ['pack', '--silent', '--pack-destination', into, activityPackage];
  await runOrFail({ what, command: 'npm', args, env: outsideEnvironment(), signal });
  const archive = readdirSync(into).find((name) => name.endsWith('.tgz')) ?? '';
  await runOrFail({
    what: 'Unpacking Silero',
    command: 'tar',
    args: ['-xzf', join(into, archive), '-C', into, activityFile],
    signal,
  });
  for (const name of names) place(join(into, activityFile), join(into, name));
}

/**
 * Puts the files into every cache that can be written and gives the first.
 * @param {string} folder
 * @returns {string}
 */
function keep(folder) {
  const [first = folder, ...others] = cacheFolders();
  const copy = (/** @type {string} */ cache) => {
    for (const name of Object.keys(files)) place(join(folder, name), join(cache, name));
  };
  copy(first);
  for (const other of others) {
    try {
      copy(other);
    } catch {
      // A home that cannot be written costs the next checkout some time, nothing else.
    }
  }
  return first;
}
