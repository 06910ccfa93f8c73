import type { ImageSegmenter, MPMask } from '@mediapipe/tasks-vision';

/** What is behind is drawn so much smaller and then large again, which is the blur. */
const coarse = 16;

type Canvas = readonly [canvas: OffscreenCanvas, context: OffscreenCanvasRenderingContext2D];

/** One picture after the other with the person sharp and the rest unclear. */
export class BlurredPicture {
  private readonly small = aCanvas();
  private readonly mask = aCanvas();
  private readonly whole = aCanvas();

  constructor(private readonly segmenter: ImageSegmenter) {}

  /** Takes the frame over, and gives one of the same time and size. */
  of(frame: VideoFrame): VideoFrame {
    const { displayWidth: width, displayHeight: height, timestamp } = frame;
    try {
      const [small, smallContext] = this.small;
      const [mask] = this.mask;
      const [whole, context] = this.whole;
      fit(small, Math.ceil(width / coarse), Math.ceil(height / coarse));
      fit(whole, width, height);
      smallContext.filter = 'blur(1px)';
      smallContext.drawImage(frame, 0, 0, small.width, small.height);
      this.segmenter.segmentForVideo(frame, performance.now(), ({ confidenceMasks }) => {
        const person = confidenceMasks?.at(-1);
        if (person) this.keep(person);
      });
      context.globalCompositeOperation = 'copy';
      context.drawImage(mask, 0, 0, width, height);
      context.globalCompositeOperation = 'source-in';
      context.drawImage(frame, 0, 0, width, height);
      context.globalCompositeOperation = 'destination-over';
      context.drawImage(small, 0, 0, width, height);
      return new VideoFrame(whole, { timestamp });
    } finally {
      frame.close();
    }
  }

  /** How surely each point is the person becomes how much of the sharp picture is seen there. */
  private keep(person: MPMask): void {
    const [canvas, context] = this.mask;
    fit(canvas, person.width, person.height);
    const image = context.createImageData(person.width, person.height);
    for (const [index, sure] of person.getAsFloat32Array().entries()) {
      image.data[4 * index + 3] = 255 * sure;
    }
    context.putImageData(image, 0, 0);
  }
}

function aCanvas(): Canvas {
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser draws nothing outside the page.');
  return [canvas, context];
}

function fit(canvas: OffscreenCanvas, width: number, height: number): void {
  if (canvas.width === width && canvas.height === height) return;
  canvas.width = width;
  canvas.height = height;
}
