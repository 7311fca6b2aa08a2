import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { importers } from '../src/imports/registry.ts'
import { operations } from '../src/operations.ts'

/** What no compiler sees: something was added to a list, and nothing tests it. */
const root = fileURLToPath(new URL('../../../', import.meta.url))

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

const testsIn = (...folders: string[]) =>
  folders
    .flatMap((folder) => filesBelow(join(root, folder)).filter((file) => file.endsWith('.test.ts') && !file.endsWith('lists.test.ts')))
    .map((file) => readFileSync(file, 'utf8'))
const tests = testsIn('packages/core/test', 'apps/cli/test', 'apps/portal/test')

/** Names under which the operations are exported: a test that runs one names it. */
const exported = new Map(
  filesBelow(join(root, 'packages/core/src'))
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/export const (\w+) = defineOperation\(\{\s*name: '([\w.-]+)'/g)].map((match) => [match[2]!, match[1]!] as const),
    ),
)

describe('operations', () => {
  it('are all in the list', () => {
    expect(operations.map(({ name }) => name).sort()).toEqual([...exported.keys()].sort())
  })

  it('have names of their own', () => {
    expect(new Set(operations.map(({ name }) => name)).size).toBe(operations.length)
  })

  it.each(operations.map(({ name }) => name))('have a test: %s', (name) => {
    const constant = exported.get(name)
    expect(tests.some((test) => test.includes(`'${name}'`) || (constant !== undefined && new RegExp(`\\b${constant}\\b`).test(test)))).toBe(true)
  })
})

describe('formats', () => {
  it.each(importers.map(({ name }) => name))('have tests in a folder of their own: %s', (name) => {
    expect(testsIn(`packages/core/test/imports/formats/${name}`)).not.toEqual([])
  })
})

describe('pages', () => {
  const folder = join(root, 'apps/portal/app/pages')
  const pages = filesBelow(folder).filter((file) => file.endsWith('.vue'))
  const browserTests = testsIn('apps/portal/test/e2e')

  it('are there', () => expect(pages).not.toEqual([]))

  it.each(pages.map((file) => `/${relative(folder, file)}`.replace(/(?:index)?\.vue$/, '')))('are visited by a browser test: %s', (page) => {
    // `[id]` stands for a value that the test finds while it runs, often by a click and an address it then expects.
    const path = page.replace(/\[\w+\]$/, '').replace(/(.)\/$/, page.endsWith(']') ? '$1/' : '$1')
    const visited = page.endsWith(']') ? new RegExp(`(?<!/api)${path}`) : new RegExp(`['"\`]${path}(?=['"\`?#])`)
    expect(browserTests.some((test) => visited.test(test.replaceAll('\\/', '/')))).toBe(true)
  })
})
