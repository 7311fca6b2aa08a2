import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { importPaths } from '../../src/imports/run.ts'
import { writePack } from '../../src/writers/pack.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { AS_OF } from '../synthetic/collect.ts'
import { filesIn, testFolder } from '../writers/written.ts'
import { stateOf } from './state.ts'

/** With reversals, corrections, secondary payers, split lines and provider level adjustments. */
const GROUP = { seed: 1364, claims: 60, months: 3, asOf: AS_OF }

describe('a group of claims', () => {
  const use = useDatabase()

  const imported = async (files: readonly string[]) => {
    const context = await newContext(use.database)
    const results = await importPaths(context, files, { partial: false })
    expect(results.flatMap(({ outcome, file, rejected }) => (outcome === 'refused' || rejected.length > 0 ? [basename(file)] : []))).toEqual([])
    return stateOf(context)
  }

  it('is the same in whatever order its files come', async () => {
    const folder = testFolder()
    await writePack({ ...GROUP, format: 'x12', folder })
    const files = filesIn(folder)
      .filter((name) => name.endsWith('.edi'))
      .map((name) => join(folder, name))
    const inTurn = await imported(files)
    expect(inTurn.claims).toHaveLength(GROUP.claims)
    const remittancesFirst = await imported([...files].reverse())
    for (const table of Object.keys(inTurn)) expect.soft({ [table]: remittancesFirst[table] }).toEqual({ [table]: inTurn[table] })
  })
})
