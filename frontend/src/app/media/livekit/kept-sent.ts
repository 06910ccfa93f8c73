import type { RemoteVideoTrack } from 'livekit-client';

/**
 * Adaptive stream lets only come what is looked at. Somebody who looks in a window of their own is looked
 * at whatever becomes of the page, so that is what whoever records seems to be.
 */
export function keepSent(
  track: RemoteVideoTrack,
  { width, height }: { readonly width: number; readonly height: number },
): () => void {
  if (!track.isAdaptiveStream) return () => undefined;
  const onlooker = {
    element: {},
    width: () => width,
    height: () => height,
    visible: true,
    pictureInPicture: true,
    visibilityChangedAt: 0,
    observe: () => undefined,
    stopObserving: () => undefined,
  };
  track.observeElementInfo(onlooker);
  return () => {
    track.stopObservingElementInfo(onlooker);
  };
}
