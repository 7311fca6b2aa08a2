import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Context } from '../../src/context.ts'
import type { ClaimRecord, DecisionRecord, ImportRecord, RemittanceRecord } from '../../src/imports/records.ts'
import { importRecords } from '../../src/imports/run.ts'
import { recomputeMarked } from '../../src/computation/recompute.ts'
import { generateGroup } from '../../src/synthetic/group.ts'
import { newContext, useDatabase } from '../support/database.ts'

const all = [...generateGroup({ seed: 4, claims: 200, asOf: '2026-03-31' }).records()].flat()
const decision = all.find((record): record is DecisionRecord => record.kind === 'decision' && record.paid > 0 && record.payerRank === 'primary')!
const claim = { ...all.find((record): record is ClaimRecord => record.kind === 'claim' && record.id === decision.claimId)!, appeals: [] }
const remittance = all.find((record): record is RemittanceRecord => record.kind === 'remittance' && record.ref === decision.remittance)!
/** What an export says of the same decision: how the claim stands, not what was paid when. */
const statement: DecisionRecord = { ...decision, remittance: null, statusCode: null }

describe('a claim that is told again', () => {
  const use = useDatabase()
  let files = 0
  const importing = (context: Context, records: ImportRecord[]) =>
    importRecords(context, { name: 'f', path: 'f', format: 'fhir', sha256: `told-again-${++files}`, bytes: 0 }, [records])
  const paidOf = async ({ db }: Context) => (await db.rows<{ paid: number }>(sql`select (paid_amount * 100)::int8 as paid from claims`)).map(({ paid }) => paid)

  it.each([
    ['after its decision', [claim, statement, claim]],
    ['twice, the decision first', [statement, claim, claim]],
  ])('keeps the decision that its source tells apart: %s', async (_, records) => {
    const context = await newContext(use.database)
    await importing(context, records)
    expect(await paidOf(context)).toEqual([decision.paid])
  })

  it('loses it where the source says its status anew', async () => {
    const context = await newContext(use.database)
    await importing(context, [{ ...claim, reportedStatus: 'paid' }, statement, { ...claim, reportedStatus: 'pending' }])
    expect(await paidOf(context)).toEqual([0])
  })

  it.each([
    [
      'export first',
      [
        [claim, statement],
        [remittance, decision],
      ],
    ],
    ['remittance first', [[remittance, claim, decision], [statement]]],
  ])('is paid once by a remittance and an export that says the same: %s', async (_, portions) => {
    const context = await newContext(use.database)
    for (const records of portions) await importing(context, records)
    await recomputeMarked(context)
    expect(await paidOf(context)).toEqual([decision.paid])
    expect(await context.db.rows(sql`select (sum(paid_amount) * 100)::int8 as paid from organization_daily_metrics where date_basis = 'payment'`)).toEqual([
      { paid: decision.paid },
    ])
  })
})
