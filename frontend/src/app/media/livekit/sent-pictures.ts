import { LocalVideoTrack, type Room, Track, VideoQuality } from 'livekit-client';
import { type Rung, isBelow } from '../domain/quality-ladder';

/** The most that a layer may take on a rung. What is not said stays as it is published. */
interface Cap {
  readonly maxBitrate: number;
  readonly maxFramerate: number;
  readonly shrink: number;
}

const caps: Readonly<Partial<Record<Rung, Cap>>> = {
  medium: { maxBitrate: 600_000, maxFramerate: 20, shrink: 1.5 },
  low: { maxBitrate: 150_000, maxFramerate: 15, shrink: 2 },
};

/** How a sender's layers were published, while they are capped. */
const published = new WeakMap<RTCRtpSender, readonly RTCRtpEncodingParameters[]>();
/** The tracks whose upper layer we took away, and those that we paused. */
const cut = new WeakSet<LocalVideoTrack>();
const paused = new WeakSet<LocalVideoTrack>();

/**
 * Makes what is sent what the rung says, as often as it is called: a republished track, another camera or the media
 * server's wishes begin anew. The camera goes first; of a shared screen the readable layer always stays.
 */
export async function sendPictures(room: Room, rung: Rung): Promise<void> {
  const camera = trackOf(room, Track.Source.Camera);
  if (camera) {
    await cap(camera, caps[rung]);
    cutLayers(camera, isBelow(rung, 'medium'));
    await pause(camera, rung === 'off');
  }
  const screen = trackOf(room, Track.Source.ScreenShare);
  if (screen) cutLayers(screen, rung === 'off');
}

/** Whether the person's camera is on and nothing of it is sent. */
export function isCameraPaused(room: Room): boolean {
  const camera = trackOf(room, Track.Source.Camera);
  return camera !== null && paused.has(camera) && !camera.isMuted;
}

function trackOf(room: Room, source: Track.Source): LocalVideoTrack | null {
  const track = room.localParticipant.getTrackPublication(source)?.track;
  return track instanceof LocalVideoTrack ? track : null;
}

function cutLayers(track: LocalVideoTrack, isCut: boolean): void {
  const layers = track.sender?.getParameters().encodings ?? [];
  const [lowest] = layers;
  if (isCut) {
    const isWhole = layers.some((layer) => layer !== lowest && layer.active);
    if (isWhole) track.setPublishingQuality(VideoQuality.LOW);
    cut.add(track);
  } else if (cut.delete(track)) {
    track.setPublishingQuality(VideoQuality.HIGH);
    // And of these only what the other one looks at.
    void track.refreshSubscribedCodecs();
  }
}

/** Until a look finds it done: LiveKit may change the same parameters meanwhile. */
async function cap({ sender }: LocalVideoTrack, to: Cap | undefined): Promise<void> {
  if (!sender) return;
  const parameters = sender.getParameters();
  const usual = published.get(sender) ?? parameters.encodings.map((layer) => ({ ...layer }));
  if (to) published.set(sender, usual);
  const wanted = to
    ? usual.map((layer, index) => capped(layer, to, index === usual.length - 1))
    : usual;
  const isDone = parameters.encodings.every((layer, index) =>
    isAlike(layer, wanted[index] ?? layer),
  );
  if (isDone) {
    if (!to) published.delete(sender);
    return;
  }
  parameters.encodings = parameters.encodings.map((layer, index) => ({
    ...layer,
    ...sizeOf(wanted[index] ?? layer),
  }));
  await sender.setParameters(parameters);
}

/** The lower layer is small already. */
function capped(
  layer: RTCRtpEncodingParameters,
  to: Cap,
  isTop: boolean,
): RTCRtpEncodingParameters {
  const scale = layer.scaleResolutionDownBy ?? 1;
  return {
    maxBitrate: Math.min(layer.maxBitrate ?? Infinity, to.maxBitrate),
    maxFramerate: Math.min(layer.maxFramerate ?? Infinity, to.maxFramerate),
    scaleResolutionDownBy: isTop ? scale * to.shrink : scale,
  };
}

function isAlike(one: RTCRtpEncodingParameters, other: RTCRtpEncodingParameters): boolean {
  return (
    one.maxBitrate === other.maxBitrate &&
    one.maxFramerate === other.maxFramerate &&
    one.scaleResolutionDownBy === other.scaleResolutionDownBy
  );
}

function sizeOf(layer: RTCRtpEncodingParameters): RTCRtpEncodingParameters {
  const { maxBitrate, maxFramerate, scaleResolutionDownBy } = layer;
  return {
    ...(maxBitrate === undefined ? {} : { maxBitrate }),
    ...(maxFramerate === undefined ? {} : { maxFramerate }),
    ...(scaleResolutionDownBy === undefined ? {} : { scaleResolutionDownBy }),
  };
}

/** The person's choice stays as it is. What LiveKit paused itself is not ours to resume. */
async function pause(camera: LocalVideoTrack, isPaused: boolean): Promise<void> {
  if (!isPaused) {
    if (paused.delete(camera)) await camera.resumeUpstream();
    return;
  }
  if (camera.isMuted || !camera.sender?.track) return;
  // Published anew, it is sent although it counts as paused.
  if (camera.isUpstreamPaused) await camera.resumeUpstream();
  await camera.pauseUpstream();
  paused.add(camera);
}
