/** Whether the camera makes unclear by itself what stands behind the person. */
export function isBlurBuiltIn(camera: MediaStreamTrack): boolean {
  if (!('getCapabilities' in camera)) return false;
  return camera.getCapabilities().backgroundBlur?.includes(true) ?? false;
}

/** Whether pictures can be worked on one by one here. */
export function canProcess(): boolean {
  const needed = ['MediaStreamTrackProcessor', 'MediaStreamTrackGenerator', 'VideoFrame'];
  return [...needed, 'WebAssembly', 'WebGL2RenderingContext', 'OffscreenCanvas'].every(
    (name) => name in globalThis,
  );
}
