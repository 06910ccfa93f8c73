import { type Browser, chromium } from '@playwright/test';
import { findChromium } from '../launcher/chromium.mjs';
import { browserArguments } from '../e2e/support/browser-arguments.ts';

/** A Chromium of its own whose camera and microphone are made up, and allowed without a question. */
export async function openBrowser(): Promise<Browser> {
  return await chromium.launch({
    executablePath: await findChromium(),
    args: browserArguments,
  });
}

/** Two Chromiums, one for each of the two. */
export async function openTwo(): Promise<{ one: Browser; other: Browser } & AsyncDisposable> {
  const [one, other] = await Promise.all([openBrowser(), openBrowser()]);
  return {
    one,
    other,
    async [Symbol.asyncDispose]() {
      await Promise.all([one.close(), other.close()]);
    },
  };
}
