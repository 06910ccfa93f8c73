import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  expect,
  type Locator,
  type Page,
} from '@playwright/test';
import { loudestOf, framesOf } from './media-probe.ts';
import type { Account } from './stack.ts';

const linesReported = 60;
const lineLength = 160;
/** What LiveKit's client says of the lines that it closes itself when the call is over. */
const farewell =
  /^DataChannel error on \w+: User-Initiated Abort|^publisher data channel '\w+' closed unexpectedly/;

/** One person in a browser of their own, with the verbs of the product. */
export class Person {
  /** What the pages complained of in their consoles. */
  readonly complaints: string[] = [];
  readonly account: Account;
  readonly context: BrowserContext;
  page: Page;
  private readonly url: string;

  private constructor(parts: {
    account: Account;
    context: BrowserContext;
    page: Page;
    url: string;
  }) {
    this.account = parts.account;
    this.context = parts.context;
    this.page = parts.page;
    this.url = parts.url;
    this.listen(parts.page);
  }

  static async arrive(
    browser: Browser,
    account: Account,
    url: string,
    options: BrowserContextOptions = {},
  ): Promise<Person> {
    const context = await browser.newContext({
      baseURL: url,
      viewport: { width: 1280, height: 800 },
      ...options,
    });
    return new Person({ account, context, page: await context.newPage(), url });
  }

  /** Signs in by password, the way the page offers it. */
  async signIn(): Promise<void> {
    const { page, account } = this;
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Use a password instead' }).click();
    await page.getByLabel('E-mail').fill(account.email);
    await page.getByLabel('Password').fill(account.password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(this.heading(`Hello, ${account.name}`)).toBeVisible();
  }

  async signsOut(): Promise<void> {
    await this.control(/, your account$/).click();
    await this.control('Sign out').click();
  }

  async opens(sessionId: string): Promise<void> {
    await this.page.goto(`/session/${sessionId}`);
  }

  async joins(): Promise<void> {
    await this.page.getByRole('button', { name: /^(Join Now|Rejoin)/ }).click();
    await expect(this.control('Leave')).toBeVisible();
  }

  async writes(text: string): Promise<void> {
    const box = await this.opensChat();
    await box.fill(text);
    await box.press('Enter');
  }

  /** Turns to the chat, and gives the box to write in. */
  async opensChat(): Promise<Locator> {
    const tab = this.page.getByRole('tab', { name: /^Chat/ });
    // Where a panel is open its tabs are there; the control would close the one of the chat.
    if (!(await tab.isVisible())) await this.control(/^Chat/).click();
    await tab.click();
    await expect(tab).toHaveAttribute('aria-selected', 'true');
    const box = this.page.getByRole('textbox', { name: 'Message' });
    await expect(box).toBeVisible();
    return box;
  }

  async leaves(): Promise<void> {
    await this.control('Leave').click();
    await this.page.getByRole('button', { name: 'Leave session' }).click();
  }

  /** Opens another tab, which the person looks at from now on. */
  async newTab(): Promise<Page> {
    const page = await this.context.newPage();
    this.listen(page);
    this.page = page;
    return page;
  }

  /** Closes the tab as a person does, and has another, empty one. */
  async closesTab(): Promise<void> {
    const { page } = this;
    await this.newTab();
    await page.close({ runBeforeUnload: true });
  }

  /** Presses "Retry" at each line that was not sent. */
  async sendsAgain(): Promise<void> {
    const failed = this.page.getByRole('log').getByRole('button', { name: 'Retry' });
    while ((await failed.count()) > 0) await failed.first().click();
    await expect(this.page.getByText('Sending…')).toHaveCount(0);
  }

  /** Leaves a mark that a reload would wipe out. */
  async marksPage(): Promise<void> {
    await this.page.evaluate(() => {
      document.documentElement.dataset['mark'] = 'same';
    });
  }

  async isSamePage(): Promise<boolean> {
    return await this.page.evaluate(() => document.documentElement.dataset['mark'] === 'same');
  }

  control(name: string | RegExp): Locator {
    return typeof name === 'string'
      ? this.page.getByRole('button', { name, exact: true })
      : this.page.getByRole('button', { name });
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { name });
  }

  line(text: string): Locator {
    return this.page.getByRole('log').getByText(text, { exact: true });
  }

  /** Resolves when the other's picture moves: its frames are counted twice and grow. */
  async sees(other: Account): Promise<void> {
    const video = this.page.getByLabel(`Video of ${other.name}`);
    await expect(video).toBeVisible();
    const before = await framesOf(video);
    await expect.poll(() => framesOf(video)).toBeGreaterThan(before + 5);
  }

  /** Resolves when there is sound in what comes from the other. */
  async hears(): Promise<void> {
    await expect
      .poll(() => loudestOf(this.page.locator('audio')), { timeout: 20_000 })
      .toBeGreaterThan(0.01);
  }

  async expectPhase(phase: string, timeout = 15_000): Promise<void> {
    await expect(this.page.locator('pl-room')).toHaveAttribute('data-phase', phase, { timeout });
  }

  /** What the app keeps of the session, asked with the person's own cookie. */
  async ask<Data>(query: string, variables: object = {}): Promise<Data> {
    const response = await this.context.request.post(`${this.url}/graphql`, {
      data: { query, variables },
      headers: { origin: this.url },
    });
    const { data, errors } = (await response.json()) as {
      data?: Data;
      errors?: readonly { message: string }[];
    };
    if (!data) throw new Error(errors?.map(({ message }) => message).join('; '));
    return data;
  }

  /** Prints what the page holds and has complained of: after a failure, all there is where no file is kept. */
  async reports(): Promise<void> {
    const held = await this.page.locator('body').ariaSnapshot({ timeout: 5000 });
    const lines = [
      this.page.url(),
      ...this.complaints,
      ...held.split('\n').slice(0, linesReported),
    ];
    const text = lines.map((line) => `      ${line.slice(0, lineLength)}\n`).join('');
    process.stdout.write(`\n    What ${this.account.name} saw:\n${text}`);
  }

  async goes(): Promise<void> {
    await this.context.close();
  }

  private listen(page: Page): void {
    page.on('console', (message) => {
      if (message.type() !== 'error' || farewell.test(message.text())) return;
      this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }
}
