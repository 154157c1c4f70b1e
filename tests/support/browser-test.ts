// The browser tests' own `test`: the portal of the run, and a page on which any error or warning in the console is a failure.
import { type BrowserContext, test as base, type ConsoleMessage, expect } from '@playwright/test';
import { servePortal } from './served-portal.ts';
import { type VisitedPortal, visitPortal } from './visited-portal.ts';

export { expect };

/** The project of the tests that would disturb others, or be disturbed: they have a portal of their own, so that both go on at the same time. */
export const ALONE = 'one by one';

function commonPortal() {
  const { E2E_PORTAL_URL: url, E2E_DATABASE_URL: databaseUrl, E2E_DATA_DIR: dataDir } = process.env;
  if (!url || !databaseUrl || !dataDir) throw new Error('one-portal.ts did not run before this test');
  return { url, databaseUrl, dataDir };
}

export const PHONE = { width: 390, height: 844 } as const;
export const DESKTOP = { width: 1280, height: 900 } as const;

/** A page, or what its form asks of the same path, may be answered with 404 or 422: Chromium says so in the console, and it is no fault. */
const isAnswerOfPage = (message: ConsoleMessage): boolean =>
  /^Failed to load resource: the server responded with a status of (4\d\d|503)/.test(message.text()) &&
  message.location().url.split(/[?#]/)[0] === message.page()?.url().split(/[?#]/)[0];

/** The browser asks for the icon when it likes, also while a test has the portal down. */
const isIconOfPortalDown = (message: ConsoleMessage): boolean =>
  message.text().includes('net::ERR_') && message.location().url.endsWith('/favicon.svg');

/** What went wrong in any page of a context, as it happens. */
export function watchFaults(context: BrowserContext): string[] {
  const faults: string[] = [];
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !isAnswerOfPage(message) && !isIconOfPortalDown(message))
      faults.push(`${message.type()} in ${message.page()?.url()}: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => faults.push(`thrown in ${error.page()?.url()}: ${error.error().message}`));
  return faults;
}

export const test = base.extend<{ noFaults: undefined }, { portal: VisitedPortal }>({
  portal: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the first argument's pattern
    async ({}, use, { project }) => {
      const own = project.name === ALONE ? await servePortal() : undefined;
      const portal = visitPortal(own ? { ...own, databaseUrl: own.databaseUrl() } : commonPortal());
      await use(portal);
      await portal.close();
      await own?.close();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  baseURL: async ({ portal }, use) => use(portal.url),
  noFaults: [
    async ({ context }, use) => {
      const faults = watchFaults(context);
      await use(undefined);
      expect(faults, 'errors and warnings in the console').toEqual([]);
    },
    { auto: true },
  ],
});
