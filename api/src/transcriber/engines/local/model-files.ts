import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EngineMissing } from '../engine.ts';
import { tokenLines } from './tokens.ts';

/** The models of the local engine: Moonshine understands, Silero hears whether somebody speaks. */
export interface ModelFiles {
  readonly encoder: string;
  readonly decoder: string;
  readonly voiceActivity: string;
  /** The words of Moonshine, as sherpa-onnx wants to find them in a file. */
  readonly tokens: string;
}

const names = {
  encoder: 'encoder_model.ort',
  decoder: 'decoder_model_merged.ort',
  voiceActivity: 'silero_vad.onnx',
};

/** Looks for the models in a folder. Rejects with `EngineMissing` where one is not there. */
export async function findModels(folder: string): Promise<ModelFiles> {
  for (const name of Object.values(names)) await read(folder, name);
  return {
    encoder: join(folder, names.encoder),
    decoder: join(folder, names.decoder),
    voiceActivity: join(folder, names.voiceActivity),
    tokens: tokenLines(await read(folder, 'tokenizer.bin')),
  };
}

async function read(folder: string, name: string): Promise<Uint8Array> {
  try {
    return await readFile(join(folder, name));
  } catch (cause) {
    throw new EngineMissing(`the speech model lacks ${name} in ${folder}`, { cause });
  }
}
