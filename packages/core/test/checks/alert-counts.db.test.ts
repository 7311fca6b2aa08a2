import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alertCounts, type AlertCounts } from '../../src/checks/alert-counts.sql.ts'
import type { Context } from '../../src/context.ts'
import { parseCents } from '../../src/money.ts'
import type { Condition } from '../../src/patterns/scope/condition.ts'
import { claimsWithCodes, randomDays } from '../factories/arbitrary-claims.ts'
import { insertClaims } from '../factories/claims.ts'
import { newContext, useDatabase } from '../support/database.ts'

const REASONS = ['Authorization absent', 'Not medically necessary']
/** Scopes that few lines of the random sets meet, and the same said of a line as its row has it. */
const SCOPES: { scope: Condition[]; meets: (claim: Claim, line: Line | null) => boolean }[] = [
  { scope: [{ field: 'payer', op: 'is', value: 'P1' }], meets: ({ payer }) => payer === 'P1' },
  {
    scope: [
      { field: 'procedureCode', op: 'is', value: '99213' },
      { field: 'modifier', op: 'lacks', value: '25' },
    ],
    meets: (_, line) => line?.procedure === '99213' && !line.modifiers.includes('25'),
  },
  {
    scope: [
      { field: 'payer', op: 'not', value: 'P1' },
      { field: 'modifier', op: 'has', value: 'LT' },
    ],
    meets: ({ payer }, line) => payer !== 'P1' && line !== null && line.modifiers.includes('LT'),
  },
]

interface Line {
  number: number
  procedure: string | null
  modifiers: string[]
  denied: boolean
  reason: string | null
  billed: string
}
interface Claim {
  id: string
  payer: string | null
  outcome: string | null
  counts: boolean
  reason: string | null
  denied: string
  lines: Line[]
}

const readClaims = ({ db }: Context): Promise<Claim[]> =>
  db.rows<Claim>(sql`
    select c.id, c.payer_id as payer, c.initial_outcome as outcome, c.denial_reason as reason, c.denied_amount::text as denied,
      c.use = 'claim' and not c.is_duplicate and c.initial_outcome is not null as counts,
      coalesce((select jsonb_agg(jsonb_build_object('number', l.line_number, 'procedure', l.procedure_code, 'modifiers', l.modifiers,
        'denied', l.initially_denied and not l.is_duplicate, 'reason', l.denial_reason, 'billed', l.billed_amount::text)) from claim_line_items l where l.claim_id = c.id), '[]') as lines
    from claims c where c.date_of_service = any(${sql.param(randomDays)}::date[])`)

/** The same numbers, counted claim by claim. */
function recount(claims: readonly Claim[], reason: string, meets: (typeof SCOPES)[number]['meets']) {
  const counts = { claims: 0, alerts: 0, denied: 0, restDenied: 0, dollars: 0 }
  for (const claim of claims.filter((one) => one.counts)) {
    const inScope = (claim.lines.length === 0 ? [null] : claim.lines).filter((line) => meets(claim, line))
    const deniedLines = claim.lines.filter((line) => line.denied)
    const isWhole = deniedLines.length === 0 && claim.reason === reason && claim.outcome !== 'paid'
    const hits = deniedLines.filter((line) => line.reason === reason && inScope.includes(line))
    counts.claims++
    if (inScope.length > 0) counts.alerts++
    if (inScope.length > 0 && (isWhole || hits.length > 0)) counts.denied++
    if (inScope.length === 0 && (isWhole || deniedLines.some((line) => line.reason === reason))) counts.restDenied++
    if (inScope.length > 0) counts.dollars += isWhole ? parseCents(claim.denied)! : hits.reduce((sum, { billed }) => sum + parseCents(billed)!, 0)
  }
  return counts
}

describe('what a check would have said', () => {
  const use = useDatabase()

  it('is what a count claim by claim says, of claims of every kind', async () => {
    let alerts = 0
    let denied = 0
    await fc.assert(
      fc.asyncProperty(claimsWithCodes, async (specs) => {
        const context = await newContext(use.database)
        await insertClaims(context, specs)
        const claims = await readClaims(context)
        for (const { scope, meets } of SCOPES) {
          for (const reason of REASONS) {
            const { dollars, ...counts } = (await context.db.row<AlertCounts>(alertCounts(context.organization.id, { reason, scope }, randomDays)))!
            expect({ ...counts, dollars: parseCents(dollars) }).toEqual(recount(claims, reason, meets))
            alerts += counts.alerts
            denied += counts.denied
          }
        }
      }),
      { numRuns: 40 },
    )
    expect(alerts).toBeGreaterThan(100)
    expect(denied).toBeGreaterThan(20)
  }, 180_000)
})
