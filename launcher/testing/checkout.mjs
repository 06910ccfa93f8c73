import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { repoRoot } from '../paths.mjs';
import { freePort } from '../ports.mjs';
import { finallyDo, scratchFolder } from './scratch.mjs';

/** Answers as the api does as far as the launcher can see. */
const standInApi = `
import { createServer } from 'node:http';
const server = createServer((request, response) => {
  if (request.url === '/die') { console.log('out of ink'); process.exit(7); }
  const isKnown = request.url === '/health/ready';
  const names = ['DATABASE_URL', 'LIVEKIT_URL', 'AUTH_SECRET', 'PUBLIC_URL', 'WEB_ROOT'];
  response.writeHead(isKnown ? 200 : 404).end(JSON.stringify(names.map((name) => process.env[name])));
});
server.listen(Number(process.env.PORT), process.env.HOST);
process.once('SIGTERM', () => { console.log('drained'); server.close(); server.closeAllConnections(); });
`;
const standInDemo = `
console.log('{"level":30,"msg":"working"}');
console.log(JSON.stringify({ mentorLink: 'http://mentor.link', learnerLink: 'http://learner.link' }));
`;

/** Ends for good when it is told to, as a crash would. */
const standInTranscriber = `
import { createServer } from 'node:http';
console.log(process.env.SPEECH_MODELS);
createServer((request, response) => {
  if (request.url === '/die') process.exit(9);
  response.end('up');
}).listen(Number(process.env.TRANSCRIBER_PORT), '127.0.0.1');
`;

const standInPerson = `
const { DATABASE_URL: database, AUTH_SECRET: secret, PUBLIC_URL: url } = process.env;
console.log(JSON.stringify({ args: process.argv.slice(2), database, secret, url }));
process.exitCode = 3;
`;

/**
 * A checkout of its own with the real launcher and a stand-in for the api.
 * @param {import('node:test').TestContext} test
 */
export async function scratchCheckout(test) {
  const root = scratchFolder(test);
  for (const name of ['launcher', 'livekit.yaml', 'package.json', 'package-lock.json']) {
    cpSync(join(repoRoot, name), join(root, name), { recursive: true });
  }
  for (const name of ['node_modules', '.cache']) {
    if (existsSync(join(repoRoot, name))) symlinkSync(join(repoRoot, name), join(root, name));
  }
  place(root, 'dist/api/src/main.js', standInApi);
  place(root, 'dist/api/src/demo.js', standInDemo);
  place(root, 'dist/api/src/person.js', standInPerson);
  place(root, 'dist/api/src/transcriber-main.js', standInTranscriber);
  place(root, 'dist/web/browser/index.html', '<!doctype html>');
  const { builds, stampFile, stampOf } = await import(join(root, 'launcher', 'prepare.mjs'));
  for (const build of builds) writeFileSync(stampFile(build.name), stampOf(build));
  const port = await freePort();
  return {
    root,
    port,
    start: (/** @type {string[]} */ ...args) => start(test, root, port, { args }),
    startWith: (/** @type {Record<string, string>} */ environment) =>
      start(test, root, port, { environment }),
  };
}

/**
 * @param {string} root
 * @param {string} name
 * @param {string} content
 */
function place(root, name, content) {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), content);
}

/**
 * @param {import('node:test').TestContext} test
 * @param {string} root
 * @param {number} port
 * @param {{ args?: readonly string[], environment?: Readonly<Record<string, string>> }} how
 */
function start(test, root, port, { args = [], environment = {} }) {
  const child = spawn(process.execPath, [join(root, 'launcher', 'start.mjs'), ...args], {
    cwd: root,
    env: { ...process.env, SPEECH: 'off', PORT: String(port), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => {
      text += chunk;
    });
  }
  /** @type {Promise<number | null>} */
  const exited = new Promise((resolve) => child.once('close', (code) => resolve(code)));
  finallyDo(test, () => {
    child.kill('SIGTERM');
    return exited;
  });
  /** @param {RegExp} pattern */
  const printed = async (pattern) => {
    for (;;) {
      if (pattern.test(text)) return text;
      const isOver = await Promise.race([exited.then(() => true), soon()]);
      if (isOver && !pattern.test(text)) throw new Error(`never printed ${pattern}:\n${text}`);
    }
  };
  return { pid: child.pid ?? 0, exited, printed, text: () => text, kill: child.kill.bind(child) };
}

/** @returns {Promise<boolean>} */
function soon() {
  return new Promise((resolve) => setTimeout(() => resolve(false), 20));
}
