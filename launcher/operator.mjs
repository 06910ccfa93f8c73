import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { dataRoot, repoRoot } from './paths.mjs';
import { readRunning } from './running.mjs';

/*
 * Runs one of the operator's commands of the api, such as `person`, with the settings of the
 * environment. Where those name no database it is that of the `npm start` of this checkout.
 */
const [command = '', ...args] = process.argv.slice(2);
const settings = process.env['DATABASE_URL'] ? {} : readRunning(dataRoot);
if (settings) {
  const program = join(repoRoot, 'dist', 'api', 'src', `${command}.js`);
  const child = spawn(process.execPath, [program, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...settings },
  });
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
} else {
  process.stderr.write(
    'PeerLearn does not run from this folder: start it with `npm start`, or name the database of ' +
      'another installation (DATABASE_URL and its other settings, see docs/settings.md).\n',
  );
  process.exitCode = 1;
}
