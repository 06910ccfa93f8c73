import type { BrowserContext, Page } from '@playwright/test';

/** A tone that really started: when, by the clock of the page that played it, and how high. */
interface Heard {
  readonly hz: number;
  readonly at: number;
}

/** From now on the pages of this browser write down each tone as the browser starts it. */
export async function listenToTones(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const heard: { hz: number; at: number }[] = [];
    Object.assign(globalThis, { heardTones: heard });
    const start = Object.getOwnPropertyDescriptor(AudioScheduledSourceNode.prototype, 'start');
    const begin = start?.value as (this: AudioScheduledSourceNode, when?: number) => void;
    AudioScheduledSourceNode.prototype.start = function (when?: number) {
      begin.call(this, when);
      const isHeard = this.context.state === 'running' && this instanceof OscillatorNode;
      if (isHeard) heard.push({ hz: this.frequency.value, at: performance.now() });
    };
  });
}

async function tonesOf(page: Page): Promise<readonly Heard[]> {
  return page.evaluate(() => (globalThis as { heardTones?: readonly Heard[] }).heardTones ?? []);
}

/** The highest tone of each chime, by which they are told apart. */
const chimeTones = {
  'one-minute': 1046.5,
  'ten-seconds': 1174.66,
  start: 1318.51,
} as const;

export type Chime = keyof typeof chimeTones;

/** Which chimes a page has rung so far, in order, each once however many tones it has. */
export async function chimesOf(page: Page): Promise<readonly Chime[]> {
  const tones = await tonesOf(page);
  const names = Object.keys(chimeTones) as Chime[];
  const found = tones.flatMap(({ hz }) => names.filter((name) => isNear(hz, chimeTones[name])));
  return found.filter((name, index) => found.indexOf(name) === index);
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) < 1;
}
