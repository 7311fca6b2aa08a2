import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Context } from '../../../src/context.ts'
import { insertClaims, type ClaimSpec } from '../../factories/claims.ts'
import { scopeFields, scopeOps, type Condition, type ScopeField } from '../../../src/patterns/scope/condition.ts'
import { meetsScope } from '../../../src/patterns/scope/meets.ts'
import { inScope } from '../../../src/patterns/scope/sql.ts'
import { newContext, useDatabase } from '../../support/database.ts'
import { readScopeClaims } from './claims.ts'

/** Codes of five characters of several families and of every bound, and such as are too short, too long, of small letters or empty. */
const codes = ['99213', '99202', '99215', '9921', '992130', '20610', '0001U', '00100', '0001F', 'J1100', 'j1100', 'A0999', 'Q5151', 'D0120', '', 'é9213']
const values: Record<ScopeField, readonly (string | number)[]> = {
  payer: ['P1', 'P2', 'p1', '', 'P'],
  provider: ['DR1', 'DR2', 'R1', 'R', ''],
  procedureCode: [...codes, '992'],
  procedureGroup: ['office-visit', 'laboratory', 'anesthesia', 'drug', 'procedure', 'ambulance', 'unknown', 'a', 'office'],
  modifier: ['25', '59', 'LT', '2', ''],
  diagnosis: ['M17.9', 'E11.9', 'M', 'M17', ''],
  placeOfService: ['11', '22', '1'],
  claimType: ['professional', 'institutional', 'pro'],
  daysToSubmission: [0, 7, 30, '14', '1', -3],
}
const condition: fc.Arbitrary<Condition> = fc
  .constantFrom(...scopeFields)
  .chain((field) => fc.record({ field: fc.constant(field), op: fc.constantFrom(...scopeOps), value: fc.constantFrom(...values[field]) }))
  .map((one) => (one.op === 'above' && typeof one.value === 'string' && Number.isNaN(Number(one.value)) ? { ...one, value: 14 } : one))

const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined, freq: 4 })
const claim = fc.record(
  {
    served: maybe(fc.constantFrom('2026-01-01', '2026-01-09')),
    submitted: maybe(fc.constantFrom('2025-12-30', '2026-01-09', '2026-01-16', '2026-02-20')),
    payer: fc.constantFrom('P1', 'P2', null),
    provider: fc.constantFrom('DR1', 'DR2', null),
    rendering: maybe(fc.constantFrom('R1', 'DR2')),
    claimType: fc.constantFrom('professional' as const, 'institutional' as const),
    placeOfService: maybe(fc.constantFrom('11', '22')),
    diagnoses: maybe(fc.subarray(['M17.9', 'E11.9', 'M54.5'])),
    lines: fc.array(
      fc.record(
        {
          billed: fc.constant(10),
          procedure: maybe(fc.constantFrom(...codes)),
          modifiers: maybe(fc.subarray(['25', '59', 'LT'])),
          diagnoses: maybe(fc.subarray(['M17.1', 'E11.9'])),
          placeOfService: maybe(fc.constantFrom('11', '22')),
        },
        { requiredKeys: ['billed'] },
      ),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: ['lines'] },
)

/** Gives some lines a clinician of their own and takes others what the factory copies from the claim. */
async function vary({ db }: Context): Promise<void> {
  await db.run(sql`update claim_line_items set rendering_provider_id = 'R1' where line_number = 2`)
  await db.run(sql`update claim_line_items set diagnosis_codes = '{}', place_of_service = null where line_number = 3`)
  await db.run(sql`update claims set diagnosis_codes = '{}' where right(id, 1) = '7'`)
}

async function claimsIn({ db, organization }: Context, scope: readonly Condition[]): Promise<string[]> {
  const rows = await db.rows<{ key: string }>(sql`
    select c.id || ' ' || coalesce(l.line_number, 0) as key from claims c left join claim_line_items l on l.organization_id = c.organization_id and l.claim_id = c.id
    where c.organization_id = ${organization.id} and ${inScope(scope)}`)
  return rows.map(({ key }) => key).sort()
}

describe('a scope in the database and in memory', () => {
  const use = useDatabase()

  it('holds the same lines, whatever the conditions and the claims', async () => {
    const context = await newContext(use.database)
    const specs = fc.sample(claim, { numRuns: 120, seed: 6 }).map((spec, index) => ({ ...spec, id: `C${index}`, decided: '2026-03-01' }) as ClaimSpec)
    await insertClaims(context, specs)
    await vary(context)
    const claims = await readScopeClaims(context)
    const meant = (scope: readonly Condition[]) =>
      claims.flatMap(({ id, lines, ...one }) => lines.filter((line) => meetsScope(scope, one, line)).map(({ number }) => `${id} ${number}`)).sort()
    for (const field of scopeFields)
      for (const op of scopeOps)
        for (const value of values[field]) {
          if (op === 'above' && Number.isNaN(Number(value))) continue
          const scope = [{ field, op, value }]
          expect([field, op, value, await claimsIn(context, scope)]).toEqual([field, op, value, meant(scope)])
        }
    await fc.assert(
      fc.asyncProperty(fc.array(condition, { maxLength: 3 }), async (scope) => {
        expect(await claimsIn(context, scope)).toEqual(meant(scope))
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})
