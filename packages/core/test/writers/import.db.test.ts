import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importPaths } from '../../src/imports/run.ts'
import { verifyTruth } from '../../src/imports/verify-truth/operation.ts'
import { perform } from '../../src/operation.ts'
import type { PackFormatName } from '../../src/writers/format.ts'
import { writePack } from '../../src/writers/pack.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { AS_OF } from '../synthetic/collect.ts'
import { filesIn, testFolder } from './written.ts'

const GROUP = { seed: 3, claims: 500, months: 4, asOf: AS_OF }

/** A fixed shuffle: by the last digits of a file's length, which mean nothing. */
const shuffled = (folder: string, names: string[]) =>
  [...names].sort((left, right) => (readFileSync(join(folder, left)).length % 97) - (readFileSync(join(folder, right)).length % 97))

describe('a pack that is imported', { timeout: 180_000 }, () => {
  const use = useDatabase()

  it.each<[PackFormatName, string, (folder: string, names: string[]) => string[]]>([
    ['x12', 'in the order of its names', (_, names) => names],
    ['x12', 'remittances first', (_, names) => [...names].reverse()],
    ['x12', 'in any order', shuffled],
    ['fhir', 'in the order of its names', (_, names) => names],
    ['portal-json', 'in the order of its names', (_, names) => names],
  ])('is what its truth says: %s, %s', async (format, _, order) => {
    const context = await newContext(use.database)
    const folder = testFolder()
    const { truth } = await writePack({ ...GROUP, format, folder })
    const names = order(folder, filesIn(folder))
    await importPaths(
      context,
      names.map((name) => join(folder, name)),
      { partial: false },
    )
    const file = join(testFolder(), 'truth.json')
    writeFileSync(file, JSON.stringify(truth))
    const { checks } = await perform(verifyTruth, context, { truth: file })
    expect(checks.filter(({ equal }) => !equal)).toEqual([])
    expect(checks.find(({ name }) => name === 'claims')?.actual).toBe(truth.claims)
  })
})
