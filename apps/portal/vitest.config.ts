import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'portal', include: ['test/server/**/*.test.ts', 'test/app/**/*.test.ts'] } },
      {
        test: {
          name: 'portal in a browser',
          include: ['test/e2e/**/*.e2e.test.ts'],
          globalSetup: ['test/support/serve.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // A page may have to be loaded anew on a busy machine; what is not there by then will not come.
          expect: { poll: { timeout: 15_000 } },
          // One browser at a time: they share two cores with the server.
          maxWorkers: 1,
        },
      },
    ],
  },
})
