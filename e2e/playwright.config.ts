import { defineConfig } from '@playwright/test';
import { findChromium } from '../launcher/chromium.mjs';
import { browserArguments } from './support/browser-arguments.ts';

export default defineConfig({
  testDir: 'specs',
  outputDir: '../test-results/e2e',
  // Two browsers with video fill the two cores of a small machine: one test at a time.
  workers: 1,
  fullyParallel: false,
  timeout: 120_000,
  // A hiccup of a busy machine is reported as flaky; a defect fails twice.
  retries: 1,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
  use: {
    actionTimeout: 20_000,
    navigationTimeout: 20_000,
    launchOptions: {
      executablePath: await findChromium(),
      args: browserArguments,
    },
    trace: 'retain-on-failure',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
  },
});
