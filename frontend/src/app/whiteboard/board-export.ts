import { type SvgFile, fileNameOf, svgOf } from './domain/board-svg';
import type { Shape } from './domain/shape';
import { dataOf } from './board-export-data';
import { boardFonts } from './board-fonts';
import { strokePath } from './stroke-path';

export type ExportKind = 'png' | 'svg';

/** Browsers do not draw much larger pictures. */
const longestSide = 8192;

/** Saves what is drawn as a file of its own, on white paper. */
export async function saveBoard(
  shapes: readonly Shape[],
  title: string,
  kind: ExportKind,
): Promise<void> {
  const file = await boardFile(shapes, title);
  const svg = new Blob([file.text], { type: 'image/svg+xml' });
  const blob = kind === 'svg' ? svg : await painted(svg, file);
  download(blob, fileNameOf(title, kind));
}

async function boardFile(shapes: readonly Shape[], title: string): Promise<SvgFile> {
  const words = shapes.flatMap((shape) => ('text' in shape ? [shape.text] : [])).join('');
  const [fonts, pictures] = await Promise.all([boardFonts(words), picturesOf(shapes)]);
  return svgOf(shapes, { title, theme: 'light', fonts, pictures, strokePath });
}

async function picturesOf(shapes: readonly Shape[]): Promise<ReadonlyMap<string, string>> {
  const addresses = shapes.flatMap((shape) =>
    shape.kind === 'picture' ? [`/files/${shape.fileId}`] : [],
  );
  const found = await Promise.all(
    [...new Set(addresses)].map(async (address) => [address, await dataOf(address)] as const),
  );
  return new Map(found.flatMap(([address, data]) => (data === null ? [] : [[address, data]])));
}

async function painted(svg: Blob, { width, height }: SvgFile): Promise<Blob> {
  const address = URL.createObjectURL(svg);
  try {
    const image = new Image(width, height);
    image.src = address;
    await image.decode();
    const scale = Math.min(2, longestSide / width, longestSide / height);
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const { promise, resolve, reject } = Promise.withResolvers<Blob>();
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('the picture could not be made'));
    }, 'image/png');
    return await promise;
  } finally {
    URL.revokeObjectURL(address);
  }
}

function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 10_000);
}
