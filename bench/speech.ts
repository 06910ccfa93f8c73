import { join } from 'node:path';
// eslint-disable-next-line no-restricted-syntax -- people speak for a while, and that is what is measured
import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, chromium, expect, type Page } from '@playwright/test';
import { browserArguments } from '../e2e/support/browser-arguments.ts';
import { bothAgree } from '../e2e/support/consent.ts';
import { Person } from '../e2e/support/person.ts';
import { Stack } from '../e2e/support/stack.ts';
import { TranscriberProcess } from '../e2e/support/transcriber-process.ts';
import { findChromium } from '../launcher/chromium.mjs';
import { ApiClient, endSession, planSession } from './client.ts';
import { type Figure, inMs, percentile } from './figures.ts';
import type { Setting } from './row.ts';

const assets = join(import.meta.dirname, '../e2e/assets');
const usualSeconds = 90;
/** A line belongs to the last end of speech before it, and to none that is older than this. */
const longestMs = 5000;

declare global {
  interface Window {
    /** When this page's microphone fell silent and began to sound, in milliseconds since the epoch. */
    speech?: { readonly begins: number[]; readonly ends: number[] };
    /** When lines of the transcript came, and were final. */
    lines?: { readonly first: number[]; readonly final: number[] };
  }
}

/** From what is said at one microphone to its words on the other's screen, two people speaking in turns of their own. */
export async function speech({ times }: Setting): Promise<readonly Figure[]> {
  await using stack = await Stack.start({ WAKE_UPS: 'postgres', TRANSCRIBER: 'true' });
  await using transcriber = await TranscriberProcess.start(stack.settings);
  if (!transcriber) throw new Error('the speech model cannot be had here');
  await using browsers = await openSpeakers();
  const { mentor: mentorBrowser, learner: learnerBrowser } = browsers;
  const mentor = await Person.arrive(mentorBrowser, stack.mentor, stack.url);
  const learner = await Person.arrive(learnerBrowser, stack.learner, stack.url);
  const teacher = await ApiClient.signIn(stack, stack.mentor);
  const sessionId = await planSession(teacher, stack);
  for (const person of [mentor, learner]) {
    await listen(person.page);
    await person.signIn();
    await person.opens(sessionId);
    await person.joins();
  }
  await bothAgree(mentor, learner);
  for (const [person, other] of [
    [mentor, stack.learner],
    [learner, stack.mentor],
  ] as const) {
    await person.page.getByRole('tab', { name: 'Transcript' }).click();
    await expect(person.page.getByRole('tabpanel').getByText('· Moonshine')).toBeVisible();
    await watchLines(person.page, other.name);
  }
  await pause((times ?? usualSeconds) * 1000);
  const heard = [
    await latencies(mentor.page, learner.page),
    await latencies(learner.page, mentor.page),
  ];
  await endSession(teacher, sessionId);
  return [
    ...figures(
      'end of speech → the final words at the other',
      heard.flatMap(({ final }) => final),
      1200,
    ),
    ...figures(
      'begin of speech → the first words at the other',
      heard.flatMap(({ first }) => first),
      1300,
    ),
  ];
}

async function openSpeakers(): Promise<Record<'mentor' | 'learner', Browser> & AsyncDisposable> {
  const executablePath = await findChromium();
  const open = (who: string) =>
    chromium.launch({
      executablePath,
      args: [...browserArguments, `--use-file-for-fake-audio-capture=${assets}/${who}.wav`],
    });
  const [mentor, learner] = await Promise.all([open('mentor'), open('learner')]);
  return {
    mentor,
    learner,
    async [Symbol.asyncDispose]() {
      await Promise.all([mentor.close(), learner.close()]);
    },
  };
}

/** Notes by the loudness of the microphone when somebody begins to speak and ends. */
async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const speech = { begins: [] as number[], ends: [] as number[] };
    window.speech = speech;
    const loud = 0.02;
    const pauseMs = 440;
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    let isHeard = false;
    navigator.mediaDevices.getUserMedia = async (wish) => {
      const stream = await open(wish);
      if (isHeard || stream.getAudioTracks().length === 0) return stream;
      isHeard = true;
      const context = new AudioContext();
      const meter = new AnalyserNode(context, { fftSize: 512 });
      context.createMediaStreamSource(new MediaStream(stream.getAudioTracks())).connect(meter);
      const samples = new Float32Array(meter.fftSize);
      let lastLoud = 0;
      let isSpeaking = false;
      setInterval(() => {
        meter.getFloatTimeDomainData(samples);
        const now = performance.timeOrigin + performance.now();
        if (samples.some((sample) => Math.abs(sample) > loud)) {
          if (!isSpeaking) speech.begins.push(now);
          isSpeaking = true;
          lastLoud = now;
        } else if (isSpeaking && now - lastLoud > pauseMs) {
          speech.ends.push(lastLoud);
          isSpeaking = false;
        }
      }, 10);
      return stream;
    };
  });
}

/** Notes when lines of somebody appear in the transcript, and when they are final. */
async function watchLines(page: Page, name: string): Promise<void> {
  await page.evaluate((speaker) => {
    const lines = { first: [] as number[], final: [] as number[] };
    window.lines = lines;
    const seen = new WeakSet<Element>();
    const done = new WeakSet<Element>();
    const look = () => {
      const now = performance.timeOrigin + performance.now();
      for (const line of document.querySelectorAll('pl-transcript-panel li')) {
        if (!line.textContent.includes(speaker)) continue;
        if (!seen.has(line)) lines.first.push(now);
        seen.add(line);
        if (line.hasAttribute('data-interim') || done.has(line)) continue;
        done.add(line);
        lines.final.push(now);
      }
    };
    look();
    // What stands there already was not measured.
    lines.first.length = 0;
    lines.final.length = 0;
    new MutationObserver(look).observe(document.body, {
      ...{ childList: true, subtree: true, characterData: true },
      attributeFilter: ['data-interim'],
    });
  }, name);
}

async function latencies(
  speaker: Page,
  reader: Page,
): Promise<{ readonly first: readonly number[]; readonly final: readonly number[] }> {
  const said = await speaker.evaluate(() => window.speech);
  const read = await reader.evaluate(() => window.lines);
  if (!said || !read) throw new Error('nothing was said');
  return { first: matched(said.begins, read.first), final: matched(said.ends, read.final) };
}

/**
 * To each instant the nearest one before it, each of those once, and none older than one that was taken:
 * lines come in the order of speaking. A line that goes on where another was cut has no begin of its own.
 */
function matched(causes: readonly number[], effects: readonly number[]): readonly number[] {
  const open = [...causes];
  return effects.flatMap((effect) => {
    const cause = open.findLast((at) => at <= effect && effect - at < longestMs);
    if (cause === undefined) return [];
    open.splice(0, open.indexOf(cause) + 1);
    return [effect - cause];
  });
}

function figures(what: string, samples: readonly number[], reachMs: number): readonly Figure[] {
  return ([0.5, 0.95] as const).map((share) => ({
    what: `${what}, p${String(share * 100)} of ${String(samples.length)}`,
    measured: inMs(percentile(samples, share)),
    bare: '',
    ratio: '',
    reach: share === 0.95 ? `≤ ${String(reachMs)} ms` : '',
  }));
}
