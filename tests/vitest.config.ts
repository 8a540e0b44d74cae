import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const built = ['tests/e2e/**/*.test.ts', 'tests/build/**/*.test.ts'];

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    // Nothing may depend on where or when the tests run: no test touches the network or reads the real clock.
    unstubGlobals: true,
    restoreMocks: true,
    // A test that hangs ends some day; how fast one is, is not a test's business.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Two files at a time, of either project: builds and the browser have processes of their own, and wait as often as they work.
    maxWorkers: 2,
    projects: [
      // Pure: files may share what they load, which halves the time.
      { extends: true, test: { name: 'unit', include: ['src/**/*.test.ts', 'tests/**/*.test.ts'], exclude: built, isolate: false } },
      {
        extends: true,
        // Sites are built, served and shown in a browser, all made ready once.
        test: { name: 'site', include: built, globalSetup: 'tests/e2e/setup/global.ts', isolate: false },
      },
    ],
  },
});
