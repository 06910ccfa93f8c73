/** Something that goes with a message. */
export interface ChatFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly url: string;
  readonly isPicture: boolean;
  readonly width: number | null;
  readonly height: number | null;
}

/** How large something is, as people say it. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${String(bytes)} bytes`;
  const [size, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'KB'] : [bytes / 1024 / 1024, 'MB'];
  return `${size < 10 ? String(Math.round(size * 10) / 10) : String(Math.round(size))} ${unit}`;
}

const widest = 260;
const highest = 220;
const least = 48;

/** The box of a picture in the chat, in CSS pixels, before there is anything of it to be seen. */
export function pictureBox({ width, height }: Pick<ChatFile, 'width' | 'height'>) {
  if (!width || !height) return { width: 240, height: 180 };
  const scale = Math.min(1, widest / width, highest / height);
  const fit = (length: number) => Math.max(least, Math.round(length * scale));
  return { width: fit(width), height: fit(height) };
}

/** Reads what this browser has kept of a file; `null` where it is rubbish. */
export function asChatFile(value: unknown): ChatFile | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id, name, bytes, mediaType, url, ...rest } = value as Partial<ChatFile>;
  const hasWords = [id, name, mediaType, url].every((word) => typeof word === 'string');
  if (!hasWords || typeof bytes !== 'number' || !isOwnPath(url)) return null;
  const length = (of: unknown) => (typeof of === 'number' && of > 0 ? of : null);
  const size = { width: length(rest.width), height: length(rest.height) };
  return {
    ...{ id: String(id), name: String(name), mediaType: String(mediaType), url },
    ...{ bytes, isPicture: rest.isPicture === true, ...size },
  };
}

function isOwnPath(url: unknown): url is string {
  return typeof url === 'string' && /^\/files\/[\w-]+$/.test(url);
}
