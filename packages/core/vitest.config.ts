import { defineConfig } from 'vitest/config'
import { postgresBinaries } from './test/support/postgres-server.ts'

/** Projects that run at the same time need the same number of workers. */
const everyTest = { setupFiles: ['test/support/fast-check.ts'], isolate: false, maxWorkers: 2 }
const databaseTests = {
  ...everyTest,
  include: ['test/**/*.db.test.ts'],
  globalSetup: ['test/support/global-setup.ts'],
  testTimeout: 60_000,
  hookTimeout: 120_000,
}

/**
 * Without isolation: the files of a worker share the modules that it has loaded, which otherwise takes longer than most of them. A file that mocks a
 * module forgets it at its end. Pure tests need nothing. Database tests run on the embedded engine and, where a server is installed, on PostgreSQL too.
 */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'core', ...everyTest, include: ['test/**/*.test.ts'], exclude: ['test/**/*.db.test.ts'] } },
      { test: { name: 'core on embedded', ...databaseTests } },
      // Plans are asked of 200,000 claims, which takes a while to make: once, on the engine where a slow statement holds up everybody.
      ...(postgresBinaries() ? [{ test: { name: 'core on postgresql', ...databaseTests, exclude: ['test/db/plans.db.test.ts'] } }] : []),
    ],
  },
})
