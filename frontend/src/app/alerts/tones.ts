import type { Tone } from './domain/chimes';

const attackSeconds = 0.012;
const silence = 0.0001;

/** Plays the tones like little bells: struck, and dying away. */
export function ring(context: BaseAudioContext, tones: readonly Tone[], gain: number): void {
  if (gain <= 0) return;
  const master = new GainNode(context, { gain });
  master.connect(context.destination);
  for (const tone of tones) strike(context, tone, master);
}

function strike(context: BaseAudioContext, tone: Tone, into: AudioNode): void {
  const from = context.currentTime + tone.at;
  const bell = new OscillatorNode(context, { type: 'triangle', frequency: tone.hz });
  const shape = new GainNode(context, { gain: 0 });
  shape.gain.setValueAtTime(silence, from);
  shape.gain.exponentialRampToValueAtTime(tone.gain, from + attackSeconds);
  shape.gain.exponentialRampToValueAtTime(silence, from + tone.seconds);
  bell.connect(shape).connect(into);
  bell.start(from);
  bell.stop(from + tone.seconds);
}
