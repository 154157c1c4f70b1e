// What vitest runs. Browser tests have their own runner (tests/e2e).
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // JSX of functions and forms is Preact's, as in the builds.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      // Nothing of them stays behind in their modules: files share a process, which starts and reads what they import once.
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['tests/{unit,contract}/**/*.test.{ts,tsx}', 'supabase/tests/**/*.test.ts'],
          isolate: false,
        },
      },
      // Functions keep settings and connections for the life of their process: each file has its own.
      { extends: true, test: { name: 'apart', include: ['tests/{functions,system}/**/*.test.{ts,tsx}'] } },
    ],
    globalSetup: ['tests/support/test-postgres.ts'],
    environment: 'node',
    silent: 'passed-only', // a function's own log lines are shown where its test failed
    maxWorkers: 2, // more only wait for each other on the machines that run this
    testTimeout: 15_000,
    hookTimeout: 60_000,
  },
});
