import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DiskStorage } from '../src/platform/storage/disk-storage.ts';
import { blobStorageContract } from './contracts/blob-storage.contract.ts';

describe('DiskStorage', () => {
  blobStorageContract(async () => {
    const top = await mkdtemp(join(tmpdir(), 'peerlearn-disk-'));
    const folder = join(top, 'files');
    return {
      storage: new DiskStorage(folder),
      async count() {
        const found = await readdir(folder, { recursive: true, withFileTypes: true });
        return found.filter((entry) => entry.isFile()).length;
      },
      async leaveHalf() {
        await mkdir(join(folder, '.unfinished'), { recursive: true });
        await writeFile(join(folder, '.unfinished', 'half'), 'half');
      },
      async takeAway() {
        // A file where the folder was: also whoever may do everything cannot write below it.
        await rm(folder, { recursive: true });
        await writeFile(folder, '');
      },
      [Symbol.asyncDispose]: () => rm(top, { recursive: true, force: true }),
    };
  });
});
