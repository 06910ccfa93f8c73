import { randomBytes } from 'node:crypto';
import { Stack } from '../e2e/support/stack.ts';
import { ApiClient } from './client.ts';
import { type Figure, inMs, percentile, ratio } from './figures.ts';
import { seedManySessions } from './many-sessions.ts';
import type { Setting } from './row.ts';

const few = 100;
const many = 100_000;
const usualTimes = 150;
const warmUp = 20;
const dayMs = 24 * 3_600_000;

const session = `id title status outcome course { id title }
  mentor { person { id displayName } } learner { person { id displayName } }
  other { person { id displayName } } clock { phase serverTime startsAt endsAt }`;
const page = `{ edges { cursor node { ${session} } } pageInfo { endCursor hasNextPage } }`;
const counts = `at live { status count } onDay nextDay outcomes { outcome count }
  people { role count } notices { due late failed }`;

/** What a page asks for, and who asks. */
interface Question {
  readonly what: string;
  readonly who: 'mentor' | 'admin';
  readonly query: string;
}

const today = `{ from: "${iso(-dayMs / 2)}", to: "${iso(dayMs / 2)}" }`;

const questions: readonly Question[] = [
  { what: 'next session', who: 'mentor', query: `{ nextSession { ${session} } }` },
  { what: 'upcoming, first 20', who: 'mentor', query: `{ sessions(filter: UPCOMING) ${page} }` },
  { what: 'past, first 20', who: 'mentor', query: `{ sessions(filter: PAST) ${page} }` },
  {
    what: 'operator, figures',
    who: 'admin',
    query: `{ operatorOverview(today: ${today}) { ${counts} } }`,
  },
  { what: 'operator, first 20 of all', who: 'admin', query: `{ allSessions ${page} }` },
  {
    what: 'operator, first 20 that ended',
    who: 'admin',
    query: `{ allSessions(filter: { status: ENDED }) ${page} }`,
  },
  {
    what: 'operator, search for a person',
    who: 'admin',
    query: `{ allSessions(filter: { search: "maya" }) ${page} }`,
  },
  {
    what: 'operator, search for a usual word',
    who: 'admin',
    query: `{ allSessions(filter: { search: "algebra" }) ${page} }`,
  },
];

/** The lists of pages with 100 and with 100,000 sessions in the table, in turns. */
export async function dashboards({ times }: Setting): Promise<readonly Figure[]> {
  await using small = await Place.open(few);
  await using large = await Place.open(many);
  const figures: Figure[] = [];
  for (const question of questions) {
    const [withFew, withMany] = await inTurns([small, large], question, times ?? usualTimes);
    figures.push({
      what: `${question.what}: with 100,000 sessions, p50`,
      measured: inMs(withMany),
      bare: `with 100 ${inMs(withFew)}`,
      ratio: ratio(withMany, withFew),
      reach: '≤ 1.5',
    });
  }
  return figures;
}

/** A whole PeerLearn with so many sessions. */
class Place implements AsyncDisposable {
  private readonly stack: Stack;
  private readonly clients: Readonly<Record<Question['who'], ApiClient>>;

  private constructor(stack: Stack, clients: Readonly<Record<Question['who'], ApiClient>>) {
    this.stack = stack;
    this.clients = clients;
  }

  static async open(count: number): Promise<Place> {
    const stack = await Stack.start();
    const { databaseUrl, mentor, learner } = stack;
    const seed = {
      databaseUrl,
      count,
      now: Date.now(),
      mentorId: mentor.id,
      learnerId: learner.id,
    };
    await seedManySessions(seed);
    const clients = {
      mentor: await ApiClient.signIn(stack, mentor),
      admin: await ApiClient.signIn(stack, await addAdministrator(stack)),
    };
    return new Place(stack, clients);
  }

  async ask({ who, query }: Question): Promise<void> {
    await this.clients[who].ask(query);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stack[Symbol.asyncDispose]();
  }
}

async function addAdministrator({ api }: Stack): Promise<{
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}> {
  const [name, email, password] = [
    'Ada Min',
    'ada@peerlearn.example',
    randomBytes(12).toString('hex'),
  ];
  const args = ['--email', email, '--name', name, '--role', 'ADMIN', '--password'];
  const { id } = JSON.parse(await api.command('person', args, password)) as { id: string };
  return { id, name, email, password };
}

/** The median of each, one question here and one there. */
async function inTurns(
  places: readonly [Place, Place],
  question: Question,
  times: number,
): Promise<readonly [number, number]> {
  const samples: readonly [number[], number[]] = [[], []];
  for (let index = -warmUp; index < times; index += 1) {
    for (const [which, place] of places.entries()) {
      const begin = performance.now();
      await place.ask(question);
      if (index >= 0) samples[which]?.push(performance.now() - begin);
    }
  }
  return [percentile(samples[0], 0.5), percentile(samples[1], 0.5)];
}

function iso(inMs: number): string {
  return new Date(Date.now() + inMs).toISOString();
}
