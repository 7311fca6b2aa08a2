import { writeFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'

/** What one run of Vitest came to; scripts/test.ts adds the runs up. */
export interface Collected {
  passed: number
  failed: number
  /** Full names, each with the reason that the test gives. */
  skipped: { name: string; reason: string | null }[]
}

/** Writes the counts of a run to the file that OVERTURN_TEST_RESULTS names. A file that does not load and an error outside of any test are failures. */
export default class CollectResults implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const collected: Collected = { passed: 0, failed: errors.length, skipped: [] }
    for (const module of modules) {
      collected.failed += module.errors().length
      for (const test of module.children.allTests()) {
        const result = test.result()
        if (result.state === 'passed') collected.passed++
        else if (result.state === 'failed') collected.failed++
        else collected.skipped.push({ name: `${module.project.name}: ${test.fullName}`, reason: result.state === 'skipped' ? (result.note ?? null) : null })
      }
      for (const suite of module.children.allSuites()) collected.failed += suite.errors().length
    }
    const file = process.env['OVERTURN_TEST_RESULTS']
    if (file) writeFileSync(file, JSON.stringify(collected))
  }
}
