import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const phone = { width: 320, height: 640 };
const desktop = { width: 1280, height: 800 };

interface Look {
  readonly viewport: { readonly width: number; readonly height: number };
  readonly colorScheme: 'light' | 'dark';
}

const usual: readonly Look[] = [
  { viewport: phone, colorScheme: 'light' },
  { viewport: desktop, colorScheme: 'light' },
  { viewport: desktop, colorScheme: 'dark' },
];

/** Looks at a page as it is now, in both themes and at both sizes: no barrier and no cut-off content. */
export async function expectGoodPage(page: Page, name: string, looks = usual): Promise<void> {
  for (const { viewport, colorScheme } of looks) {
    const what = `${name}, ${colorScheme}, ${String(viewport.width)} px`;
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await settled(page);
    await expectNoSideways(page, what);
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join()}`);
    expect(found, what).toEqual([]);
  }
}

/** Colours that are still on their way are neither of the two. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        (one) => one.playState !== 'running' || one.effect?.getTiming().iterations === Infinity,
      ),
  );
}

async function expectNoSideways(page: Page, what: string): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
      { message: `${what} does not scroll sideways` },
    )
    .toBe(0);
}
