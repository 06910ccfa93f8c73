import { existsSync, realpathSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runOrFail } from './commands.mjs';
import { LauncherError } from './launcher-error.mjs';
import { findLiveKit, startLiveKit } from './livekit.mjs';
import { startPostgres } from './postgres.mjs';
import { describeEnd, rejectWhenEnded, startProcess } from './processes.mjs';
import { noteRunning } from './running.mjs';
import { readSecrets } from './secrets.mjs';
import { startTranscriber } from './transcriber.mjs';
import { waitUntil } from './waiting.mjs';

/** Where the api takes the media server's notices. */
const noticePath = '/media/notices';
/** Where nothing listens, a script seems to speak for these two. */
const demoPeople = 'maya@peerlearn.example,leo@peerlearn.example';

/**
 * @typedef {import('./processes.mjs').Child} Child
 * @typedef {import('./progress.mjs').Progress} Progress
 *
 * @typedef {object} StackOptions
 * @property {string} root folder with `dist`
 * @property {string} dataDir
 * @property {string} node path of the Node that runs the api
 * @property {number} port
 * @property {Progress} progress
 * @property {Readonly<Record<string, string | undefined>>} environment settings of the person
 * @property {AbortSignal} [signal]
 * @property {string} [runDir]
 *
 * @typedef {object} Stack
 * @property {string} url
 * @property {{ mentorLink: string, learnerLink: string }} links
 * @property {Promise<LauncherError>} broken settles when a part ends that should not
 * @property {() => Promise<void>} stop
 */

/**
 * Starts database and media server, puts in the demo, and starts transcriber and api, in this order:
 * an api that runs would end the demo's past by its own clock while it is being told.
 * @param {StackOptions} options
 * @returns {Promise<Stack>}
 */
export async function startStack(options) {
  const parts = createParts(options.progress);
  try {
    const secrets = readSecrets(options.dataDir);
    const database = await startDatabase(options, parts);
    const media = await startMedia(options, secrets, parts);
    const shared = apiSettings(options, {
      DATABASE_URL: database.url,
      LIVEKIT_URL: media.url,
      LIVEKIT_API_KEY: media.apiKey,
      LIVEKIT_API_SECRET: media.apiSecret,
      AUTH_SECRET: secrets.authSecret,
    });
    const links = await options.progress.step('Demo data', () =>
      putInDemo(options, { SCRIPTED_TRANSCRIPT_FOR: demoPeople, ...shared }),
    );
    const program = compiled(options.root, 'transcriber-main.js');
    const isHeard = await startTranscriber({ ...options, program, settings: shared }, parts);
    /** @type {NodeJS.ProcessEnv} */
    const speech = isHeard ? { TRANSCRIBER: 'true' } : { SCRIPTED_TRANSCRIPT_FOR: demoPeople };
    const settings = { ...speech, ...shared };
    await startApi(options, settings, parts);
    const url = settings['PUBLIC_URL'] ?? '';
    const forget = noteRunning(options.dataDir, settings);
    const stop = () => {
      forget();
      return parts.stop();
    };
    return { url, links, broken: parts.broken, stop };
  } catch (error) {
    await parts.stop();
    throw error;
  }
}

/**
 * What has been started, to be ended in the reverse order.
 * @param {Progress} progress
 */
function createParts(progress) {
  /** @type {Child[]} */
  const started = [];
  let isEnding = false;
  /** @type {(error: LauncherError) => void} */
  let report = () => undefined;
  /** @type {Promise<LauncherError>} */
  const broken = new Promise((resolve) => {
    report = resolve;
  });
  return {
    broken,
    isEnding: () => isEnding,
    /** One that the others do without. @param {Child} child */
    addSpare: (child) => {
      started.push(child);
    },
    /** @param {Child} child */
    add: (child) => {
      started.push(child);
      void child.exited.then((exit) => {
        if (isEnding) return;
        report(new LauncherError(describeEnd(inShort(child), exit), child.lastLines()));
      });
    },
    stop: async () => {
      isEnding = true;
      for (let child = started.pop(); child; child = started.pop()) {
        const ending = child;
        if (!ending.isRunning()) continue;
        await progress.step(`${ending.name} ended`, () => ending.stop());
      }
    },
  };
}

/**
 * With the log's path as the person would type it.
 * @param {Child} child
 * @returns {Child}
 */
function inShort(child) {
  const path = relative(process.cwd(), child.logFile);
  return { ...child, logFile: path.startsWith('..') ? child.logFile : path };
}

/**
 * @param {StackOptions} options
 * @param {ReturnType<typeof createParts>} parts
 */
function startDatabase({ dataDir, progress, signal, runDir }, parts) {
  return progress.step('PostgreSQL', async () => {
    const database = await startPostgres({
      dataDir: join(dataDir, 'postgres'),
      logFile: join(dataDir, 'logs', 'postgres.log'),
      signal,
      ...(runDir ? { runDir } : {}),
    });
    parts.add(database.child);
    return database;
  });
}

/**
 * @param {StackOptions} options
 * @param {import('./secrets.mjs').Secrets} secrets
 * @param {ReturnType<typeof createParts>} parts
 * @returns {Promise<{ url: string, apiKey: string, apiSecret: string }>}
 */
async function startMedia(
  { dataDir, port, progress, environment, signal, runDir },
  secrets,
  parts,
) {
  const given = givenLiveKit(environment, port);
  if (given) {
    progress.line(`  ✓ LiveKit at ${given.url} (it has to post to ${noticeUrl(port)})`);
    return given;
  }
  const program = await progress.step('LiveKit found', (report) =>
    findLiveKit({ onProgress: report, signal }),
  );
  return progress.step(`LiveKit ${program.version}`, async () => {
    const media = await startLiveKit({
      dataDir: join(dataDir, 'livekit'),
      logFile: join(dataDir, 'logs', 'livekit.log'),
      program: program.path,
      webhookUrl: noticeUrl(port),
      preferUsualPorts: true,
      apiKey: secrets.livekitApiKey,
      apiSecret: secrets.livekitApiSecret,
      signal,
      ...(runDir ? { runDir } : {}),
    });
    parts.add(media.child);
    return media;
  });
}

/** @param {number} port */
function noticeUrl(port) {
  return `http://127.0.0.1:${port}${noticePath}`;
}

/**
 * @param {StackOptions['environment']} environment
 * @param {number} port
 */
function givenLiveKit(environment, port) {
  const url = environment['LIVEKIT_URL'];
  if (!url) return undefined;
  const apiKey = environment['LIVEKIT_API_KEY'];
  const apiSecret = environment['LIVEKIT_API_SECRET'];
  if (apiKey && apiSecret) return { url, apiKey, apiSecret };
  throw new LauncherError(
    'LIVEKIT_URL is set, so LIVEKIT_API_KEY and LIVEKIT_API_SECRET are needed too (and that ' +
      `server has to post its webhooks to ${noticeUrl(port)}).`,
  );
}

/**
 * The person's own settings count, except for what was started here.
 * @param {StackOptions} options
 * @param {Readonly<Record<string, string>>} started
 * @returns {NodeJS.ProcessEnv}
 */
function apiSettings({ root, dataDir, port, environment }, started) {
  return {
    PUBLIC_URL: `http://localhost:${port}`,
    MIGRATE: 'true',
    JOBS_BACKEND: 'postgres',
    WAKE_UPS: 'postgres',
    MAIL: 'caught',
    FILES_FOLDER: join(dataDir, 'files'),
    ...environment,
    HOST: '127.0.0.1',
    PORT: String(port),
    WEB_ROOT: join(root, 'dist', 'web', 'browser'),
    ...started,
  };
}

/**
 * @param {StackOptions} options
 * @param {NodeJS.ProcessEnv} settings
 * @param {ReturnType<typeof createParts>} parts
 */
function startApi({ root, dataDir, node, port, progress, signal, runDir }, settings, parts) {
  return progress.step('API and web app', async () => {
    const child = await startProcess({
      name: 'The API',
      command: node,
      args: [compiled(root, 'main.js')],
      cwd: root,
      env: settings,
      logFile: join(dataDir, 'logs', 'api.log'),
      stopPlan: [
        ['SIGTERM', 20_000],
        ['SIGKILL', 2000],
      ],
      runDir,
    });
    parts.add(child);
    await waitUntil(() => isReady(port), {
      what: 'The API',
      timeoutMs: 90_000,
      everyMs: 100,
      giveUp: rejectWhenEnded(inShort(child)),
      signal,
    });
  });
}

/** @param {number} port */
async function isReady(port) {
  try {
    const address = `http://127.0.0.1:${port}/health/ready`;
    return (await fetch(address, { signal: AbortSignal.timeout(5000) })).status === 200;
  } catch {
    return false;
  }
}

/**
 * @param {StackOptions} options
 * @param {NodeJS.ProcessEnv} settings
 * @returns {Promise<Stack['links']>}
 */
async function putInDemo({ root, dataDir, node, signal }, settings) {
  const output = await runOrFail({
    what: 'Putting in the demo data',
    command: node,
    args: [compiled(root, 'demo.js')],
    cwd: root,
    env: settings,
    logFile: join(dataDir, 'logs', 'demo.log'),
    timeoutMs: 120_000,
    signal,
  });
  const line = output.split('\n').find((text) => text.includes('"mentorLink"'));
  if (!line)
    throw new LauncherError('The demo printed no links; its log is demo.log in .data/logs');
  return JSON.parse(line);
}

/**
 * @param {string} root
 * @param {string} file
 */
function compiled(root, file) {
  const path = join(root, 'dist', 'api', 'src', file);
  return existsSync(path) ? realpathSync(path) : path;
}
