import { writeFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'

/** What one run of Vitest came to; scripts/test.ts adds the runs up. */
export interface Collected {
  passed: number
  failed: number
  /** Full names of the tests that failed, each with the first line of what it says; of what is no test, that line alone. */
  failures: string[]
  /** Full names, each with the reason that the test gives. */
  skipped: { name: string; reason: string | null }[]
}

/** Writes the counts of a run to the file that OVERTURN_TEST_RESULTS names. A file that does not load and an error outside of any test are failures. */
export default class CollectResults implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const collected: Collected = { passed: 0, failed: errors.length, failures: errors.map(firstLine), skipped: [] }
    for (const module of modules) {
      const add = (name: string, errors: readonly unknown[]) =>
        collected.failures.push(...errors.map((error) => `${module.project.name}: ${name}: ${firstLine(error)}`))
      collected.failed += module.errors().length
      add(module.relativeModuleId, module.errors())
      for (const test of module.children.allTests()) {
        const result = test.result()
        if (result.state === 'passed') collected.passed++
        else if (result.state === 'failed') {
          collected.failed++
          add(test.fullName, result.errors.slice(0, 1))
        } else collected.skipped.push({ name: `${module.project.name}: ${test.fullName}`, reason: result.state === 'skipped' ? (result.note ?? null) : null })
      }
      for (const suite of module.children.allSuites()) {
        collected.failed += suite.errors().length
        add(suite.fullName, suite.errors())
      }
    }
    const file = process.env['OVERTURN_TEST_RESULTS']
    if (file) writeFileSync(file, JSON.stringify(collected))
  }
}

const firstLine = (error: unknown) => String((error as Partial<Error> | null)?.message ?? error).split('\n', 1)[0]!
