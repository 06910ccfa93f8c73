import { Service, inject, signal } from '@angular/core';
import { BoardTools } from './board-tools';
import { type Point, quarter } from './domain/geometry';
import { pictureSize } from './domain/new-shape';
import { WhiteboardStore } from './whiteboard-store';

/** Larger than any screen shows it. */
const longestSide = 1600;

interface Uploaded {
  readonly id: string;
}

/** Puts pictures on the board: made small enough here, and kept with the session's files. */
@Service({ autoProvided: false })
export class BoardPictures {
  private readonly store = inject(WhiteboardStore);
  private readonly tools = inject(BoardTools);
  private readonly fault = signal<string | null>(null);
  private readonly coming = signal(0);

  readonly problem = this.fault.asReadonly();
  readonly isBusy = this.coming.asReadonly();

  /** Those of the files that are pictures, around a point of the board. */
  async add(sessionId: string, files: Iterable<File>, at: Point): Promise<void> {
    const pictures = [...files].filter(({ type }) => type.startsWith('image/'));
    if (pictures.length === 0) return;
    this.fault.set(null);
    for (const [count, file] of pictures.entries()) {
      const away = count * 24;
      await this.addOne(sessionId, file, { x: at.x + away, y: at.y + away });
    }
  }

  private async addOne(sessionId: string, file: File, at: Point): Promise<void> {
    this.coming.update((count) => count + 1);
    try {
      const { blob, width, height } = await shrunk(file);
      const { id } = await upload(sessionId, file.name, blob);
      const { zoom } = this.tools.view();
      const { w: roomW, h: roomH } = this.tools.size();
      const { w, h } = pictureSize({ width, height }, { w: roomW / zoom, h: roomH / zoom });
      const place = [quarter(at.x - w / 2), quarter(at.y - h / 2), w, h];
      this.store.begin();
      const shape = this.store.add({ kind: 'picture', place, file: id, name: nameOf(file) });
      this.tools.choose('select');
      this.tools.select([shape]);
    } catch (error) {
      const isTold = error instanceof UploadFault && error.message !== '';
      this.fault.set(isTold ? error.message : 'The picture could not be added. Try again.');
    } finally {
      this.coming.update((count) => count - 1);
    }
  }
}

/** The server would not take it. */
class UploadFault extends Error {
  override readonly name = 'UploadFault';
}

interface Shrunk {
  readonly blob: Blob;
  readonly width: number;
  readonly height: number;
}

/** The picture with no more pixels than are seen, the right way up. */
async function shrunk(file: File): Promise<Shrunk> {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const isPhoto = file.type === 'image/jpeg';
  const type = isPhoto ? 'image/jpeg' : 'image/png';
  const drawn = await canvas.convertToBlob({ type, quality: 0.85 });
  const isFine = scale === 1 && file.size <= drawn.size && /^image\/(png|jpeg)$/.test(file.type);
  return { blob: isFine ? file : drawn, width, height };
}

async function upload(sessionId: string, name: string, blob: Blob): Promise<Uploaded> {
  const ending = blob.type === 'image/jpeg' ? 'jpg' : 'png';
  const query = new URLSearchParams({
    session: sessionId,
    name: `${name.replace(/\.\w+$/, '') || 'Picture'}.${ending}`,
  });
  const response = await fetch(`/files?${query.toString()}`, {
    method: 'POST',
    headers: { 'content-type': blob.type },
    body: blob,
  });
  if (!response.ok) throw new UploadFault(await wordsOf(response));
  const answer: unknown = await response.json();
  const id: unknown = typeof answer === 'object' && answer && Reflect.get(answer, 'id');
  if (typeof id !== 'string') throw new UploadFault('');
  return { id };
}

async function wordsOf(response: Response): Promise<string> {
  try {
    const answer: unknown = await response.json();
    const words: unknown = typeof answer === 'object' && answer && Reflect.get(answer, 'error');
    return typeof words === 'string' ? words : '';
  } catch {
    return '';
  }
}

/** What a pasted picture is called says nothing. */
function nameOf({ name }: File): string {
  return /^image\.\w+$/.test(name) ? '' : name.replace(/\.\w+$/, '');
}
