import { type Box, type Tile, captionBox, fitted, frameSize } from '../domain/picture-layout';
import type { WatchedPicture } from './watched';

/** All that is seen in one picture of the recording. */
export interface StageView {
  readonly tiles: readonly Tile[];
  readonly caption: string;
  /** What is played of that tile; null where there is nothing. */
  readonly pictureOf: (tile: Tile) => WatchedPicture | null;
}

const colours = {
  back: '#0d1b24',
  tile: '#1b2f3b',
  text: '#ffffff',
  veil: 'rgb(13 27 36 / 70%)',
} as const;
const font = "'Inter', system-ui, sans-serif";
const radius = 12;

/** Draws the room as it is recorded. */
export class StagePainter {
  readonly canvas = document.createElement('canvas');
  private readonly pen: CanvasRenderingContext2D;

  constructor() {
    this.canvas.width = frameSize.width;
    this.canvas.height = frameSize.height;
    const pen = this.canvas.getContext('2d', { alpha: false, desynchronized: true });
    if (!pen) throw new Error('This browser draws no pictures.');
    this.pen = pen;
  }

  paint({ tiles, caption, pictureOf }: StageView): void {
    this.pen.fillStyle = colours.back;
    this.pen.fillRect(0, 0, frameSize.width, frameSize.height);
    for (const tile of tiles) this.tile(tile, pictureOf(tile));
    this.write(caption, { ...captionBox, x: captionBox.x + 4 }, 22);
  }

  private tile({ source, box, label, isLarge }: Tile, picture: WatchedPicture | null): void {
    const { pen } = this;
    pen.save();
    pen.beginPath();
    pen.roundRect(box.x, box.y, box.width, box.height, radius);
    pen.clip();
    pen.fillStyle = colours.tile;
    pen.fillRect(box.x, box.y, box.width, box.height);
    const size = picture?.size;
    if (picture && size) {
      const how = source === 'screen' ? 'all' : 'full';
      const { from, to } = fitted(size, box, how);
      pen.drawImage(
        picture.image,
        ...([from.x, from.y, from.width, from.height] as const),
        ...([to.x, to.y, to.width, to.height] as const),
      );
    } else {
      this.initial(label, box);
    }
    this.name(label, box, isLarge);
    pen.restore();
  }

  /** In the place of a picture that is not there. */
  private initial(label: string, box: Box): void {
    const { pen } = this;
    pen.fillStyle = colours.text;
    pen.font = `600 ${String(Math.round(box.height / 4))}px ${font}`;
    pen.textAlign = 'center';
    pen.textBaseline = 'middle';
    const [letter = ''] = label;
    pen.fillText(letter.toUpperCase(), box.x + box.width / 2, box.y + box.height / 2);
  }

  private name(label: string, box: Box, isLarge: boolean): void {
    const height = isLarge ? 36 : 28;
    const size = isLarge ? 18 : 14;
    const y = box.y + box.height - height;
    this.pen.font = `600 ${String(size)}px ${font}`;
    const width = Math.min(box.width, this.pen.measureText(label).width + 28);
    this.pen.fillStyle = colours.veil;
    this.pen.fillRect(box.x, y, width, height);
    this.write(label, { x: box.x + 14, y, width: box.width - 28, height }, size);
  }

  private write(text: string, box: Box, size: number): void {
    const { pen } = this;
    pen.fillStyle = colours.text;
    pen.font = `600 ${String(size)}px ${font}`;
    pen.textAlign = 'left';
    pen.textBaseline = 'middle';
    pen.fillText(text, box.x, box.y + box.height / 2, box.width);
  }
}
