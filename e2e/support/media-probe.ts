import type { Locator } from '@playwright/test';

/** How many pictures a video has shown so far. */
export async function framesOf(video: Locator): Promise<number> {
  return await video.evaluate(
    (element: HTMLVideoElement) => element.getVideoPlaybackQuality().totalVideoFrames,
  );
}

/** The loudest sample of a second of what an audio element plays, from 0 to 1. */
export async function loudestOf(audio: Locator): Promise<number> {
  return await audio.evaluate(async (element: HTMLAudioElement) => {
    if (!(element.srcObject instanceof MediaStream) || element.paused) return 0;
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    context.createMediaStreamSource(element.srcObject).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    let loudest = 0;
    const end = performance.now() + 1000;
    while (performance.now() < end) {
      await new Promise(requestAnimationFrame);
      analyser.getFloatTimeDomainData(samples);
      loudest = samples.reduce((max, sample) => Math.max(max, Math.abs(sample)), loudest);
    }
    await context.close();
    return loudest;
  });
}
