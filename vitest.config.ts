// What vitest runs. Browser tests have their own runner (tests/e2e).
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // JSX of functions and forms is Preact's, as in the builds.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['tests/{unit,functions,contract,system}/**/*.test.{ts,tsx}', 'supabase/tests/**/*.test.ts'],
    globalSetup: ['tests/support/test-postgres.ts'],
    environment: 'node',
    silent: 'passed-only', // a function's own log lines are shown where its test failed
    maxWorkers: 2, // more only wait for each other on the machines that run this
    testTimeout: 15_000,
    hookTimeout: 60_000,
  },
});
