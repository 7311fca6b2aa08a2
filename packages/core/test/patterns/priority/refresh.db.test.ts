import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { slicesOf } from '../../../src/computation/slices.ts'
import type { Context } from '../../../src/context.ts'
import { readPursuedGroups } from '../../../src/patterns/priority/recovery.sql.ts'
import { refreshPriorities } from '../../../src/patterns/priority/refresh.ts'
import { chanceOfRecovery, meanOf } from '../../../src/patterns/priority/recovery.ts'
import { insertClaims, insertRows, type ClaimSpec } from '../../factories/claims.ts'
import { newContext, useDatabase } from '../../support/database.ts'

const DAY = '2026-01-15'
const REASON = 'Prior authorization missing'
const SCOPE = [{ field: 'payer', op: 'is', value: 'P1' }]

const denied = (id: string, more: Partial<ClaimSpec> = {}): ClaimSpec => ({
  id,
  served: DAY,
  submitted: '2026-01-18',
  decided: '2026-01-28',
  reason: REASON,
  outcome: 'denied',
  procedure: '99213',
  ...more,
})

/** Ten denials of the scope at 100.00: four taken up again, three of these paid; and daily rows as a computation would have left them. */
async function practice(context: Context): Promise<void> {
  const { db, organization } = context
  context.now = new Date('2026-03-31T15:00:00Z')
  const claims = [
    ...['A', 'B', 'C'].map((id) => denied(id, { overturnedOn: '2026-02-20' })),
    denied('D', { appeals: [{ filed: '2026-02-01', outcome: 'upheld', decided: '2026-02-28' }] }),
    ...['E', 'F', 'G', 'H', 'I', 'J'].map((id) => denied(id)),
  ]
  await insertClaims(context, claims)
  const pattern = (id: string, scope: unknown[], scopeKey: string) => ({
    organization_id: organization.id,
    id,
    title: id,
    description: '',
    category: 'authorization',
    status: 'active',
    tier: 'low',
    origin: 'detected',
    denial_reason: REASON,
    scope,
    scope_key: scopeKey,
    learning_progress: 0,
    practice_sessions_completed: 0,
    corrections_applied: 0,
    computation_version: 1,
    computation_status: 'complete',
    insufficient_data: true,
    last_updated: '2026-03-01T00:00:00Z',
    created_at: '2026-03-01T00:00:00Z',
  })
  await db.transaction(async (tx) => {
    await insertRows(tx, 'patterns', [pattern('scoped', SCOPE, 'scope:P1'), pattern('whole', [], `reason:${REASON}`)])
    await tx.run(sql`
      insert into pattern_claims (organization_id, pattern_id, claim_id, line_number, denied, service_date, amount, open_amount)
      select organization_id, pattern.id, claims.id, 1, true, date_of_service, 100, case when claims.id in ('A', 'B', 'C') then 0 else 100 end
      from claims cross join (values ('scoped'), ('whole')) pattern(id)`)
    await tx.run(sql`
      insert into pattern_evidence (organization_id, pattern_id, claim_reference, line_number, claim_id, service_date, procedure_code, billed_amount, origin)
      select organization_id, 'scoped', id, 1, id, date_of_service, case when id = 'J' then '99999' else '99213' end, 100, 'detected' from claims`)
    await tx.run(
      sql`insert into pattern_daily_metrics (organization_id, pattern_id, metric_date, claim_count, denied_count) values (${organization.id}, 'scoped', ${DAY}, 40, 10)`,
    )
    await tx.run(sql`
      insert into organization_daily_metrics (organization_id, date_basis, metric_date, payer_id, adjudicated_count, adjudicated_amount, denied_amount, paid_amount)
      values (${organization.id}, 'service', ${DAY}, 'P1', 240, 0, 0, 0), (${organization.id}, 'submission', '2026-01-18', 'P1', 240, 1000, 0, 800)`)
    await tx.run(sql`
      insert into payer_reason_daily_metrics (organization_id, payer_id, denial_reason, metric_date, denied_count)
      values (${organization.id}, 'P1', ${REASON}, ${DAY}, 12), (${organization.id}, 'P2', ${REASON}, ${DAY}, 3), (${organization.id}, 'P2', ${REASON}, '2025-01-01', 500)`)
    await tx.run(sql`
      insert into code_performance (organization_id, procedure_code, computation_period_start, computation_period_end, line_count, decided_line_count, denied_line_count, billed_amount,
        denied_amount, allowed_amount, allowed_line_count, denial_reasons, modifiers, billed_with, last_computed_at)
      values (${organization.id}, '99213', '2025-03-31', '2026-03-31', 100, 100, 10, 10000, 1000, 600, 10, '[]', '[]', '[]', '2026-03-31')`)
  })
}

interface Columns {
  amount: number | null
  low: number | null
  high: number | null
  excess: number | null
  chance: number | null
}
const columnsOf = ({ db }: Context, id: string) =>
  db.row<Columns>(sql`
    select preventable_amount::float8 as amount, preventable_low::float8 as low, preventable_high::float8 as high, excess_denials as excess, recovery_chance as chance
    from patterns where id = ${id}`)

describe('the priority of patterns', () => {
  const use = useDatabase()

  it('is what one counts by hand', async () => {
    const context = await newContext(use.database)
    await practice(context)
    await refreshPriorities(context, slicesOf(context.db), '2026-03-01')
    const { amount, low, high, excess, chance } = (await columnsOf(context, 'scoped'))!
    // 10 of 40 inside, 5 of 200 elsewhere: one was to be expected.
    expect(excess).toBeCloseTo(9, 10)
    // 3 of 4 by themselves; drawn to the reason, which is the same four, drawn to the organization, again the same: (3.5 / 5 x 10 + 3) / 14, and once more.
    const reason = (0.7 * 10 + 3) / 14
    expect(chance).toBeCloseTo((reason * 10 + 3) / 14, 10)
    // Nine claims at the 60.00 that the code is allowed, one of an unknown code at 80 % of its charge: 62.00 on average.
    expect(amount).toBeCloseTo(9 * 62 * chance!, 2)
    expect(low!).toBeGreaterThan(0)
    expect(low!).toBeLessThan(amount!)
    expect(high!).toBeGreaterThan(amount!)
    const whole = (await columnsOf(context, 'whole'))!
    expect(whole).toMatchObject({ amount: null, low: null, high: null, excess: null })
    expect(whole.chance).toBeCloseTo(reason, 10)
  })

  it('is unknown while no day is mature, whatever it was', async () => {
    const context = await newContext(use.database)
    await practice(context)
    await refreshPriorities(context, slicesOf(context.db), '2026-03-01')
    await refreshPriorities(context, slicesOf(context.db), null)
    expect(await columnsOf(context, 'scoped')).toEqual({ amount: null, low: null, high: null, excess: null, chance: null })
  })

  it('says the chance of a single denial by its reason and payer', async () => {
    const context = await newContext(use.database)
    await practice(context)
    const groups = await readPursuedGroups(context.db, context.organization.id, ['whole'], '2026-03-31')
    expect(groups).toEqual([{ reason: REASON, payer: 'P1', decided: 4, paid: 3 }])
    expect(await readPursuedGroups(context.db, context.organization.id, ['whole'], '2026-01-14')).toEqual([])
    const chance = chanceOfRecovery(groups)
    expect(meanOf(chance({ reason: REASON, payer: 'P1' }))).toBeGreaterThan(meanOf(chance({ reason: REASON, payer: 'P2' })))
  })
})
