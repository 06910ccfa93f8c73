import { randomInt } from 'node:crypto';
import { defineConfig } from '@playwright/test';
import { findChromium } from '../launcher/chromium.mjs';
import type { Extent } from './faults/scene.ts';
import { browserArguments } from './support/browser-arguments.ts';

/**
 * The faults that are really caused: fifty, other ones each time (`whole`), or so many as `npm test`
 * has time for, always the same (`short`).
 */
export default defineConfig<Extent>({
  testDir: 'faults',
  outputDir: '../test-results/faults',
  // A stack of its own for each test is started within its time.
  timeout: 300_000,
  workers: 1,
  fullyParallel: false,
  // A fault that is not got over is a defect, also when the next one is.
  retries: 0,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '../test-results/faults.json' }]],
  use: {
    actionTimeout: 20_000,
    navigationTimeout: 20_000,
    launchOptions: { executablePath: await findChromium(), args: browserArguments },
  },
  projects: [
    { name: 'whole', use: { faults: 50, seed: randomInt(2 ** 31) } },
    { name: 'short', grepInvert: /@whole/, use: { faults: 8, seed: 1914 } },
  ],
});
