import { resolve } from 'node:path';
import { LauncherError } from './launcher-error.mjs';
import { createProgress } from './progress.mjs';
import { copySpeechModels, findSpeechModels } from './speech-models.mjs';

/*
 * Fetches the files with which speech is understood; with a folder as argument, puts them there.
 */
const progress = createProgress();
const [, , folder] = process.argv;
try {
  await progress.step('Speech model', async (onProgress) => {
    if (folder) await copySpeechModels(resolve(folder), { onProgress });
    else await findSpeechModels({ onProgress });
  });
} catch (error) {
  if (!(error instanceof LauncherError)) throw error;
  progress.line([`  ✗ ${error.message}`, ...error.details].join('\n      '));
  process.exitCode = 1;
}
