import { FilesetResolver, ImageSegmenter } from '@mediapipe/tasks-vision';
import type { Track, TrackProcessor, VideoProcessorOptions } from 'livekit-client';
import { describedModel } from '../domain/described-model';
import { Slowness } from '../domain/slowness';
import { BlurredPicture } from './blurred-picture';

/** Chromium's way to work on a video picture by picture; the types of TypeScript are without it. */
interface PictureStreams {
  readonly MediaStreamTrackProcessor: new (options: { track: MediaStreamTrack }) => {
    readonly readable: ReadableStream<VideoFrame>;
  };
  readonly MediaStreamTrackGenerator: new (options: { kind: 'video' }) => MediaStreamTrack & {
    readonly writable: WritableStream<VideoFrame>;
  };
}

const folder = '/blur';
const model = `${folder}/selfie_segmentation_landscape.tflite`;
/** Fewer than about 12 pictures a second are no video. */
const mostMs = 80;

/** Finds the person in each picture and makes unclear what is not the person. */
export class BlurProcessor implements TrackProcessor<Track.Kind.Video, VideoProcessorOptions> {
  readonly name = 'background-blur';
  private readonly slowness = new Slowness(mostMs);
  private segmenter: ImageSegmenter | undefined;
  private stopping = new AbortController();
  processedTrack?: MediaStreamTrack;

  constructor(private readonly tooSlow: () => void) {}

  async init({ track }: VideoProcessorOptions): Promise<void> {
    this.segmenter ??= await openSegmenter();
    this.stopping = new AbortController();
    const { signal } = this.stopping;
    const { MediaStreamTrackGenerator, MediaStreamTrackProcessor } =
      globalThis as unknown as PictureStreams;
    const generator = new MediaStreamTrackGenerator({ kind: 'video' });
    const picture = new BlurredPicture(this.segmenter);
    const work = new TransformStream<VideoFrame, VideoFrame>({
      transform: (frame, output) => {
        const began = performance.now();
        output.enqueue(picture.of(frame));
        if (this.slowness.note(performance.now() - began)) this.tooSlow();
      },
    });
    const { readable } = new MediaStreamTrackProcessor({ track });
    // It ends with the track or with us, and neither is a fault.
    readable
      .pipeThrough(work, { signal })
      .pipeTo(generator.writable)
      .catch(() => undefined);
    this.processedTrack = generator;
  }

  async restart(options: VideoProcessorOptions): Promise<void> {
    this.stopping.abort();
    await this.init(options);
  }

  destroy(): Promise<void> {
    this.stopping.abort();
    this.segmenter?.close();
    this.segmenter = undefined;
    return Promise.resolve();
  }
}

/** Loaded from our own origin when it is wanted first. */
async function openSegmenter(): Promise<ImageSegmenter> {
  const response = await fetch(model);
  if (!response.ok) throw new Error(`${model}: ${String(response.status)}`);
  const modelAssetBuffer = describedModel(new Uint8Array(await response.arrayBuffer()));
  return await ImageSegmenter.createFromOptions(await FilesetResolver.forVisionTasks(folder), {
    // The model is so small that the way to the graphics processor and back costs more than it saves.
    baseOptions: { modelAssetBuffer, delegate: 'CPU' },
    canvas: new OffscreenCanvas(256, 144),
    runningMode: 'VIDEO',
    outputCategoryMask: false,
    outputConfidenceMasks: true,
  });
}
