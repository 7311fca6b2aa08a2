import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Context } from '../../../src/context.ts'
import { importPaths, importRecords } from '../../../src/imports/run.ts'
import { verifyTruth } from '../../../src/imports/verify-truth/operation.ts'
import { perform } from '../../../src/operation.ts'
import { generateGroup } from '../../../src/synthetic/group.ts'
import type { TruthFile } from '../../../src/synthetic/truth.ts'
import { writePack } from '../../../src/writers/pack.ts'
import { newContext, useDatabase } from '../../support/database.ts'
import { AS_OF } from '../../synthetic/collect.ts'
import { testFolder } from '../../writers/written.ts'

const GROUP = { seed: 5, claims: 800, months: 8, asOf: AS_OF }

async function importedGroup(context: Context): Promise<TruthFile> {
  const group = generateGroup(GROUP)
  await importRecords(context, { name: 'group', path: 'group', format: 'synthetic', sha256: 'a'.repeat(64), bytes: 0 }, group.records())
  return { format: 'synthetic', ...group.truth() }
}

function verify(context: Context, truth: unknown) {
  const file = join(testFolder(), 'truth.json')
  writeFileSync(file, JSON.stringify(truth))
  return perform(verifyTruth, context, { truth: file })
}

describe('imports.verify-truth', { timeout: 120_000 }, () => {
  const use = useDatabase()

  it('finds a group equal to its truth, and names what differs when one row was changed', async () => {
    const context = await newContext(use.database)
    const truth = await importedGroup(context)
    const equal = await verify(context, truth)
    expect(equal.checks.filter((check) => !check.equal)).toEqual([])
    expect(equal).toMatchObject({ equal: true, format: 'synthetic' })
    expect(equal.checks.length).toBeGreaterThan(100)
    // A zero on both sides would prove nothing.
    expect(equal.checks.filter(({ expected }) => expected !== 0).length).toBeGreaterThan(95)

    const unequalAfter = async (change: ReturnType<typeof sql>) => {
      await context.db.rows(change)
      return (await verify(context, truth)).checks.filter((check) => !check.equal).map(({ name }) => name)
    }
    const some = sql`(select id from claims where initial_outcome = 'denied' and not is_duplicate and use = 'claim' order by id limit 1)`
    expect(await unequalAfter(sql`update claims set paid_amount = paid_amount + 0.01 where id = ${some}`)).toEqual([
      'cash: paid',
      expect.stringMatching(/^served in \d{4}-\d{2}: paid$/),
    ])
    expect(await unequalAfter(sql`update remittances set payment_amount = payment_amount - 1 where id = (select min(id) from remittances)`)).toContain(
      'cash: remitted',
    )
    expect(
      await unequalAfter(
        sql`update claim_appeals set outcome = 'upheld' where claim_id = (select min(claim_id) from claim_appeals where outcome = 'overturned')`,
      ),
    ).toEqual(expect.arrayContaining(['appeals: upheld', 'appeals: overturned']))
    expect(await unequalAfter(sql`update claims set initial_outcome = 'paid' where id = ${some}`)).toEqual(expect.arrayContaining(['claims, denied at first']))
  })

  it('sees nothing of a file that is hidden', async () => {
    const context = await newContext(use.database)
    const truth = await importedGroup(context)
    await context.db.run(sql`update imports set status = 'undoing'`)
    const { checks } = await verify(context, truth)
    const stated = checks.filter(({ name, expected }) => expected !== 0 && /appeals|provider level/.test(name))
    expect(stated.map(({ name }) => name)).toEqual(expect.arrayContaining([expect.stringMatching(/^appeals: /), expect.stringMatching(/provider level/)]))
    expect(stated.filter(({ actual }) => actual !== 0)).toEqual([])
  })

  it('compares only what the truth has: another format brings less', async () => {
    const context = await newContext(use.database)
    const folder = testFolder()
    const { truth } = await writePack({ ...GROUP, format: 'portal-json', folder })
    await importPaths(context, [folder], { partial: false })
    const { checks, format } = await verify(context, truth)
    expect(format).toBe('portal-json')
    expect(checks.filter((check) => !check.equal)).toEqual([])
    expect(checks.map(({ name }) => name)).toEqual(expect.arrayContaining(['claims, denied at first', 'appeals: overturned', 'cash: paid']))
    expect(checks.some(({ name }) => /remittances|predeterminations|provider level|decisions/.test(name))).toBe(false)
  })

  it('does not see another organization', async () => {
    const truth = await importedGroup(await newContext(use.database))
    const { checks } = await verify(await newContext(use.database), truth)
    expect(checks.find(({ name }) => name === 'claims')).toEqual({ name: 'claims', expected: GROUP.claims, actual: 0, equal: false })
  })

  it.each([
    ['{', /this is not JSON/],
    ['[]', /Expected a truth file/],
    ['{"asOf": "2026-03-31", "claims": "many"}', /claims: /],
    ['{"asOf": "2026-03-31", "claims": 1, "cash": {"paid": "1e5"}}', /cash\.paid: is not an amount with two decimals/],
  ])('refuses a file that is no truth: %s', async (text, message) => {
    const context = await newContext(use.database)
    const file = join(testFolder(), 'truth.json')
    writeFileSync(file, text)
    await expect(perform(verifyTruth, context, { truth: file })).rejects.toMatchObject({ code: 'unreadable_file', message: expect.stringMatching(message) })
    await expect(perform(verifyTruth, context, { truth: `${file}.none` })).rejects.toMatchObject({
      code: 'unreadable_file',
      message: expect.stringContaining('ENOENT'),
    })
  })
})
