import { randomUUID } from 'node:crypto';
// eslint-disable-next-line no-restricted-syntax -- the pace of the words is what is measured with
import { setInterval as beats, setTimeout as pause } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { bothAgree } from '../e2e/support/consent.ts';
import { Person } from '../e2e/support/person.ts';
import { Stack } from '../e2e/support/stack.ts';
import { openTwo } from './browsers.ts';
import { ApiClient, endSession, planSession } from './client.ts';
import { type Figure, inMs, ratio } from './figures.ts';
import { type Cost, PageCost } from './page-cost.ts';
import type { Setting } from './row.ts';

const minuteMs = 60_000;
const lineMs = 1000;
/** What two people write in an hour, one line every ten seconds, in a twentieth of the time. */
const hourLines = 360;
const hourLineMs = 500;

/** What each of the two looks at. */
interface Pages<T> {
  readonly chat: T;
  readonly transcript: T;
}

/**
 * What the room costs the browser: a minute in which nobody writes, then one with chat and
 * transcript, then an hour's worth of lines. The learner looks at the chat, with captions over the
 * picture, and the mentor at the transcript.
 */
export async function roomCost({ stack: usual }: Setting): Promise<readonly Figure[]> {
  // The script speaks for the two of this run alone.
  await using stack = await Stack.start({
    SCRIPTED_TRANSCRIPT_FOR: `${usual.mentor.email},${usual.learner.email}`,
  });
  await using browsers = await openTwo();
  const mentor = await Person.arrive(browsers.one, stack.mentor, stack.url);
  const learner = await Person.arrive(browsers.other, stack.learner, stack.url);
  const teacher = await ApiClient.signIn(stack, stack.mentor);
  const pupil = await ApiClient.signIn(stack, stack.learner);
  const sessionId = await planSession(teacher, stack);
  for (const person of [mentor, learner]) {
    await person.signIn();
    await person.opens(sessionId);
    await person.joins();
  }
  await learner.sees(stack.mentor);
  const pages = {
    chat: await PageCost.of(learner.page),
    transcript: await PageCost.of(mentor.page),
  };
  await bothAgree(mentor, learner);
  const quiet = await costWhile(pages, () => pause(minuteMs));
  await learner.control('Captions on').click();
  await mentor.page.getByRole('tab', { name: 'Transcript' }).click();
  await expect(mentor.page.getByRole('tabpanel').getByText('· Scripted')).toBeVisible();
  const traffic = new Traffic([teacher, pupil], sessionId);
  const busy = await costWhile(pages, () => traffic.write(minuteMs / lineMs, lineMs));
  const memory = await grow(pages.chat, traffic);
  await expect(learner.line(traffic.lastText)).toBeVisible();
  await endSession(teacher, sessionId);
  return [
    ...compared('the chat', busy.chat, quiet.chat),
    ...compared('the transcript', busy.transcript, quiet.transcript),
    ...memory,
  ];
}

/** Lines of the chat, by both in turn. */
class Traffic {
  lastText = '';
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
      await this.send();
    }
  }

  private async send(): Promise<void> {
    this.count += 1;
    const client = this.clients[this.count % this.clients.length];
    const { sessionId } = this;
    this.lastText = `Line ${String(this.count)}: is x² = 2 solved by a square root?`;
    const input = { sessionId, messageId: randomUUID(), text: this.lastText };
    const answer = await client?.ask<{ sendMessage: { __typename: string } }>(
      `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { __typename } }`,
      { input },
    );
    const told = answer?.sendMessage.__typename;
    if (told !== 'ChatMessage') throw new Error(`a line was not taken: ${String(told)}`);
  }
}

async function costWhile(
  { chat, transcript }: Pages<PageCost>,
  work: () => Promise<unknown>,
): Promise<Pages<Cost>> {
  const [ofChat, ofTranscript] = await Promise.all([chat.begin(), transcript.begin()]);
  await work();
  return { chat: await ofChat(), transcript: await ofTranscript() };
}

/** The heap after an hour's lines beside the one after their first quarter. */
async function grow(page: PageCost, traffic: Traffic): Promise<readonly Figure[]> {
  await traffic.write(hourLines / 4, hourLineMs);
  const early = await page.memory();
  await traffic.write((hourLines * 3) / 4, hourLineMs);
  const late = await page.memory();
  const mib = ({ bytes }: typeof early) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
  return [
    {
      what: 'memory of the page after an hour’s lines, beside a quarter of them',
      measured: mib(late),
      bare: mib(early),
      ratio: ratio(late.bytes, early.bytes),
      reach: '≤ 1.1',
    },
    {
      what: 'nodes of the page after the same',
      measured: String(late.nodes),
      bare: String(early.nodes),
      ratio: ratio(late.nodes, early.nodes),
      reach: '',
    },
  ];
}

function compared(sight: string, busy: Cost, quiet: Cost): readonly Figure[] {
  const row = (what: string, of: keyof Cost, reach: string): Figure => ({
    what: `${what}, ${sight} in sight`,
    measured: inMs(busy[of]),
    bare: `nobody writes ${inMs(quiet[of])}`,
    ratio: quiet[of] > 0 ? ratio(busy[of], quiet[of]) : '',
    reach,
  });
  return [
    row('longest task of a minute in the room', 'longestTaskMs', '≤ 100 ms'),
    row('scripting in the room, a frame of 60 a second', 'scriptMs', '≤ 16.7 ms'),
    row('main thread in all, a frame', 'mainThreadMs', '≤ 16.7 ms'),
  ];
}
