import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { meet, test } from '../support/fixtures.ts';

/** What has the focus, as it is called: by its label, or by its words. */
async function focusedName(page: Page): Promise<string> {
  return await page.evaluate(() => {
    const one = document.activeElement;
    if (one === null || one === document.body) return '';
    const written = one instanceof HTMLTextAreaElement ? one.labels[0]?.innerText : one.textContent;
    return (one.ariaLabel ?? written ?? '?').replaceAll(/\s+/g, ' ').trim();
  });
}

/** All stops of the keyboard on a page, from its beginning to its end. */
async function stopsOn(page: Page): Promise<readonly string[]> {
  const stops: string[] = [];
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  for (let count = 0; count < 60; count++) {
    await page.keyboard.press('Tab');
    const name = await focusedName(page);
    if (name === '' || name === stops[0]) return stops;
    stops.push(name);
  }
  return stops;
}

test('ROOM-15 the room reads in a sensible order, and the keyboard reaches every control', async ({
  mentor,
  learner,
  sessionId,
}) => {
  await meet(mentor, learner, sessionId);
  const { page } = mentor;
  await expect(page.locator('pl-room-header')).toMatchAriaSnapshot(`
    - paragraph: Algebra from the ground up
    - heading "Systems of equations" [level=1]
    - list "Who is here":
      - listitem: /Leo Okafor Active Connection. \\w+/
      - listitem: /You Active Connection. \\w+/
    - text: In progress
    - term: Time left
    - definition:
      - timer: /\\d+:\\d\\d/
    - term: Elapsed
    - definition: /\\d+:\\d\\d/
    - term: Ends at
    - definition: /\\d+:\\d\\d/
  `);
  await expect(page.getByRole('toolbar', { name: 'Session controls' })).toMatchAriaSnapshot(`
    - toolbar "Session controls":
      - button "Mute"
      - button "Turn camera off"
      - button "Share screen"
      - button "Raise hand"
      - button "Topics"
      - button "Chat" [expanded]
      - button "Captions on"
      - button "Whiteboard"
      - button "End session"
      - button "More"
      - button "Leave"
  `);
  await expect(page.getByRole('complementary', { name: 'Side panel' })).toMatchAriaSnapshot(`
    - complementary "Side panel":
      - tablist "Side panel":
        - tab "Topics"
        - tab "Chat" [selected]
        - tab "Transcript"
        - tab "Notes"
      - button "Close"
      - tabpanel "Chat":
        - log "Messages"
        - button "Attach a file"
        - textbox "Message"
        - button "Send" [disabled]
  `);
  expect(await stopsOn(page)).toEqual([
    'Your picture, bottom right. The arrow keys move it.',
    'Hide your own picture',
    'Mute',
    'Turn camera off',
    'Share screen',
    'Raise hand',
    'Topics',
    'Chat',
    'Captions on',
    'Whiteboard',
    'End session',
    'More',
    'Leave',
    'Chat',
    'Close',
    'Messages',
    'Attach a file',
    'Message',
  ]);
  await page.getByRole('tab', { name: 'Chat' }).press('ArrowLeft');
  await expect(page.getByRole('tab', { name: 'Topics', selected: true })).toBeFocused();
  await mentor.control('Mute').press('End');
  await expect(mentor.control('Leave')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alertdialog').or(page.getByRole('dialog'))).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(mentor.control('Leave')).toBeFocused();
  expect(mentor.complaints).toEqual([]);
});

/** Finds no barrier in a part of the page as it is now. */
async function expectNoBarrier(page: Page, part: string, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include(part).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join()}`);
  expect(found, what).toEqual([]);
}

/** Whatever is wider than its place in the side panel. */
async function cutOff(page: Page): Promise<readonly string[]> {
  return await page.locator('pl-sidebar aside').evaluate((panel) =>
    [...panel.querySelectorAll<HTMLElement>('*')]
      .filter((one) => getComputedStyle(one).overflowX === 'auto')
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map(({ className, tagName }) => `${tagName} ${className}`),
  );
}

test('ROOM-4 ROOM-13 ROOM-15 every panel is seen whole and without a barrier, and moves nothing else', async ({
  mentor,
  sessionId,
}) => {
  const { page } = mentor;
  await mentor.opens(sessionId);
  await mentor.joins();
  const panel = page.getByRole('complementary', { name: 'Side panel' });
  const looks = [
    { width: 320, height: 640, colorScheme: 'light' },
    { width: 640, height: 400, colorScheme: 'dark' },
    { width: 1000, height: 768, colorScheme: 'dark' },
    { width: 1280, height: 800, colorScheme: 'light' },
  ] as const;
  for (const { colorScheme, ...viewport } of looks) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    if (!(await panel.isVisible())) await mentor.control('Chat').click();
    for (const name of ['Topics', 'Chat', 'Transcript', 'Notes']) {
      await page.getByRole('tab', { name }).click();
      const what = `${name}, ${colorScheme}, ${String(viewport.width)} px`;
      await expect.poll(() => cutOff(page), what).toEqual([]);
      if (name !== 'Chat') await expectNoBarrier(page, 'pl-sidebar', what);
    }
  }

  const still = [page.locator('pl-room-header header'), page.locator('pl-controls'), panel];
  const boxes = () => Promise.all(still.map((one) => one.boundingBox()));
  const before = await boxes();
  for (const name of ['Topics', 'Chat']) {
    await page.getByRole('tab', { name }).click();
    expect(await boxes(), name).toEqual(before);
  }

  await mentor.control('More').click();
  await page.getByRole('menuitem', { name: 'Settings' }).click();
  await page.emulateMedia({ colorScheme: 'dark' });
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await expectNoBarrier(page, 'pl-room-settings', 'the settings, dark');
  await settings.getByRole('switch', { name: /^Show captions/ }).click();
  await page.keyboard.press('Escape');
  await mentor.control('Captions off').click();
  await expect(mentor.control('Captions on')).toBeVisible();
  expect(mentor.complaints).toEqual([]);
});
