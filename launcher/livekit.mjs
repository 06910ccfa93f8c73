import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { findLiveKit } from './livekit-program.mjs';
import { endOrphans } from './orphans.mjs';
import { repoRoot } from './paths.mjs';
import { freePort, freeUdpRange } from './ports.mjs';
import { rejectWhenEnded, startProcess } from './processes.mjs';
import { waitUntil } from './waiting.mjs';

export { findLiveKit } from './livekit-program.mjs';

/**
 * @typedef {import('./livekit.mjs').LiveKit} LiveKit
 * @typedef {import('./livekit.mjs').LiveKitOptions} LiveKitOptions
 */

/** One person takes at most two ports, so this is enough for any number of test browsers. */
const udpPorts = 100;

/**
 * Starts a LiveKit server on loopback. To start one again where another was, give it the port, the
 * key and the secret of the first.
 * @param {LiveKitOptions} [options]
 * @returns {Promise<LiveKit>}
 */
export async function startLiveKit(options = {}) {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'peerlearn-livekit-'));
  const remove = () => {
    if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
  };
  await endOrphans(options.runDir);
  const settings = {
    program: options.program ?? (await findLiveKit({ signal: options.signal })).path,
    config: join(dataDir, 'livekit.yaml'),
    logFile: options.logFile ?? join(dataDir, 'livekit.log'),
    apiKey: options.apiKey ?? `key${randomBytes(6).toString('hex')}`,
    apiSecret: options.apiSecret ?? randomBytes(32).toString('hex'),
  };
  mkdirSync(dataDir, { recursive: true });
  try {
    const { child, port } = await startServer(settings, options);
    return {
      url: `ws://127.0.0.1:${port}`,
      port,
      apiKey: settings.apiKey,
      apiSecret: settings.apiSecret,
      dataDir,
      child,
      stop: () => child.stop().finally(remove),
      kill: () => child.kill().finally(remove),
    };
  } catch (error) {
    remove();
    throw error;
  }
}

/**
 * @typedef {{ program: string, config: string, logFile: string, apiKey: string, apiSecret: string }} Settings
 *
 * @param {Settings} settings
 * @param {LiveKitOptions} options
 */
async function startServer(settings, options) {
  const webhookUrls = options.webhookUrl === undefined ? [] : [options.webhookUrl];
  for (let attempt = 1; ; attempt += 1) {
    const ports = await choosePorts(options);
    const text = fillTemplate({ ...settings, ...ports, webhookUrls }) + redisPart(options);
    writeFileSync(settings.config, text, { mode: 0o600 });
    const child = await startProcess(serverProcess(settings, options));
    try {
      await waitUntil(() => answers(ports.port), {
        what: 'LiveKit',
        timeoutMs: 30_000,
        giveUp: rejectWhenEnded(child),
        signal: options.signal,
      });
      return { child, port: ports.port };
    } catch (error) {
      await child.stop();
      // Between the choice of a port and its use another program can take it.
      const isLost = child.lastLines(20).some((line) => line.includes('address already in use'));
      if (!isLost || options.port !== undefined || attempt === 3) throw error;
    }
  }
}

/**
 * @param {LiveKitOptions} options
 */
async function choosePorts({ port, preferUsualPorts = false }) {
  return {
    port: port ?? (await freePort(preferUsualPorts ? 7880 : undefined)),
    tcpPort: await freePort(preferUsualPorts ? 7881 : undefined),
    udpStart: await freeUdpRange(udpPorts, preferUsualPorts ? 50_000 : undefined),
  };
}

/**
 * @param {object} values
 * @param {number} values.port
 * @param {number} values.tcpPort
 * @param {number} values.udpStart
 * @param {string} values.apiKey
 * @param {string} values.apiSecret
 * @param {readonly string[]} values.webhookUrls
 * @returns {string}
 */
function fillTemplate(values) {
  /** @type {Record<string, string>} */
  const replacements = {
    PORT: String(values.port),
    RTC_TCP_PORT: String(values.tcpPort),
    RTC_UDP_START: String(values.udpStart),
    RTC_UDP_END: String(values.udpStart + udpPorts - 1),
    LOOPBACK: loopbackInterface(),
    API_KEY: JSON.stringify(values.apiKey),
    API_SECRET: JSON.stringify(values.apiSecret),
    WEBHOOK_URLS: JSON.stringify(values.webhookUrls),
  };
  const template = readFileSync(join(repoRoot, 'livekit.yaml'), 'utf8');
  return template.replace(
    /\$\{([A-Z_]+)\}/g,
    (placeholder, name) => replacements[name] ?? placeholder,
  );
}

/**
 * Egress is found through Redis alone. Without it LiveKit needs none.
 * @param {LiveKitOptions} options
 */
function redisPart({ redis }) {
  return redis === undefined ? '' : `redis: { address: ${JSON.stringify(redis)} }\n`;
}

function loopbackInterface() {
  const interfaces = Object.entries(networkInterfaces());
  const found = interfaces.find(([, addresses]) => addresses?.some(({ internal }) => internal));
  return found?.[0] ?? 'lo';
}

/**
 * @param {Settings} settings
 * @param {LiveKitOptions} options
 * @returns {import('./processes.mjs').ProcessOptions}
 */
function serverProcess({ program, config, logFile }, { runDir }) {
  // Settings of another LiveKit in the person's environment would win over the file.
  const entries = Object.entries(process.env).filter(([name]) => !name.startsWith('LIVEKIT_'));
  return {
    name: 'LiveKit',
    command: program,
    args: ['--config', config],
    env: Object.fromEntries(entries),
    logFile,
    // At the first signal it waits for the people in its rooms, at the second it does not.
    stopPlan: [
      ['SIGTERM', 300],
      ['SIGTERM', 5000],
      ['SIGKILL', 1000],
    ],
    runDir,
  };
}

/** @param {number} port */
async function answers(port) {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(2000) });
    return answer.ok;
  } catch {
    return false;
  }
}
