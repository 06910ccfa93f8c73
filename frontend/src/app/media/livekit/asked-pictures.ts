import { type RemoteTrackPublication, type Room, Track } from 'livekit-client';
import type { Rung } from '../domain/quality-ladder';

interface Wish {
  readonly width: number;
  readonly height: number;
  /** `0`: as many pictures as there are. */
  readonly fps: number;
}

/** As large as it is shown, which adaptive stream says. */
const whole: Wish = { width: 3840, height: 2160, fps: 0 };
const readable: Wish = { width: 1280, height: 720, fps: 0 };

/** Nothing is asked for at the bottom either: who is not shown is not sent, which adaptive stream sees to. */
const cameras: Readonly<Record<Rung, Wish>> = {
  full: whole,
  medium: { ...whole, fps: 15 },
  low: { width: 384, height: 216, fps: 15 },
  off: { width: 384, height: 216, fps: 15 },
};

/** What each publication was last asked for. */
const asked = new WeakMap<RemoteTrackPublication, Wish>();

/** Asks for less of the others' pictures, or for all again; of a shared screen last, and never too little to read. */
export function askForPictures(room: Room, rung: Rung): void {
  for (const participant of room.remoteParticipants.values()) {
    const of = (source: Track.Source) => participant.getTrackPublication(source);
    ask(of(Track.Source.Camera), cameras[rung]);
    ask(of(Track.Source.ScreenShare), rung === 'off' ? readable : whole);
  }
}

function ask(publication: RemoteTrackPublication | undefined, wish: Wish): void {
  if (!publication?.isSubscribed) return;
  if ((asked.get(publication) ?? whole) === wish) return;
  asked.set(publication, wish);
  publication.setVideoDimensions(wish);
  publication.setVideoFPS(wish.fps);
}
