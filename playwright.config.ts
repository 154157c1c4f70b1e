// The browser tests: Chromium against the portal as npm start runs it.
import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

/** The same places, in the same order, as setup.mjs looks in; without a path Playwright takes its own. */
const executablePath = process.env.CHROMIUM_PATH ?? (existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined);

/** Tests that have a portal of their own, and are alone in it: they change what others see, or look at all of it: a desk's lists and sessions, who asked for codes, rounds of a provider, the whole database. */
const ALONE = /(accessibility-freshness|desk|documents|freshness|my-data|scanner|sharing|workspace)\.spec\.ts$/;

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/support/one-portal.ts',
  outputDir: '.data/test/e2e',
  workers: 2, // two cores, which the portal and its database share with the browsers
  retries: 0, // a test that passes at times is wrong
  timeout: 60_000,
  expect: { timeout: 5000 },
  forbidOnly: Boolean(process.env.CI),
  projects: [
    // First in the list, so that the one worker that they have begins with them: they take longest.
    { name: 'one by one', testMatch: ALONE, workers: 1 },
    { name: 'side by side', testIgnore: ALONE, fullyParallel: true },
  ],
  use: {
    // Recording every step takes a third of the time; `--trace on` does it for the test that one looks into.
    trace: 'off',
    screenshot: 'only-on-failure',
    actionTimeout: 5000,
    navigationTimeout: 10_000,
    bypassCSP: false,
    timezoneId: 'Europe/Helsinki',
    viewport: { width: 1280, height: 900 },
    launchOptions: {
      ...(executablePath && { executablePath }),
      chromiumSandbox: process.getuid?.() !== 0, // Chromium's sandbox refuses root
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
