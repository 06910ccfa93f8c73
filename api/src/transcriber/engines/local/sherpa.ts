import { EngineMissing } from '../engine.ts';

export type Sherpa = typeof import('sherpa-onnx-node');

/** The program that runs the models. Rejects with `EngineMissing` where there is none for this machine. */
export async function loadSherpa(): Promise<Sherpa> {
  try {
    const module = (await import('sherpa-onnx-node')) as Sherpa & { readonly default?: Sherpa };
    return module.default ?? module;
  } catch (cause) {
    throw new EngineMissing(
      `there is no speech recognition for ${process.platform} on ${process.arch}`,
      { cause },
    );
  }
}
