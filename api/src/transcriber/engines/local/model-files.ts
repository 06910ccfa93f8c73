import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EngineMissing } from '../engine.ts';

/** Where a file of the models lies. Rejects with `EngineMissing` where it is not there. */
export async function findModel(folder: string, name: string): Promise<string> {
  await readModel(folder, name);
  return join(folder, name);
}

/** What is in it. Rejects with `EngineMissing` where it is not there. */
export async function readModel(folder: string, name: string): Promise<Uint8Array> {
  try {
    return await readFile(join(folder, name));
  } catch (cause) {
    throw new EngineMissing(`the speech model lacks ${name} in ${folder}`, { cause });
  }
}
