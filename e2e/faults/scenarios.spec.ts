import { type Page, expect } from '@playwright/test';
import { countedMs } from '../support/counted.ts';
import { test as base, meet } from '../support/fixtures.ts';
import { SessionRecord } from '../support/session-record.ts';
import { Signals } from '../support/signals.ts';
import { stillest, together, watch } from '../support/watch.ts';
import type { Extent } from './scene.ts';
import { cases } from './scenarios.ts';

declare global {
  interface Window {
    /** What was told of the connection. */
    toldOfConnection?: string[];
  }
}

/** So much of what both have may be counted wrongly. */
const errorMs = 1000;
const words = "We're reconnecting you. Hang tight!";

const test = base.extend<Extent>({
  faults: [1, { option: true }],
  seed: [0, { option: true }],
});

for (const { name, isShort, cause, lines, stillMs } of cases) {
  const title = `FAIL-1 FAIL-9 LIFE-3 ${name}: nobody reloads, each word arrives once, and the time is right`;
  test(title, { tag: isShort ? [] : '@whole' }, async ({ stack, mentor, learner, sessionId }) => {
    const both = [mentor, learner];
    const record = new SessionRecord(stack.databaseUrl, sessionId);
    const signals = await Signals.of(learner.page);
    const seeEachOther = () =>
      Promise.all([mentor.sees(stack.learner), learner.sees(stack.mentor)]);
    await meet(mentor, learner, sessionId);
    await seeEachOther();
    for (const person of both) {
      await person.marksPage();
      await watch(person.page);
    }
    await noteTold(learner.page);

    const causedAt = Date.now();
    await cause(signals);
    await mentor.writes('Are you there?');
    await learner.writes('I think so');
    await expect.poll(() => signals.opened()).toBeGreaterThanOrEqual(lines);
    await expect.poll(() => movesSince(learner.page, causedAt + stillMs)).toBe(true);
    await Promise.all(both.map((person) => person.expectPhase('IN_PROGRESS')));
    await seeEachOther();
    await learner.hears();
    await expect(learner.page.getByText(words)).toBeHidden();
    for (const person of both) {
      for (const line of ['Are you there?', 'I think so']) {
        await expect(person.line(line)).toHaveCount(1);
      }
      expect(await person.isSamePage()).toBe(true);
    }
    expect([...(await record.lines())].sort()).toEqual(['Are you there?', 'I think so']);
    const still = Math.max(
      ...(await Promise.all(both.map(({ page }) => stillest(page, causedAt)))),
    );
    const told = await learner.page.evaluate(
      () => window.toldOfConnection ?? ['nothing was noted'],
    );

    await mentor.control('End session').click();
    await mentor.control('End for both').click();
    await expect(learner.heading('Session has ended')).toBeVisible();
    const seen = await seenMs(mentor.page, learner.page, record);
    const off = Math.round((await countedMs(mentor, sessionId)) - seen);
    process.stdout.write(
      `      the picture stood for ${String(still)} ms, ${String(off)} ms were counted too much, told: ${told.join(', ')}\n`,
    );
    expect(still).toBeLessThan(stillMs);
    expect(lines === 1 ? [] : [words]).toEqual(expect.arrayContaining(told));
    expect(Math.abs(off)).toBeLessThan(errorMs);
  });
}

/** How long both saw each other. Before the pages were watched nothing went wrong. */
async function seenMs(one: Page, other: Page, record: SessionRecord): Promise<number> {
  const spans = await together(one, other);
  const turns = await record.turns();
  const startedAt = turns.find(({ type }) => type === 'SESSION_STARTED')?.at ?? NaN;
  const unwatched = (spans[0]?.[0] ?? NaN) - startedAt;
  return spans.reduce((sum, [from, to]) => sum + to - from, unwatched);
}

/** Whether the other's picture has moved since then. */
async function movesSince(page: Page, instant: number): Promise<boolean> {
  return (await page.evaluate(() => window.movedAt?.at(-1) ?? 0)) > instant;
}

/** Notes from now on what is told of the connection, each text once for each time that it comes. */
async function noteTold(page: Page): Promise<void> {
  await page.evaluate(() => {
    const told: string[] = (window.toldOfConnection = []);
    let before = '';
    const look = () => {
      const place = document.querySelector('pl-connection-banner .words');
      const text = place?.firstChild?.textContent?.trim() ?? '';
      if (text !== '' && text !== before) told.push(text);
      before = text;
    };
    const changes = { subtree: true, childList: true, characterData: true };
    new MutationObserver(look).observe(document.body, changes);
  });
}
