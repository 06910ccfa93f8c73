import { loudness, nextLevel } from './domain/sound-level';
import { flatSince, isFlat, isSilent } from './domain/silence';

/** What a microphone hears at a moment. */
export interface Heard {
  /** From 0 to 1, falling slowly so that the eye can follow. */
  readonly level: number;
  /** Whether nothing at all has come for so long that it is no pause. */
  readonly isSilent: boolean;
}

/** A dozen times a second is what an eye follows; every frame would cost a quarter of a core. */
const measureMs = 80;

/** Tells what `track` hears again and again until the returned function is called. */
export function listen(track: MediaStreamTrack, tell: (heard: Heard) => void): () => void {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  let level = 0;
  let since: number | null = null;
  const measure = () => {
    analyser.getFloatTimeDomainData(samples);
    level = nextLevel(level, loudness(samples));
    // A context that the browser has not let run yet hears nothing, whatever the microphone does.
    const at = context.currentTime * 1000;
    since = flatSince(since, context.state === 'running' && isFlat(samples), at);
    tell({ level, isSilent: isSilent(since, at) });
  };
  measure();
  const timer = setInterval(measure, measureMs);
  return () => {
    clearInterval(timer);
    void context.close();
  };
}
