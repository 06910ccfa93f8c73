import { expect, type Page } from '@playwright/test';
import { meet, test } from '../support/fixtures.ts';

/** A picture of four colours, large enough to be seen. */
async function drawing(page: Page): Promise<Buffer> {
  const url = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 640;
    canvas.height = 400;
    const pen = canvas.getContext('2d');
    for (const [index, colour] of ['teal', 'gold', 'tomato', 'navy'].entries()) {
      if (pen) pen.fillStyle = colour;
      pen?.fillRect(160 * index, 0, 160, 400);
    }
    return canvas.toDataURL('image/png');
  });
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}

test('ROOM-7 pictures, files, code and formulas arrive, and typing is seen', async ({
  mentor,
  learner,
  sessionId,
}) => {
  await meet(mentor, learner, sessionId);
  const { page } = mentor;
  const box = await mentor.opensChat();
  await learner.opensChat();

  await box.pressSequentially('Look', { delay: 50 });
  await expect(learner.page.getByText('Maya is typing…')).toBeVisible();
  await page.locator('pl-message-composer input[type=file]').setInputFiles([
    { name: 'sketch.png', mimeType: 'image/png', buffer: await drawing(page) },
    { name: 'notes.md', mimeType: 'text/markdown', buffer: Buffer.from('# Notes\n') },
  ]);
  await expect(page.getByRole('button', { name: 'Remove sketch.png' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove notes.md' })).toBeVisible();
  await box.press('Enter');
  await expect(learner.line('Look')).toBeVisible();
  await expect(learner.page.getByText('Maya is typing…')).toBeHidden();

  const picture = learner.page.getByRole('button', { name: 'Enlarge sketch.png' });
  await expect
    .poll(() => picture.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBe(640);
  await picture.click();
  await expect(learner.page.getByRole('dialog', { name: 'sketch.png' })).toBeVisible();
  await learner.page.keyboard.press('Escape');
  await expect(picture).toBeFocused();
  const download = learner.page.waitForEvent('download');
  await learner.page.getByRole('link', { name: /^notes.md/ }).click();
  expect((await download).suggestedFilename()).toBe('notes.md');

  const lines = ['With $x = \\frac{-b}{2a}$ it is', '```js', 'solve(a, b);', '```', '$$\\frac{1$$'];
  await box.fill(lines.join('\n'));
  await box.press('Enter');
  const log = learner.page.getByRole('log');
  await expect(log.locator('math mfrac')).toBeVisible();
  await expect(log.locator('pre')).toHaveText('solve(a, b);');
  await expect(log.getByText('$$\\frac{1$$')).toBeVisible();
  expect([...mentor.complaints, ...learner.complaints]).toEqual([]);
});

test('FAIL-8 ROOM-7 what is written without a network waits, survives the tab, and arrives once in order', async ({
  mentor,
  learner,
  sessionId,
}) => {
  await meet(mentor, learner, sessionId);
  await learner.page.setViewportSize({ width: 390, height: 844 });
  await mentor.writes('before');
  await learner.writes('I can hear you');
  await mentor.context.setOffline(true);
  await mentor.writes('one, offline');
  await mentor.writes('two, offline');
  await expect(mentor.page.getByText('Waiting for connection').first()).toBeVisible({
    timeout: 20_000,
  });
  await mentor.closesTab();
  await mentor.context.setOffline(false);
  await mentor.opens(sessionId);
  await mentor.joins();
  for (const person of [mentor, learner]) {
    await expect(person.line('two, offline')).toHaveCount(1);
    const texts = await person.page.locator('pl-rich-text').allInnerTexts();
    expect(texts).toEqual(['before', 'I can hear you', 'one, offline', 'two, offline']);
  }
  await expect(mentor.page.getByText('Waiting for connection')).toHaveCount(0);
});
