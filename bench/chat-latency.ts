import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import type { Stack } from '../e2e/support/stack.ts';
import { ApiClient, planSession } from './client.ts';
import { type Figure, inMs, percentile, ratio } from './figures.ts';

const warmUp = 50;
const counted = 400;

type Send = (text: string) => Promise<void>;
type Heard = (listener: (text: string) => void) => void;

/** From sending a line to the other's receiving it: PeerLearn beside a bare socket with an insert. */
export async function chatLatency(stack: Stack): Promise<readonly Figure[]> {
  const ours = await peerLearn(stack);
  const bare = await bareEcho(stack);
  return ([0.5, 0.99] as const).map((share) => {
    const [a, b] = [percentile(ours, share), percentile(bare, share)];
    return {
      what: `chat line to the other, p${String(share * 100)}, idle`,
      ours: inMs(a),
      beside: `bare ws and insert ${inMs(b)}`,
      ratio: ratio(a, b),
      reach: '≤ 2',
    };
  });
}

async function peerLearn(stack: Stack): Promise<readonly number[]> {
  const mentor = await ApiClient.signIn(stack, stack.mentor);
  const learner = await ApiClient.signIn(stack, stack.learner);
  const sessionId = await planSession(mentor, stack);
  const socket = learner.socket();
  const listeners = new Set<(text: string) => void>();
  const lines = socket.iterate<{ chatMessages: { text: string } }>({
    query: `subscription ($sessionId: ID!) { chatMessages(sessionId: $sessionId) { id text } }`,
    variables: { sessionId },
  });
  const reading = (async () => {
    for await (const { data } of lines) {
      for (const listener of listeners) listener(data?.chatMessages.text ?? '');
    }
  })();
  const samples = await measure(
    async (text) => {
      await mentor.ask(
        `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { __typename } }`,
        { input: { sessionId, messageId: randomUUID(), text } },
      );
    },
    (listener) => listeners.add(listener),
  );
  await lines.return?.();
  await reading;
  await socket.dispose();
  await endSession(mentor, sessionId);
  return samples;
}

async function bareEcho(stack: Stack): Promise<readonly number[]> {
  const program = join(import.meta.dirname, 'bare-echo.ts');
  const child = spawn(process.execPath, [program, stack.databaseUrl], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [printed] = (await once(child.stdout, 'data')) as [Buffer];
  const url = `ws://127.0.0.1:${printed.toString().trim()}`;
  const [sender, receiver] = [new WebSocket(url), new WebSocket(url)];
  await Promise.all([once(sender, 'open'), once(receiver, 'open')]);
  const samples = await measure(
    (text) => {
      sender.send(text);
      return Promise.resolve();
    },
    (listener) => {
      receiver.on('message', (data) => {
        listener((data as Buffer).toString());
      });
    },
  );
  sender.close();
  receiver.close();
  child.kill('SIGTERM');
  await once(child, 'exit');
  return samples;
}

/** Sends one line after the other, each when the one before has arrived. */
async function measure(send: Send, hear: Heard): Promise<readonly number[]> {
  let expected = '';
  let arrive: (at: number) => void = () => undefined;
  hear((text) => {
    if (text === expected) arrive(performance.now());
  });
  const samples: number[] = [];
  for (let index = 0; index < warmUp + counted; index += 1) {
    expected = `line ${String(index)} ${'.'.repeat(60)}`;
    const arrived = new Promise<number>((resolve) => {
      arrive = resolve;
    });
    const sentAt = performance.now();
    const sent = send(expected);
    const at = await arrived;
    await sent;
    if (index >= warmUp) samples.push(at - sentAt);
  }
  return samples;
}

/** Frees the time of the two for what is measured next. */
export async function endSession(mentor: ApiClient, sessionId: string): Promise<void> {
  await mentor.ask(
    `mutation ($input: CancelSessionInput!) { cancelSession(input: $input) { __typename } }`,
    { input: { sessionId, reason: 'measured' } },
  );
  await mentor.ask(
    `mutation ($input: EndSessionInput!) { endSession(input: $input) { __typename } }`,
    { input: { sessionId } },
  );
}
