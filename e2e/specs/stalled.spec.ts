import { expect } from '@playwright/test';
import { meet, test } from '../support/fixtures.ts';
import { StoppedCounts } from '../support/stopped-counts.ts';

test('FAIL-1 FAIL-9 a call that is connected and carries nothing is told as broken, then made anew', async ({
  stack,
  mentor,
  learner,
  sessionId,
}) => {
  const counts = await StoppedCounts.in(learner.page);
  await meet(mentor, learner, sessionId);
  await learner.sees(stack.mentor);
  const words = learner.page.getByText("We're reconnecting you. Hang tight!");

  await counts.hold();
  await expect(words).toBeVisible({ timeout: 30_000 });
  await counts.letGo();
  await expect(words).toBeHidden();

  const anew = learner.page.waitForRequest(
    (request) => request.postData()?.includes('mutation JoinSession') ?? false,
    { timeout: 40_000 },
  );
  await counts.hold();
  await anew;
  await counts.letGo();
  await expect(words).toBeHidden();
  await learner.expectPhase('IN_PROGRESS');
  await Promise.all([mentor.sees(stack.learner), learner.sees(stack.mentor)]);
});
