import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { path as ffprobe } from '@ffprobe-installer/ffprobe';

/** What a file of picture and sound is. */
export interface FileFacts {
  /** Of its streams, by the alphabet. */
  readonly kinds: readonly string[];
  readonly seconds: number;
}

interface Printed {
  readonly format: { readonly duration?: string };
  readonly streams: readonly { readonly codec_type: string }[];
}

/** What ffprobe says of a file, which knows nothing of who made it. */
export async function fileFacts(file: string): Promise<FileFacts> {
  const shown = ['-v', 'error', '-show_format', '-show_streams', '-of', 'json'];
  const { stdout } = await promisify(execFile)(ffprobe, [...shown, file]);
  const { format, streams } = JSON.parse(stdout) as Printed;
  return {
    kinds: streams.map((stream) => stream.codec_type).sort(),
    seconds: Number(format.duration),
  };
}
