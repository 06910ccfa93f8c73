import { expect } from '@playwright/test';
import { meet, test } from '../support/fixtures.ts';
import { SessionRecord } from '../support/session-record.ts';

test('LIFE-2 two tabs of one person count once, and "Use here" moves the call', async ({
  stack,
  mentor,
  learner,
  sessionId,
}) => {
  await meet(mentor, learner, sessionId);

  const first = mentor.page;
  const second = await mentor.newTab();
  await mentor.opens(sessionId);
  await expect(second.getByText('You are in this session on another page.')).toBeVisible();
  await mentor.control('Use here').click();
  await mentor.sees(stack.learner);
  await expect(first.getByText('You are in this session on another page.')).toBeVisible();
  await learner.sees(stack.mentor);
  await learner.expectPhase('IN_PROGRESS');

  await first.close();
  await learner.sees(stack.mentor);
  const record = new SessionRecord(stack.databaseUrl, sessionId);
  expect(await record.turnTypes()).toEqual(['SESSION_WAITING', 'SESSION_STARTED']);
});

test('LIFE-7 leaving early is asked about, and one may stay', async ({
  mentor,
  learner,
  sessionId,
}) => {
  await meet(mentor, learner, sessionId);
  await learner.control('Leave').click();
  const dialog = learner.page.getByRole('dialog');
  await expect(dialog).toContainText('Are you sure? Your session will be marked incomplete.');
  await learner.page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await learner.expectPhase('IN_PROGRESS');
  await learner.leaves();
  await expect(learner.page.getByText('You left the session. Want to rejoin?')).toBeVisible();
  await mentor.expectPhase('PAUSED');
  await expect(mentor.page.getByText('Waiting for learner...')).toBeVisible();
});

test('ROOM-3 ROOM-9 who mutes or turns the camera off is shown so to the other', async ({
  stack,
  mentor,
  learner,
  sessionId,
}) => {
  await meet(mentor, learner, sessionId);
  await learner.sees(stack.mentor);
  await mentor.control('Mute').click();
  const picture = learner.page.getByRole('region', { name: 'Video' });
  await expect(picture.getByText('Muted', { exact: true })).toBeVisible();
  await mentor.control('Unmute').click();
  await expect(picture.getByText('Muted', { exact: true })).toBeHidden();
  await mentor.control('Turn camera off').click();
  await expect(learner.page.getByLabel(`Video of ${stack.mentor.name}`)).toBeHidden();
  await mentor.control('Turn camera on').click();
  await learner.sees(stack.mentor);
});
