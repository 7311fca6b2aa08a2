import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Context } from '../../../../src/context.ts'
import { importRecords } from '../../../../src/imports/run.ts'
import { newContext, useDatabase } from '../../../support/database.ts'
import { amount, benefit, bundle, claim, item, ndjson, reason, response } from './resources.ts'
import { readFhir } from './read.ts'

let files = 0
/** Imports resources as a file of its own. */
async function bring(context: Context, content: unknown) {
  const name = `fhir-${++files}`
  const records = await readFhir(content)
  async function* batches() {
    yield records
  }
  return importRecords(context, { name, path: name, format: 'fhir', sha256: name, bytes: 0 }, batches())
}

const claimsOf = ({ db }: Context) =>
  db.rows<{ id: string; status: string; use: string; paid: string; denied: string | null; reason: string | null }>(
    sql`select id, status, use, paid_amount as paid, denied_amount as denied, denial_reason as reason from claims order by id`,
  )

describe('FHIR in the database', () => {
  const use = useDatabase()

  it('gives claims, denials and payments, whatever the order of the files', async () => {
    const answer = response({ total: [amount('submitted', 120), amount('benefit', 90)] })
    const denied = benefit({ id: 'e2', item: [item(1, 80, amount('benefit', 0), reason('CO', '197'))] })
    const asked = benefit({ id: 'e3', use: 'preauthorization', item: [item(1, 80, amount('benefit', 0), reason('CO', '50'))] })
    for (const content of [ndjson(claim(), answer, denied, asked), bundle(asked, denied, answer, claim())]) {
      const context = await newContext(use.database)
      await bring(context, content)
      const known = await claimsOf(context)
      expect(known.map(({ id, status, use: usage, paid }) => [id, status, usage, Number(paid)])).toEqual([
        ['fhir-claim-c1', 'paid', 'claim', 90],
        ['fhir-eob-e2', 'denied', 'claim', 0],
        ['fhir-eob-e3', 'pending', 'preauthorization', 0],
      ])
    }
  })

  it('says the same of the same resources twice', async () => {
    const context = await newContext(use.database)
    const content = bundle(claim(), response({ total: [amount('submitted', 120), amount('benefit', 90)] }))
    await bring(context, content)
    const once = await claimsOf(context)
    await bring(context, content)
    expect(await claimsOf(context)).toEqual(once)
  })

  it('overturns a denial that a later ExplanationOfBenefit of the claim pays', async () => {
    const context = await newContext(use.database)
    const of = (id: string, date: string, ...adjudication: object[]) =>
      benefit({ id, claim: { reference: 'Claim/c7' }, payment: { date }, item: [item(1, 80, ...adjudication)] })
    await bring(context, ndjson(of('e1', '2026-02-20', amount('benefit', 0), reason('CO', '16')), of('e2', '2026-03-20', amount('benefit', 70))))
    expect(await claimsOf(context)).toMatchObject([{ id: 'fhir-claim-c7', status: 'overturned' }])
  })

  const samples = fileURLToPath(new URL('../../../../../../../shared/corpora/fhir/bfd/', import.meta.url))
  it.skipIf(!existsSync(samples))('gives the denials of Medicare samples', async () => {
    const context = await newContext(use.database)
    for (const name of ['Carrier', 'DME', 'HHA', 'Hospice', 'Outpatient', 'SNF'])
      await bring(context, readFileSync(`${samples}ExplanationOfBenefit-${name}.json`))
    const known = await claimsOf(context)
    expect(known.map(({ status }) => status).sort()).toEqual(['paid', 'paid', 'paid', 'paid', 'partially_denied', 'partially_denied'])
    expect(known.filter(({ status }) => status === 'partially_denied').map(({ reason }) => reason)).toEqual(
      Array(2).fill('Provider not eligible for this service'),
    )
  })
})
