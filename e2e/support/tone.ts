import type { BrowserContext, Page } from '@playwright/test';

/** From now on the microphone of this browser gives a tone, which the test chooses. */
export async function giveTone(context: BrowserContext, hertz: number): Promise<void> {
  await context.addInitScript((first) => {
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    const sounds = new AudioContext();
    const tone = new OscillatorNode(sounds, { frequency: first });
    const level = new GainNode(sounds, { gain: 0.3 });
    tone.connect(level);
    tone.start();
    Object.assign(globalThis, { tone });
    navigator.mediaDevices.getUserMedia = async (wish) => {
      const stream = await ask(wish);
      if (!wish?.audio) return stream;
      const out = sounds.createMediaStreamDestination();
      level.connect(out);
      await sounds.resume();
      for (const track of stream.getAudioTracks()) track.stop();
      return new MediaStream([...stream.getVideoTracks(), ...out.stream.getAudioTracks()]);
    };
  }, hertz);
}

/** The tone of the page is another one. */
export async function changeTone(page: Page, hertz: number): Promise<void> {
  await page.evaluate((next) => {
    (globalThis as unknown as { tone: OscillatorNode }).tone.frequency.value = next;
  }, hertz);
}

/** How loud each tone is at most in a file that the page can have, in any tenth of a second of it. */
export async function tonesIn(
  page: Page,
  url: string,
  hertz: readonly number[],
): Promise<readonly number[]> {
  return page.evaluate(
    async ({ from, tones }) => {
      const bytes = await (await fetch(from)).arrayBuffer();
      const sound = await new OfflineAudioContext(1, 1, 48_000).decodeAudioData(bytes);
      const samples = sound.getChannelData(0);
      const length = sound.sampleRate / 10;
      /** Goertzel's way to ask for one frequency alone. */
      const loudness = (tone: number, begin: number) => {
        const factor = 2 * Math.cos((2 * Math.PI * tone) / sound.sampleRate);
        let [last, before] = [0, 0];
        for (let at = begin; at < begin + length; at++) {
          [last, before] = [(samples[at] ?? 0) + factor * last - before, last];
        }
        const power = last * last + before * before - factor * last * before;
        return (2 * Math.sqrt(Math.max(0, power))) / length;
      };
      return tones.map((tone) => {
        let loudest = 0;
        for (let begin = 0; begin + length <= samples.length; begin += length) {
          loudest = Math.max(loudest, loudness(tone, begin));
        }
        return loudest;
      });
    },
    { from: url, tones: [...hertz] },
  );
}
