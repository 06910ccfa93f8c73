import { expect, type Page } from '@playwright/test';
import { test } from '../support/fixtures.ts';

/** The mutations that a page sends, one way or the other. */
function mutationsOf(page: Page): readonly string[] {
  const found: string[] = [];
  const note = (text: string | Buffer | null) => {
    const name = /mutation (\w+)/.exec(String(text))?.[1];
    if (name) found.push(name);
  };
  page.on('request', (request) => {
    note(request.postData());
  });
  page.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => {
      note(payload);
    });
  });
  return found;
}

test('LIFE-1 ROOM-2 ROOM-7 ROOM-12 two people meet, see, hear and write to each other, and rate', async ({
  stack,
  mentor,
  learner,
  sessionId,
}) => {
  await mentor.opens(sessionId);
  await mentor.joins();
  await expect(mentor.page.getByText('Waiting for learner…')).toBeVisible();
  const asked = mutationsOf(learner.page);
  const atDoor = learner.page.waitForEvent('websocket', (socket) => socket.url().includes('/rtc'));
  await learner.opens(sessionId);
  await (await atDoor).waitForEvent('framereceived');
  await expect(mentor.page.getByText('Waiting for learner…')).toBeVisible();
  expect(asked).toContain('WaitToJoin');
  await learner.joins();
  await Promise.all([mentor.expectPhase('IN_PROGRESS'), learner.expectPhase('IN_PROGRESS')]);
  await Promise.all([mentor.sees(stack.learner), learner.sees(stack.mentor)]);
  await mentor.hears();
  await learner.hears();
  expect(asked).toContain('EnterRoom');
  // The usual way, which goes where the door does not lead in.
  expect(asked).not.toContain('JoinSession');

  await mentor.writes('Shall we begin?');
  await expect(learner.line('Shall we begin?')).toBeVisible();
  await learner.writes('Yes, please');
  await expect(mentor.line('Yes, please')).toBeVisible();
  await expect(learner.line('The session has started')).toBeVisible();

  await mentor.control('End session').click();
  await mentor.control('End for both').click();
  for (const person of [mentor, learner]) {
    await expect(person.heading('Session has ended')).toBeVisible();
  }
  await learner.page.getByRole('radio', { name: /^5/ }).check({ force: true });
  await learner.page.getByLabel('Comment (optional)').fill('Clear and calm');
  await learner.control('Send feedback').click();
  await expect
    .poll(async () => {
      const { session } = await learner.ask<{ session: object }>(
        `query ($id: ID!) { session(id: $id) { endReason viewerFeedback { rating comment } } }`,
        { id: sessionId },
      );
      return session;
    })
    .toEqual({
      endReason: 'ENDED_BY_MENTOR',
      viewerFeedback: { rating: 5, comment: 'Clear and calm' },
    });
  expect([...mentor.complaints, ...learner.complaints]).toEqual([]);
});
