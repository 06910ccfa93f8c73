import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../launcher/processes.mjs';
import { findSpeechModels } from '../../launcher/speech-models.mjs';
import { waitUntil } from '../../launcher/waiting.mjs';
import type { Environment } from './api-process.ts';

const root = join(import.meta.dirname, '../..');

/** The built transcriber as a process of its own. */
export class TranscriberProcess implements AsyncDisposable {
  private readonly child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.child = child;
  }

  /** Listens in the rooms of the API with these settings; `null` where the speech model cannot be had. */
  static async start(settings: Environment): Promise<TranscriberProcess | null> {
    const models = await findSpeechModels().catch(() => null);
    if (models === null) return null;
    const port = String(await freePort());
    const child = spawn(process.execPath, [join(root, 'dist/api/src/transcriber-main.js')], {
      env: { ...settings, SPEECH_MODELS: models, TRANSCRIBER_PORT: port },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const log = createWriteStream(join(root, 'test-results/logs/transcriber.log'), { flags: 'a' });
    child.stdout.pipe(log);
    child.stderr.pipe(log);
    const what = 'The transcriber (its log is test-results/logs/transcriber.log)';
    const ended = once(child, 'exit').then(() => {
      throw new Error(`${what} ended`);
    });
    ended.catch(() => undefined);
    await waitUntil(() => isReady(port), { what, timeoutMs: 60_000, giveUp: ended });
    return new TranscriberProcess(child);
  }

  get pid(): number {
    const { pid } = this.child;
    if (pid === undefined) throw new Error('the transcriber was not started');
    return pid;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.child.exitCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
  }
}

async function isReady(port: string): Promise<boolean> {
  try {
    const address = `http://127.0.0.1:${port}/health/ready`;
    return (await fetch(address, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}
