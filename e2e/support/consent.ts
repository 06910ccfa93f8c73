import { expect } from '@playwright/test';
import type { Person } from './person.ts';

/** Both say yes to what they are asked on the screen. */
export async function bothAgree(...people: readonly Person[]): Promise<void> {
  for (const { page } of people) {
    await page.getByRole('button', { name: 'Agree', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Agree', exact: true })).toHaveCount(0);
  }
}
