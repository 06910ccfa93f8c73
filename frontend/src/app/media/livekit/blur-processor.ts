import { BackgroundProcessor, type BackgroundProcessorWrapper } from '@livekit/track-processors';
import { describedModel } from '../domain/described-model';
import { Slowness } from '../domain/slowness';

const folder = '/blur';
const model = `${folder}/selfie_segmentation_landscape.tflite`;
const blurRadius = 12;
/** Fewer than about 15 pictures a second are no video. */
const mostMs = 66;

/** What finds the person in each picture, loaded from our own origin when it is wanted first. */
export async function blurProcessor(tooSlow: () => void): Promise<BackgroundProcessorWrapper> {
  const response = await fetch(model);
  if (!response.ok) throw new Error(`${model}: ${String(response.status)}`);
  const modelAssetBuffer = describedModel(new Uint8Array(await response.arrayBuffer()));
  const slowness = new Slowness(mostMs);
  return BackgroundProcessor({
    mode: 'background-blur',
    blurRadius,
    assetPaths: { tasksVisionFileSet: folder },
    // An address or the model itself, not both; the library would put an address of its own here.
    segmenterOptions: { modelAssetBuffer, modelAssetPath: undefined, delegate: delegate() },
    onFrameProcessed: ({ processingTimeMs }) => {
      if (slowness.note(processingTimeMs)) tooSlow();
    },
  });
}

/** Where the graphics are made by the processor, it finds the person faster without them. */
function delegate(): 'CPU' | 'GPU' {
  const gl = document.createElement('canvas').getContext('webgl2');
  const name: unknown = gl?.getParameter(gl.RENDERER);
  const info = gl?.getExtension('WEBGL_debug_renderer_info');
  const full: unknown = info && gl?.getParameter(info.UNMASKED_RENDERER_WEBGL);
  gl?.getExtension('WEBGL_lose_context')?.loseContext();
  return /swiftshader|llvmpipe|software/i.test(`${String(name)} ${String(full)}`) ? 'CPU' : 'GPU';
}
