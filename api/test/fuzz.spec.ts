import { readFileSync } from 'node:fs';
import { OperationTypeNode, buildSchema } from 'graphql';
import { environment } from '../src/platform/config/env.ts';
import { type Exchange, faultOf, loggedFaults } from './fuzz-answers.ts';
import { type Dice, thrown } from './fuzz-dice.ts';
import { type Question, Questions, spoilt } from './fuzz-questions.ts';
import { badRequest } from './fuzz-requests.ts';
import { type Asker, type FuzzScene, fuzzScene } from './fuzz-scene.ts';
import { FuzzSocket } from './fuzz-socket.ts';
import type { Mood } from './fuzz-values.ts';

const given = Number(environment()['FUZZ_SEED']);
const seed = given > 0 ? given : Date.now() % 2 ** 31;
/** How much is tried: 1 is for every day, more for a long look. */
const effort = Math.max(1, Number(environment()['FUZZ_EFFORT']) || 1);

const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));
const fieldsOf = (operation: OperationTypeNode) => {
  const root = schema.getRootType(operation);
  return Object.keys(root?.getFields() ?? {}).map((field) => `${String(root)}.${field}`);
};
const asked = [...fieldsOf(OperationTypeNode.QUERY), ...fieldsOf(OperationTypeNode.MUTATION)];
const followed = fieldsOf(OperationTypeNode.SUBSCRIPTION);

const moods: readonly Mood[] = [
  { odd: 0, wrong: 0 },
  { odd: 0.15, wrong: 0 },
  { odd: 0.5, wrong: 0 },
  { odd: 0.1, wrong: 0.05 },
];

interface Throw {
  readonly asker: Asker;
  readonly question: Question;
  readonly dice: Dice;
}

describe(`the schema under random fire (FUZZ_SEED=${String(seed)})`, () => {
  let scene: FuzzScene;
  let linesRead = 0;

  beforeAll(async () => {
    process.stdout.write(`\nFUZZ_SEED=${String(seed)} repeats this fuzzing\n`);
    scene = await fuzzScene();
  });

  afterAll(async () => {
    await scene.meeting[Symbol.asyncDispose]();
  });

  afterEach(async () => {
    const { api } = scene.meeting;
    expect(loggedFaults(api.log.slice(linesRead))).toEqual([]);
    linesRead = api.log.length;
    expect((await api.http('{ serverTime }')).errors).toEqual([]);
  });

  it(
    'API-5 answers every operation over HTTP, however odd, without a fault or a leak',
    async () => {
      const exchanges = await fire(12 * asked.length, asked, ({ asker, question }) =>
        post(asker, JSON.stringify(question)),
      );
      expect(exchanges.map(faultOf).filter(Boolean)).toEqual([]);
      const fine = exchanges.filter(
        ({ status, body }) => status === 200 && !body.includes('"errors"'),
      );
      // A fuzzer whose questions are all refused at the door would find nothing behind it.
      expect(fine.length).toBeGreaterThan(exchanges.length / 5);
    },
    120_000 * effort,
  );

  it(
    'API-5 refuses what is no operation over HTTP without a fault or a leak',
    async () => {
      const exchanges = await fire(400, asked, ({ asker, question, dice }) =>
        post(asker, JSON.stringify({ ...question, query: spoilt(question.query, dice) })),
      );
      expect(exchanges.map(faultOf).filter(Boolean)).toEqual([]);
    },
    60_000 * effort,
  );

  it(
    'API-5 refuses what is no request of ours, on every path, without a fault or a leak',
    async () => {
      const exchanges = await fire(400, asked, ({ asker, question, dice }) => {
        const { path, ...request } = badRequest(question, dice);
        return send(asker, path, request);
      });
      expect(exchanges.map(faultOf).filter(Boolean)).toEqual([]);
    },
    60_000 * effort,
  );

  it(
    'API-5 answers every operation over sockets without a fault or a leak',
    async () => {
      const everything = [...followed, ...followed, ...followed, ...asked];
      const exchanges = await fire(3 * everything.length, everything, overSocket);
      expect(exchanges.map(faultOf).filter(Boolean)).toEqual([]);
    },
    120_000 * effort,
  );

  it(
    'API-5 closes sockets that talk nonsense, without a fault or a leak',
    async () => {
      const exchanges = await fire(100, followed, nonsense);
      expect(exchanges.map(faultOf).filter(Boolean)).toEqual([]);
    },
    60_000 * effort,
  );

  /** Throws so often, eight at a time; what is sent is the same for a seed, if not its order. */
  async function fire(
    count: number,
    names: readonly string[],
    act: (thrown: Throw) => Promise<Exchange>,
  ): Promise<readonly Exchange[]> {
    const throws = thrown(seed, count * effort, (dice): Throw => {
      const making = { dice, known: scene.known, mood: dice.pick(moods) };
      const question = Questions.ask(schema, dice.pick(names), making);
      return { asker: dice.pick(scene.askers), question, dice };
    });
    const exchanges: Exchange[] = [];
    const rest = throws[Symbol.iterator]();
    const worker = async () => {
      for (const one of rest) exchanges.push(await act(one));
    };
    await Promise.all(Array.from({ length: 8 }, worker));
    return exchanges;
  }

  function post(asker: Asker, body: string): Promise<Exchange> {
    const headers = { 'content-type': 'application/json' };
    return send(asker, '/graphql', { method: 'POST', headers, body });
  }

  async function send(asker: Asker, path: string, request: RequestInit): Promise<Exchange> {
    const { url } = scene.meeting.api;
    const headers = new Headers(request.headers);
    headers.set('origin', url);
    if (asker.cookie !== undefined) headers.set('cookie', asker.cookie);
    const response = await fetch(url + path, { ...request, headers, redirect: 'manual' });
    const told = [...response.headers].map((pair) => pair.join(': ')).join('\n');
    const sent = `${String(request.method)} ${path} ${bodyOf(request)}`;
    const body = `${told}\n\n${await response.text()}`;
    return { asker, sent, status: response.status, body };
  }

  async function overSocket({ asker, question }: Throw): Promise<Exchange> {
    await using socket = await FuzzSocket.open(scene.meeting.api.url, asker.cookie);
    socket.ask('asked', question);
    await socket.settled();
    socket.complete('asked');
    await socket.settled();
    return told(asker, JSON.stringify(question), socket);
  }

  async function nonsense({ asker, question, dice }: Throw): Promise<Exchange> {
    await using socket = await FuzzSocket.open(scene.meeting.api.url, asker.cookie);
    const whole = JSON.stringify({ id: 'a', type: 'subscribe', payload: question });
    const frames = Array.from({ length: 3 }, () =>
      dice.pick<() => string | Buffer>([
        () => whole.slice(0, dice.int(whole.length)),
        () => JSON.stringify({ id: dice.json(), type: 'subscribe', payload: dice.json() }),
        () => JSON.stringify({ id: 'a', type: 'subscribe', payload: { query: dice.text() } }),
        () =>
          JSON.stringify({ id: 'a', type: 'subscribe', payload: { ...question, extensions: 1 } }),
        () =>
          JSON.stringify({ type: dice.pick(['ping', 'pong', 'complete', 'connection_init', 'x']) }),
        () => JSON.stringify(dice.json()),
        () => Buffer.from(whole),
        () => Buffer.from(Array.from({ length: 50 }, () => dice.int(256))),
        () => 'x'.repeat(300 * 1024),
        () => whole,
      ])(),
    );
    for (const frame of frames) socket.send(frame);
    await socket.settled();
    return told(asker, frames.map(String).join('\n').slice(0, 2000), socket);
  }

  /** A socket that ends with a word of the server's own fault counts as an answer with one. */
  function told(asker: Asker, sent: string, { closed, received }: FuzzSocket): Exchange {
    const faults = new Set<number | null>([4500, 1011, 1006]);
    const status = faults.has(closed) ? 500 : 200;
    return { asker, sent, status, body: `${String(closed)} ${received.join('\n')}` };
  }
});

function bodyOf({ body }: RequestInit): string {
  return typeof body === 'string' ? body : 'bytes';
}
