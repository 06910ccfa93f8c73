import type { Page } from '@playwright/test';

declare global {
  interface Window {
    /** When the other's picture was seen to move, in milliseconds of this machine's clock. */
    movedAt?: number[];
  }
}

/** A longer stillness of a picture is an interruption, and not a busy machine. */
const stillnessMs = 2500;

export type Span = readonly [from: number, to: number];

/** Notes from now on when the other's picture moves. */
export async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const moved: number[] = (window.movedAt = []);
    let before = 0;
    setInterval(() => {
      const video = document.querySelector<HTMLVideoElement>('video[aria-label^="Video of"]');
      const frames = video?.getVideoPlaybackQuality().totalVideoFrames ?? 0;
      if (frames > 0 && frames !== before) moved.push(Date.now());
      before = frames;
    }, 100);
  });
}

/** When both saw each other, as the pages themselves have seen it, in milliseconds of this machine's clock. */
export async function together(one: Page, other: Page): Promise<readonly Span[]> {
  const [ours, theirs] = await Promise.all([one, other].map(spansOf));
  return (ours ?? []).flatMap(([from, to]) =>
    (theirs ?? [])
      .map(([start, end]): Span => [Math.max(from, start), Math.min(to, end)])
      .filter(([start, end]) => end > start),
  );
}

/** How long the other's picture stood still at most since then. */
export async function stillest(page: Page, since: number): Promise<number> {
  const moved = await page.evaluate(() => window.movedAt ?? []);
  const at = [since, ...moved.filter((instant) => instant > since)];
  return Math.max(...at.slice(1).map((instant, index) => instant - (at[index] ?? instant)));
}

async function spansOf(page: Page): Promise<readonly Span[]> {
  const moved = await page.evaluate(() => window.movedAt ?? []);
  const spans: [number, number][] = [];
  for (const at of moved) {
    const last = spans.at(-1);
    if (last && at - last[1] < stillnessMs) last[1] = at;
    else spans.push([at, at]);
  }
  return spans;
}
