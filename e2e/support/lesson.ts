import { type Page, expect } from '@playwright/test';
import type { Person } from './person.ts';

/** What one page shows of the session's record. */
export interface Shown {
  readonly topics: readonly string[];
  readonly annotations: readonly string[];
  readonly chat: readonly string[];
}

const thoughtMs = 2000;

type Tab = 'Topics' | 'Chat';

/** A person at work in the room: the plan, annotations and the chat, as the page offers them. */
export class Lesson {
  private readonly page: Page;

  constructor(person: Person) {
    this.page = person.page;
  }

  /** The page shows a choice a moment after the press; until then the tab of before says that it is chosen. */
  async turnTo(tab: Tab): Promise<void> {
    const button = this.page.getByRole('tab', { name: new RegExp(`^${tab}`) });
    if ((await button.getAttribute('aria-selected')) !== 'true') await button.click();
    await expect(button).toHaveAttribute('aria-selected', 'true');
  }

  async says(text: string): Promise<void> {
    await this.turnTo('Chat');
    const box = this.page.getByRole('textbox', { name: 'Message' });
    await box.fill(text);
    await box.press('Enter');
  }

  /** A moment in which nothing is done, as people have it. */
  async thinks(): Promise<void> {
    await this.page.waitForTimeout(thoughtMs);
  }

  async adds(title: string): Promise<void> {
    await this.turnTo('Topics');
    const box = this.page.getByLabel('New topic');
    await box.fill(title);
    await box.press('Enter');
  }

  /** Moves a topic of the plan one place up or down. */
  async moves(index: number, key: 'ArrowUp' | 'ArrowDown'): Promise<void> {
    await this.turnTo('Topics');
    await this.rows.nth(index).locator('.grip').press(key);
  }

  async renames(index: number, title: string): Promise<void> {
    await this.turnTo('Topics');
    await this.rows
      .nth(index)
      .getByRole('button', { name: /, rename$/ })
      .click();
    const box = this.page.getByLabel('Name of the topic');
    await box.fill(title);
    await box.press('Enter');
  }

  async finishes(): Promise<void> {
    await this.turnTo('Topics');
    const button = this.page.getByRole('button', { name: 'Topic Done' });
    if (await button.isVisible()) await button.click();
  }

  async annotates(text: string): Promise<void> {
    await this.turnTo('Topics');
    const box = this.page.getByRole('textbox', { name: 'Annotation', exact: true });
    await box.fill(text);
    await box.press('Control+Enter');
  }

  /** How many topics the page lets the mentor change. */
  async count(): Promise<number> {
    await this.turnTo('Topics');
    return await this.rows.count();
  }

  async shown(): Promise<Shown> {
    await this.turnTo('Topics');
    const topics = await this.panel.locator('li[data-state]').evaluateAll((rows) =>
      rows.map((row) => {
        const words = row.querySelector('.title')?.firstChild?.textContent ?? '';
        return `${words.trim()} ${row.getAttribute('data-state') ?? ''}`;
      }),
    );
    const annotations = await this.panel.locator('pl-annotation-list .text').allInnerTexts();
    await this.turnTo('Chat');
    await this.readsBack();
    const chat = await this.page.getByRole('log').locator('.bubble').allInnerTexts();
    return { topics, annotations: annotations.sort(), chat };
  }

  /** Of a long chat the page has the newest part, until somebody scrolls back. */
  private async readsBack(): Promise<void> {
    const log = this.page.getByRole('log', { name: 'Messages' });
    while ((await log.getAttribute('data-earlier')) !== null) {
      const drawn = await log.locator('li').count();
      // A panel that has just been opened still goes to its end by itself.
      const scrolled = async () => {
        await log.evaluate((element) => {
          element.scrollTop = 0;
        });
        return await log.locator('li').count();
      };
      await expect.poll(scrolled).toBeGreaterThan(drawn);
    }
  }

  private get panel() {
    return this.page.getByRole('tabpanel');
  }

  private get rows() {
    return this.panel.locator('pl-topic-row');
  }
}
