import { defineConfig } from 'vitest/config'

/** The commands as a user meets them: most tests start the program and read what it prints. */
export default defineConfig({
  test: { name: 'cli', include: ['test/**/*.test.ts'], globalSetup: ['test/global-setup.ts'], testTimeout: 60_000, hookTimeout: 60_000, maxWorkers: 2 },
})
