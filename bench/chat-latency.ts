import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import type { Stack } from '../e2e/support/stack.ts';
import { ApiClient, endSession, planSession } from './client.ts';
import { type Figure, inMs, percentile, ratio } from './figures.ts';
import type { Setting } from './row.ts';

const warmUp = 100;
const usualTimes = 600;
/** So many lines go one way before the next way has its turn. */
const turn = 25;

/** One way for a line from one to the other. */
interface Way extends AsyncDisposable {
  send(text: string): Promise<void>;
  /** Calls the listener from now on in place of the one before. */
  hear(listener: (text: string) => void): void;
}

const sendMessage = `mutation ($input: SendMessageInput!) {
  sendMessage(input: $input) { __typename } }`;

/** From sending a line to the other's receiving it: PeerLearn beside a bare socket with an insert. */
export async function chatLatency({ stack, times }: Setting): Promise<readonly Figure[]> {
  await using bare = await bareEcho(stack);
  await using chat = await Chat.open(stack);
  const ways = [chat.bySocket, chat.byHttp, bare];
  await inTurns(ways, warmUp);
  const [socket = [], http = [], beside = []] = await inTurns(ways, times ?? usualTimes);
  return [
    ...figures('chat line to the other, idle', socket, { beside, reach: '≤ 2' }),
    ...figures('the same sent over HTTP', http, { beside, reach: '' }),
  ];
}

function figures(
  what: string,
  ours: readonly number[],
  { beside, reach }: { readonly beside: readonly number[]; readonly reach: string },
): readonly Figure[] {
  return ([0.5, 0.99] as const).map((share) => {
    const [a, b] = [percentile(ours, share), percentile(beside, share)];
    return {
      what: `${what}, p${String(share * 100)}`,
      measured: inMs(a),
      bare: `ws and insert ${inMs(b)}`,
      ratio: ratio(a, b),
      reach,
    };
  });
}

/** The chat of one session, to which the learner listens. */
class Chat implements AsyncDisposable {
  readonly bySocket: Way;
  readonly byHttp: Way;
  private readonly disposal: AsyncDisposableStack;

  private constructor(parts: { bySocket: Way; byHttp: Way; disposal: AsyncDisposableStack }) {
    this.bySocket = parts.bySocket;
    this.byHttp = parts.byHttp;
    this.disposal = parts.disposal;
  }

  static async open(stack: Stack): Promise<Chat> {
    await using disposal = new AsyncDisposableStack();
    const mentor = await ApiClient.signIn(stack, stack.mentor);
    const learner = await ApiClient.signIn(stack, stack.learner);
    const sessionId = await planSession(mentor, stack);
    disposal.defer(() => endSession(mentor, sessionId));
    const [speaking, listening] = [mentor.socket(), learner.socket()];
    disposal.defer(async () => {
      await Promise.all([speaking.dispose(), listening.dispose()]);
    });
    let heard: (text: string) => void = () => undefined;
    const end = learner.follow<{ chatMessages: { text: string } }>(listening, {
      query: `subscription ($sessionId: ID!) { chatMessages(sessionId: $sessionId) {
        id text sentAt cursor author { id displayName } } }`,
      variables: { sessionId },
      next: ({ chatMessages }) => {
        heard(chatMessages.text);
      },
    });
    disposal.defer(end);
    const inputOf = (text: string) => ({ input: { sessionId, messageId: randomUUID(), text } });
    const way = (send: (variables: object) => Promise<unknown>): Way => ({
      send: async (text) => {
        await send(inputOf(text));
      },
      hear: (listener) => {
        heard = listener;
      },
      [Symbol.asyncDispose]: () => Promise.resolve(),
    });
    const bySocket = way((variables) => mentor.askBy(speaking, sendMessage, variables));
    const byHttp = way((variables) => mentor.ask(sendMessage, variables));
    return new Chat({ bySocket, byHttp, disposal: disposal.move() });
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.disposal.disposeAsync();
  }
}

async function bareEcho(stack: Stack): Promise<Way> {
  const program = join(import.meta.dirname, 'bare-echo.ts');
  const child = spawn(process.execPath, [program, stack.databaseUrl], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [printed] = (await once(child.stdout, 'data')) as [Buffer];
  const url = `ws://127.0.0.1:${printed.toString().trim()}`;
  const [sender, receiver] = [new WebSocket(url), new WebSocket(url)];
  await Promise.all([once(sender, 'open'), once(receiver, 'open')]);
  let heard: (text: string) => void = () => undefined;
  receiver.on('message', (data) => {
    heard((data as Buffer).toString());
  });
  return {
    send: (text) => {
      sender.send(text);
      return Promise.resolve();
    },
    hear: (listener) => {
      heard = listener;
    },
    async [Symbol.asyncDispose]() {
      sender.close();
      receiver.close();
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Sends so many lines each way, a few at a turn, so that a busy moment of the machine meets all. */
async function inTurns(ways: readonly Way[], times: number): Promise<readonly number[][]> {
  const samples = ways.map((): number[] => []);
  for (let from = 0; from < times; from += turn) {
    for (const [index, way] of ways.entries()) {
      samples[index]?.push(...(await measure(way, Math.min(turn, times - from))));
    }
  }
  return samples;
}

/** Sends one line after the other, each when the one before has arrived. */
async function measure(way: Way, count: number): Promise<readonly number[]> {
  let expected = '';
  let arrive: (at: number) => void = () => undefined;
  way.hear((text) => {
    if (text === expected) arrive(performance.now());
  });
  const samples: number[] = [];
  for (let index = 0; index < count; index += 1) {
    expected = `line ${randomUUID()} ${'.'.repeat(60)}`;
    const arrived = new Promise<number>((resolve) => {
      arrive = resolve;
    });
    const sentAt = performance.now();
    const sent = way.send(expected);
    const at = await arrived;
    await sent;
    samples.push(at - sentAt);
  }
  return samples;
}
