import { randomUUID } from 'node:crypto';
// eslint-disable-next-line no-restricted-syntax -- the pace of the words is what is measured with
import { setInterval as beats } from 'node:timers/promises';
import type { CDPSession, Page } from '@playwright/test';
import { Person } from '../e2e/support/person.ts';
import { Stack } from '../e2e/support/stack.ts';
import { openTwo } from './browsers.ts';
import { ApiClient, endSession, planSession } from './client.ts';
import { type Figure, inMs } from './figures.ts';
import type { Setting } from './row.ts';

const tracedMs = 60_000;
const lineMs = 1000;
/** What two people write in an hour, one line every ten seconds, in a twentieth of the time. */
const hourLines = 360;
const hourLineMs = 500;

declare global {
  interface Window {
    /** How long the tasks of this page took that took longer than 50 ms. */
    longTasks?: number[];
  }
}

/**
 * What the room costs the browser while words flow: the longest task of a minute, its scripting a
 * frame, and what an hour's worth of lines leaves in memory.
 */
export async function roomCost({ stack: usual }: Setting): Promise<readonly Figure[]> {
  const { mentor, learner } = usual;
  // The script speaks for the two of this run alone.
  await using stack = await Stack.start({
    SCRIPTED_TRANSCRIPT_FOR: `${mentor.email},${learner.email}`,
  });
  await using browsers = await openTwo();
  const people = [
    await Person.arrive(browsers.one, stack.mentor, stack.url),
    await Person.arrive(browsers.other, stack.learner, stack.url),
  ] as const;
  for (const person of people) await person.signIn();
  const clients = await Promise.all(
    [stack.mentor, stack.learner].map((one) => ApiClient.signIn(stack, one)),
  );
  const [teacher] = clients;
  if (!teacher) throw new Error('nobody signed in');
  const sessionId = await planSession(teacher, stack);
  for (const person of people) await enter(person, sessionId);
  const { page } = people[1];
  const tools = await page.context().newCDPSession(page);
  const traffic = new Traffic(clients, sessionId);
  const figures = [...(await trace(page, tools, traffic)), await grow(tools, traffic)];
  await endSession(teacher, sessionId);
  return figures;
}

async function enter(person: Person, sessionId: string): Promise<void> {
  await person.opens(sessionId);
  await person.joins();
}

/** Lines of the chat, by both in turn. */
class Traffic {
  private readonly clients: readonly ApiClient[];
  private readonly sessionId: string;
  private count = 0;

  constructor(clients: readonly ApiClient[], sessionId: string) {
    this.clients = clients;
    this.sessionId = sessionId;
  }

  async write(lines: number, everyMs: number): Promise<void> {
    const last = this.count + lines;
    for await (const _beat of beats(everyMs)) {
      if (this.count === last) return;
      this.count += 1;
      const client = this.clients[this.count % this.clients.length];
      const text = `Line ${String(this.count)}: is x² = 2 solved by \`Math.sqrt(2)\`?`;
      const input = { sessionId: this.sessionId, messageId: randomUUID(), text };
      await client?.ask(
        `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { __typename } }`,
        { input },
      );
    }
  }
}

async function trace(page: Page, tools: CDPSession, traffic: Traffic): Promise<readonly Figure[]> {
  await page.evaluate(() => {
    const long: number[] = [];
    window.longTasks = long;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) long.push(duration);
    }).observe({ type: 'longtask' });
  });
  await tools.send('Performance.enable');
  const before = await scriptMs(tools);
  const startedAt = performance.now();
  await traffic.write(tracedMs / lineMs, lineMs);
  const scripting = (await scriptMs(tools)) - before;
  const frames = ((performance.now() - startedAt) / 1000) * 60;
  const long = await page.evaluate(() => window.longTasks ?? []);
  return [
    figure('longest task of a minute in the room', inMs(Math.max(0, ...long)), '≤ 100 ms'),
    figure('scripting in the room, a frame of 60 a second', inMs(scripting / frames), '≤ 16.7 ms'),
  ];
}

/** The heap after an hour's lines beside the one after their first quarter. */
async function grow(tools: CDPSession, traffic: Traffic): Promise<Figure> {
  await traffic.write(hourLines / 4, hourLineMs);
  const early = await heapBytes(tools);
  await traffic.write((hourLines * 3) / 4, hourLineMs);
  const grown = (await heapBytes(tools)) - early;
  const measured = `${(grown / 2 ** 20).toFixed(1)} MiB`;
  return figure('memory that three quarters of an hour’s words leave behind', measured, '≤ 5 MiB');
}

async function scriptMs(tools: CDPSession): Promise<number> {
  const { metrics } = await tools.send('Performance.getMetrics');
  const found = metrics.find(({ name }) => name === 'ScriptDuration');
  if (!found) throw new Error('the browser does not say how long it scripted');
  return found.value * 1000;
}

async function heapBytes(tools: CDPSession): Promise<number> {
  await tools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await tools.send('Runtime.getHeapUsage');
  return usedSize;
}

function figure(what: string, measured: string, reach: string): Figure {
  return { what, measured, bare: '', ratio: '', reach };
}
