import { type RoomOptions, type TrackPublishDefaults, VideoPresets } from 'livekit-client';
import { soundCapture } from '../browser/capture';

/**
 * Made for two. There is one receiver a track, so one lower layer is enough: what the other shows small
 * (beside a shared screen, in picture-in-picture, on a phone) or what a weak line carries.
 *
 * VP8, because every browser sends and takes it, in hardware where phones have it, and because a VP9
 * encoder in software costs about twice the processor for a third less bandwidth: for two people
 * the processor runs short before the line does. For the same reason there is no second codec to back it up.
 */
const publishDefaults: TrackPublishDefaults = {
  videoCodec: 'vp8',
  backupCodec: false,
  simulcast: true,
  videoEncoding: { ...VideoPresets.h720.encoding, priority: 'low' },
  videoSimulcastLayers: [VideoPresets.h216],
  // Lost packets of sound are made up for by sending each twice; silence is hardly sent at all.
  red: true,
  dtx: true,
  // Voice at 48 kbit/s, which goes before the picture when the line is short.
  audioPreset: { maxBitrate: 48_000, priority: 'high' },
};

/** How each attempt to be in a call is made. */
export const roomOptions: RoomOptions = {
  // Only what is looked at is sent, in the size in which it is looked at.
  adaptiveStream: { pixelDensity: 'screen', pauseVideoInBackground: true },
  dynacast: true,
  // The tracks outlive the room: the next attempt publishes the same ones.
  stopLocalTrackOnUnpublish: false,
  videoCaptureDefaults: { resolution: VideoPresets.h720.resolution },
  audioCaptureDefaults: soundCapture,
  publishDefaults,
};
