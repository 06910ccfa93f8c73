import { randomInt } from 'node:crypto';
import { expect } from '@playwright/test';
import { agreement } from '../support/agreement.ts';
import { chances } from '../support/chances.ts';
import { meet, test } from '../support/fixtures.ts';
import { Lesson } from '../support/lesson.ts';
import type { Person } from '../support/person.ts';
import { SessionRecord } from '../support/session-record.ts';

const activityMs = 5 * 60_000;
const cutMs = 6000;
/** What the room says while its own network is away. */
const isCut = /Network issues detected|Chat and status are offline|We're reconnecting you/;

test('ROOM-5 ROOM-6 ROOM-7 FAIL-8 both work at the same moment for five minutes, with three cuts, and agree with the database', async ({
  stack,
  mentor,
  learner,
  sessionId,
}) => {
  test.setTimeout(activityMs + 240_000);
  const seed = randomInt(2 ** 31);
  test.info().annotations.push({ type: 'seed', description: String(seed) });
  await meet(mentor, learner, sessionId);
  const [teaching, learning] = [new Lesson(mentor), new Lesson(learner)];
  const endsAt = Date.now() + activityMs;
  await Promise.all([
    goOn({ endsAt, least: taught }, chances(seed), (next, turn) => teach(teaching, next, turn)),
    goOn({ endsAt, least: learned }, chances(seed + 1), (_next, turn) => learn(learning, turn)),
    cut([[mentor], [learner], [mentor, learner]], activityMs / 4),
  ]);

  for (const person of [mentor, learner]) {
    await expect(person.page.getByText(isCut)).toBeHidden({ timeout: 30_000 });
  }
  const record = new SessionRecord(stack.databaseUrl, sessionId);
  // What was written without a network arrives by itself; nobody presses anything.
  await expect
    .poll(() => agreement(teaching, learning, record), { timeout: 60_000 })
    .toEqual({ topics: 'same', annotations: 'same', chat: 'same' });
  const lines = await record.lines();
  expect(new Set(lines).size).toBe(lines.length);
  expect(lines.filter((line) => line.startsWith('Mentor')).length).toBeGreaterThan(10);
  expect(lines.filter((line) => line.startsWith('Learner')).length).toBeGreaterThan(20);
  expect((await record.annotations()).length).toBeGreaterThan(10);
  expect((await record.topics()).length).toBeGreaterThan(8);
});

type Deed = 'annotates' | 'says' | 'adds' | 'moves' | 'renames' | 'finishes';
type Work = (next: () => number, turn: number) => Promise<Deed>;
type Amounts = Partial<Readonly<Record<Deed, number>>>;

interface Extent {
  readonly endsAt: number;
  /** So much of each is done, however slow the machine is. */
  readonly least: Amounts;
}

const taught: Amounts = { annotates: 11, says: 11, adds: 6 };
const learned: Amounts = { says: 21 };

/** One thing after the other until the time is over and enough is done. */
async function goOn({ endsAt, least }: Extent, next: () => number, work: Work): Promise<void> {
  const left = new Map(Object.entries(least));
  const isEnough = () => [...left.values()].every((count) => count <= 0);
  for (let turn = 1; Date.now() < endsAt || !isEnough(); turn += 1) {
    const deed = await work(next, turn);
    left.set(deed, (left.get(deed) ?? 0) - 1);
  }
}

async function teach(lesson: Lesson, next: () => number, turn: number): Promise<Deed> {
  const chance = next();
  const index = Math.floor(next() * (await lesson.count()));
  const deed = deedOf(chance);
  const name = String(turn);
  if (deed === 'annotates') await lesson.annotates(`Note ${name}`);
  else if (deed === 'says') await lesson.says(`Mentor ${name}`);
  else if (deed === 'adds') await lesson.adds(`Topic ${name}`);
  else if (deed === 'moves') await lesson.moves(index, next() < 0.5 ? 'ArrowUp' : 'ArrowDown');
  else if (deed === 'renames') await lesson.renames(index, `Renamed ${name}`);
  else await lesson.finishes();
  return deed;
}

function deedOf(chance: number): Deed {
  if (chance < 0.3) return 'annotates';
  if (chance < 0.5) return 'says';
  if (chance < 0.65) return 'adds';
  if (chance < 0.75) return 'moves';
  return chance < 0.9 ? 'renames' : 'finishes';
}

async function learn(lesson: Lesson, turn: number): Promise<Deed> {
  await lesson.says(`Learner ${String(turn)}`);
  if (turn % 10 === 0) await lesson.turnTo('Topics');
  return 'says';
}

/** Takes the network from each group in turn for some seconds. */
async function cut(groups: readonly (readonly Person[])[], everyMs: number): Promise<void> {
  for (const people of groups) {
    const [one] = people;
    if (!one) continue;
    await one.page.waitForTimeout(everyMs - cutMs);
    await Promise.all(people.map(({ context }) => context.setOffline(true)));
    for (const { page } of people) await expect(page.getByText(isCut).first()).toBeVisible();
    await one.page.waitForTimeout(cutMs);
    await Promise.all(people.map(({ context }) => context.setOffline(false)));
  }
}
