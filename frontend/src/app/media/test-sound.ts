import { Service } from '@angular/core';

const notes: readonly (readonly [startSeconds: number, hertz: number])[] = [
  [0, 523.25],
  [0.22, 659.25],
  [0.44, 783.99],
];
const noteSeconds = 0.6;
const loudest = 0.35;

/** A short rise of three notes, made here, to be heard from a speaker of choice. */
@Service()
export class TestSound {
  /** Resolves when it is over; rejects where the browser does not play. */
  async play(speakerId: string): Promise<void> {
    const context = new AudioContext();
    try {
      const audio = new Audio();
      const outlet = context.createMediaStreamDestination();
      audio.srcObject = outlet.stream;
      if (speakerId !== '' && 'setSinkId' in audio) await audio.setSinkId(speakerId);
      await context.resume();
      await audio.play();
      await playNotes(context, outlet);
    } finally {
      await context.close();
    }
  }
}

function playNotes(context: AudioContext, outlet: AudioNode): Promise<void> {
  const over = Promise.withResolvers<void>();
  // A little later than now, because an element takes a moment until it plays.
  const from = context.currentTime + 0.1;
  for (const [start, hertz] of notes) {
    const [tone, volume] = [context.createOscillator(), context.createGain()];
    tone.frequency.value = hertz;
    const at = from + start;
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(loudest, at + 0.03);
    volume.gain.exponentialRampToValueAtTime(0.001, at + noteSeconds);
    tone.connect(volume).connect(outlet);
    tone.start(at);
    tone.stop(at + noteSeconds);
    tone.onended = () => {
      if (hertz === notes.at(-1)?.[1]) over.resolve();
    };
  }
  return over.promise;
}
