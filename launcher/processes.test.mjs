import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parseStartOptions } from './command-line.mjs';
import { emptyDataFolder, takeLock } from './lock.mjs';
import { commandLineOf } from './orphans.mjs';
import { isNewEnough } from './prepare.mjs';
import { endOrphans, freePort, isPortFree, rejectWhenEnded } from './processes.mjs';
import { runCommand, startProcess, waitUntil } from './processes.mjs';
import { readSecrets } from './secrets.mjs';
import { finallyDo, launcherUrl, ownerProcess, scratchFolder } from './testing/scratch.mjs';

const forever = 'setInterval(() => {}, 1000)';

/** @param {string} folder */
function nodeProgram(folder, source = forever) {
  return {
    name: 'A program',
    command: process.execPath,
    args: ['--eval', source],
    logFile: join(folder, 'program.log'),
    runDir: join(folder, 'run'),
  };
}

describe('startProcess', () => {
  it('writes a child down while it runs', async (test) => {
    const folder = scratchFolder(test);
    const child = await startProcess(nodeProgram(folder));
    assert.deepEqual(readdirSync(join(folder, 'run')), [`${child.pid}.json`]);
    assert.deepEqual(await child.stop(), { code: null, signal: 'SIGTERM' });
    assert.deepEqual(readdirSync(join(folder, 'run')), []);
  });

  it('ends one by force that does not listen', async (test) => {
    const source = `process.on('SIGTERM', () => {}); console.log('deaf'); ${forever}`;
    const child = await startProcess({
      ...nodeProgram(scratchFolder(test), source),
      stopPlan: [
        ['SIGTERM', 300],
        ['SIGKILL', 2000],
      ],
    });
    await waitUntil(() => child.lastLines().includes('deaf'), { what: 'it', timeoutMs: 5000 });
    assert.equal((await child.stop()).signal, 'SIGKILL');
  });

  it('says in one line which program ended, how, and where its log is', async (test) => {
    const source = 'console.error("no disk"); process.exit(3)';
    const child = await startProcess(nodeProgram(scratchFolder(test), source));
    await assert.rejects(rejectWhenEnded(child), (error) => {
      assert.ok(error instanceof Error && 'details' in error);
      assert.equal(
        error.message,
        `A program ended unexpectedly (exit code 3); its log is ${child.logFile}`,
      );
      assert.deepEqual(error.details, ['no disk']);
      return true;
    });
  });

  it('says in one line that a program is not there', async (test) => {
    const program = { ...nodeProgram(scratchFolder(test)), command: '/nowhere/program' };
    await assert.rejects(startProcess(program), /A program could not be started: .*ENOENT/);
  });
});

describe('endOrphans', () => {
  /** @param {string} folder */
  const ownerOf = (folder) =>
    `import { startProcess } from ${JSON.stringify(launcherUrl('processes.mjs'))};
     const child = await startProcess(${JSON.stringify(nodeProgram(folder))});
     console.log(JSON.stringify({ pid: child.pid }));
     ${forever};`;

  it('ends what a killed owner left, and nothing whose owner lives', async (test) => {
    const folder = scratchFolder(test);
    const { told, killOwner } = await ownerProcess(test, ownerOf(folder));
    assert.deepEqual(await endOrphans(join(folder, 'run')), []);
    await killOwner();
    assert.deepEqual(await endOrphans(join(folder, 'run')), ['A program']);
    assert.equal(commandLineOf(told.pid), undefined);
    assert.deepEqual(readdirSync(join(folder, 'run')), []);
  });

  it('leaves a process alone that got the same number later', async (test) => {
    const folder = scratchFolder(test);
    const child = await startProcess(nodeProgram(folder));
    finallyDo(test, () => child.kill());
    const record = {
      name: 'Another',
      pid: child.pid,
      commandLine: 'another program',
      ownerPid: 2 ** 22 + 1,
      ownerCommandLine: 'node',
      stopPlan: [['SIGKILL', 100]],
    };
    const stale = join(folder, 'stale');
    await startRecord(stale, record);
    assert.deepEqual(await endOrphans(stale), []);
    assert.equal(child.isRunning(), true);
  });

  /**
   * @param {string} folder
   * @param {object} record
   */
  async function startRecord(folder, record) {
    const { mkdirSync } = await import('node:fs');
    mkdirSync(folder);
    writeFileSync(join(folder, '1.json'), JSON.stringify(record));
    writeFileSync(join(folder, '2.json'), '{"half');
  }
});

describe('runCommand', () => {
  it('ends the whole group when time is up', async () => {
    const source = `require('child_process').spawn(process.execPath, ['-e', '${forever}'], { stdio: 'inherit' }); ${forever}`;
    const args = ['--eval', source];
    const result = await runCommand({ command: process.execPath, args, timeoutMs: 500 });
    assert.equal(result.timedOut, true);
    assert.equal(result.signal, 'SIGKILL');
  });

  it('gives up when the person interrupts', async () => {
    const controller = new AbortController();
    const running = runCommand({
      command: process.execPath,
      args: ['--eval', `console.log('up'); ${forever}`],
      onLine: () => controller.abort(),
      signal: controller.signal,
    });
    await assert.rejects(running, { name: 'Interrupted' });
  });
});

describe('takeLock', () => {
  it('is for one at a time and names the other', async (test) => {
    const folder = scratchFolder(test);
    const { killOwner } = await ownerProcess(
      test,
      `import { takeLock } from ${JSON.stringify(launcherUrl('lock.mjs'))};
       takeLock(${JSON.stringify(folder)}, 4321);
       console.log('{}');
       ${forever};`,
    );
    assert.throws(() => takeLock(folder, 4000), /already runs .* http:\/\/localhost:4321/);
    await killOwner();
    takeLock(folder, 4000)();
    assert.deepEqual(readdirSync(folder), []);
  });

  it('stays while the data are removed', (test) => {
    const folder = scratchFolder(test);
    const release = takeLock(folder, 4000);
    readSecrets(folder);
    emptyDataFolder(folder);
    assert.deepEqual(readdirSync(folder), ['launcher.lock']);
    release();
  });
});

describe('readSecrets', () => {
  it('makes them once, for their owner alone', async (test) => {
    const { statSync } = await import('node:fs');
    const folder = scratchFolder(test);
    const first = readSecrets(folder);
    assert.deepEqual(readSecrets(folder), first);
    assert.ok(first.authSecret.length >= 32 && first.livekitApiSecret.length >= 32);
    assert.equal(statSync(join(folder, 'secrets.json')).mode & 0o777, 0o600);
  });
});

describe('freePort', () => {
  it('takes the preferred port unless somebody has it', async (test) => {
    const preferred = await freePort();
    assert.equal(await freePort(preferred), preferred);
    const server = createServer();
    await new Promise((resolve) => server.listen(preferred, '127.0.0.1', () => resolve(undefined)));
    finallyDo(test, () => server.close());
    assert.equal(await isPortFree(preferred), false);
    assert.notEqual(await freePort(preferred), preferred);
  });
});

describe('parseStartOptions', () => {
  it('reads the port from the option, then from PORT', () => {
    assert.equal(parseStartOptions([], {}).port, 4000);
    assert.equal(parseStartOptions([], { PORT: '5000' }).port, 5000);
    assert.equal(parseStartOptions(['--port', '6000'], { PORT: '5000' }).port, 6000);
  });

  it('refuses what it does not know', () => {
    assert.throws(() => parseStartOptions(['--rest'], {}), /Unknown option '--rest'/);
    assert.throws(() => parseStartOptions(['--port', 'x'], {}), /x is no port/);
  });
});

describe('isNewEnough', () => {
  for (const [version, expected] of /** @type {const} */ ([
    ['v20.20.2', false],
    ['v22.22.0', false],
    ['v23.9.0', false],
    ['v24.14.0', false],
    ['v24.15.0', true],
    ['v24.21.0', true],
    ['v26.0.0', true],
    ['', false],
  ])) {
    it(`${version || 'nothing'}: ${expected}`, () => assert.equal(isNewEnough(version), expected));
  }
});
