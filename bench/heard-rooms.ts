import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
// eslint-disable-next-line no-restricted-syntax -- what is measured is what passes in a while
import { setInterval as everySoOften } from 'node:timers/promises';
import { dispose } from '@livekit/rtc-node';
import { SpeakingPerson } from '../api/test/speaking-person.ts';
import { Stack } from '../e2e/support/stack.ts';
import { TranscriberProcess } from '../e2e/support/transcriber-process.ts';
import { waitUntil } from '../launcher/waiting.mjs';
import { ApiClient, planSession } from './client.ts';
import type { Figure } from './figures.ts';
import type { Setting } from './row.ts';
import { accessOf } from './second-person.ts';

const assets = join(import.meta.dirname, '../e2e/assets');
const wavHeaderBytes = 44;
const usualSeconds = 60;
const roomCount = 5;
/** What the kernel counts the time of processes in, a second. */
const ticks = 100;
const megabyte = 1024 * 1024;
const roles = ['mentor', 'learner'] as const;

interface Scene {
  readonly stack: Stack;
  readonly people: AsyncDisposableStack;
  /** Everybody falls silent. */
  readonly signal: AbortSignal;
}

/** What one transcriber takes that listens in five rooms, in each of which two people speak without end. */
export async function heardRooms({ times }: Setting): Promise<readonly Figure[]> {
  await using stack = await Stack.start({ WAKE_UPS: 'postgres', TRANSCRIBER: 'true' });
  await using transcriber = await TranscriberProcess.start(stack.settings);
  if (!transcriber) throw new Error('the speech model cannot be had here');
  await using people = new AsyncDisposableStack();
  people.defer(dispose);
  const talk = new AbortController();
  people.defer(() => {
    talk.abort();
  });
  for (let room = 1; room <= roomCount; room += 1) {
    await fill({ stack, people, signal: talk.signal }, room);
  }
  const { cores, mostBytes } = await usage(transcriber.pid, times ?? usualSeconds);
  const what = `one transcriber, ${String(roomCount)} rooms in which two people speak`;
  const none = { bare: '', ratio: '' };
  return [
    { what: `${what}: cores`, measured: cores.toFixed(2), ...none, reach: '≤ 1' },
    {
      what: `${what}: memory`,
      measured: `${(mostBytes / megabyte).toFixed(0)} MiB`,
      ...none,
      reach: '≤ 600 MB',
    },
  ];
}

/** A session of two new people, who speak and have agreed; resolves when the first words are written down. */
async function fill({ stack, people, signal }: Scene, room: number): Promise<void> {
  const mentor = await stack.addPerson(`Mentor${String(room)}`, 'MENTOR');
  const learner = await stack.addPerson(`Learner${String(room)}`, 'LEARNER');
  const clients = {
    mentor: await ApiClient.signIn(stack, mentor),
    learner: await ApiClient.signIn(stack, learner),
  };
  const sessionId = await planSession(clients.mentor, { learner });
  for (const who of roles) {
    const access = await accessOf(clients[who], sessionId);
    const person = people.use(await SpeakingPerson.enter(access));
    await agree(clients[who], sessionId);
    void person.repeats(await samplesOf(who), signal);
  }
  const what = 'The first words of a room';
  await waitUntil(() => isHeard(clients.mentor, sessionId), { what, timeoutMs: 60_000 });
}

async function samplesOf(who: string): Promise<Int16Array> {
  const { buffer, byteOffset, byteLength } = await readFile(join(assets, `${who}.wav`));
  return new Int16Array(buffer.slice(byteOffset + wavHeaderBytes, byteOffset + byteLength));
}

async function agree(client: ApiClient, sessionId: string): Promise<void> {
  await client.ask(
    `mutation ($sessionId: ID!) {
      changeConsent(input: { sessionId: $sessionId, kind: TRANSCRIPT, act: AGREE }) { __typename } }`,
    { sessionId },
  );
}

async function isHeard(client: ApiClient, id: string): Promise<boolean> {
  const { session } = await client.ask<{ session: { transcript: { edges: readonly object[] } } }>(
    `query ($id: ID!) { session(id: $id) { transcript { edges { node { text } } } } }`,
    { id },
  );
  return session.transcript.edges.length > 0;
}

/** What a process takes for so many seconds, as the kernel of Linux counts it. */
async function usage(pid: number, seconds: number): Promise<{ cores: number; mostBytes: number }> {
  const begun = { at: performance.now(), seconds: await secondsOf(pid) };
  let mostBytes = await bytesOf(pid);
  let looks = 0;
  for await (const _ of everySoOften(1000)) {
    mostBytes = Math.max(mostBytes, await bytesOf(pid));
    looks += 1;
    if (looks >= seconds) break;
  }
  const passed = (performance.now() - begun.at) / 1000;
  return { cores: ((await secondsOf(pid)) - begun.seconds) / passed, mostBytes };
}

async function secondsOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${String(pid)}/stat`, 'utf8');
  // The name before may hold spaces; user and system time are the 12th and 13th behind it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticks;
}

async function bytesOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
}
