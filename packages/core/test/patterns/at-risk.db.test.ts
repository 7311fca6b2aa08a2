import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recomputeAll, recomputeMarked } from '../../src/computation/recompute.ts'
import type { Context } from '../../src/context.ts'
import { addDays } from '../../src/dates.ts'
import { markDaysOf } from '../../src/measures/marks.ts'
import { insertClaims, type AppealSpec, type ClaimSpec, type LaterDecision } from '../factories/claims.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { recountAtRisk } from './at-risk-recount.ts'
import { deleteClaim, insertPattern } from './patterns.ts'

/** Today of the contexts is 2026-03-31; the score looks back to 2025-10-01. */
const [today, since] = ['2026-03-31', '2025-10-01']
const served = '2026-01-05'
const decided = '2026-01-20'

const totals = async ({ db }: Context) =>
  Object.fromEntries(
    (await db.rows<{ id: string; cents: number }>(sql`select id, (total_at_risk * 100)::int as cents from patterns order by id`)).map(({ id, cents }) => [
      id,
      cents,
    ]),
  )
const recoverable = ({ db }: Context) =>
  db.rows(sql`select pattern_id, claim_id, line_number, service_date, open_amount, recoverable_until from pattern_claims order by 1, 2, 3`)
const mark = ({ db, organization }: Context, ids: readonly string[]) => db.transaction((tx) => markDaysOf(tx, organization.id, ids, 'test'))

/** The claims, and a pattern for each reason they are denied for. */
async function insertWithPatterns(context: Context, specs: readonly ClaimSpec[]): Promise<void> {
  await insertClaims(context, specs)
  const reasons = await context.db.rows<{ reason: string }>(sql`
    select distinct denial_reason as reason from claim_line_items where denial_reason is not null union select denial_reason from claims where denial_reason is not null order by 1`)
  for (const [index, { reason }] of reasons.entries()) await insertPattern(context, { id: `PTN-${index}`, reason })
}

const after = (day: string, longest: number) => fc.nat(longest).map((days) => addDays(day, days))
const remark = fc.constantFrom<{ rarc?: string }>({}, {}, { rarc: 'N211' }, { rarc: 'MA130' }, { rarc: 'M62' })
const appeal: fc.Arbitrary<AppealSpec> = fc.oneof(
  fc.record({ filed: after('2026-02-01', 30) }),
  fc.record({
    filed: after('2026-02-01', 30),
    outcome: fc.constantFrom('upheld' as const, 'overturned' as const, 'partially_overturned' as const),
    decided: after('2026-03-05', 20),
  }),
)
const later = fc.record({ on: after('2026-02-15', 20), paid: fc.constantFrom(0, 5) }).map((decision): LaterDecision[] => [{ ...decision, carc: '197' }])
const line = fc.tuple(fc.integer({ min: 1, max: 9_999 }), fc.constantFrom('197', '50', '11', '16', '18', undefined), remark)

/** Claims with denials that are appealed, corrected or lost, in time or not, some paid after all or served long ago. */
const claims: fc.Arbitrary<ClaimSpec[]> = fc
  .array(
    fc.record({
      served: fc.oneof(after('2026-01-01', 8), after('2025-12-20', 10), after('2025-09-27', 8), fc.constant(null)),
      decided: fc.oneof({ weight: 5, arbitrary: after('2026-01-20', 20) }, fc.constant(undefined)),
      payer: fc.constantFrom('P1', 'P2', null),
      use: fc.oneof({ weight: 9, arbitrary: fc.constant('claim' as const) }, fc.constant('preauthorization' as const)),
      lines: fc.array(line, { maxLength: 3 }),
      remark,
      appeals: fc.array(appeal, { maxLength: 2 }),
      later: fc.oneof({ weight: 4, arbitrary: fc.constant<LaterDecision[]>([]) }, later),
    }),
    { minLength: 20, maxLength: 20 },
  )
  .map((shapes) =>
    shapes.map(({ decided, lines, remark, ...rest }, index) => ({
      ...rest,
      ...(decided && { decided }),
      ...(lines.length === 0 && { carc: '197', ...remark }),
      id: `C${String(index).padStart(2, '0')}`,
      lines: lines.map(([cents, carc, remark]) => ({ billed: cents / 100, ...(carc && { carc, ...remark }) })),
    })),
  )

describe('the dollars at risk of a pattern', () => {
  const use = useDatabase()

  it('are what is still denied, in time, and not lost for good', async () => {
    const context = await newContext(use.database)
    await insertPattern(context, { id: 'PTN-A', reason: 'Authorization absent' })
    const denied = { served, decided, carc: '197' }
    await insertClaims(context, [
      { id: 'counts', ...denied, billed: 1 },
      { id: 'first level lost', ...denied, billed: 2, appeals: [{ filed: '2026-02-01', outcome: 'upheld', decided: '2026-02-20' }, { filed: '2026-03-01' }] },
      {
        id: 'both levels lost',
        ...denied,
        billed: 4,
        appeals: [
          { filed: '2026-02-01', outcome: 'upheld', decided: '2026-02-20' },
          { filed: '2026-03-01', outcome: 'upheld', decided: '2026-03-20' },
        ],
      },
      { id: 'no appeal', ...denied, billed: 8, rarc: 'N211' },
      { id: 'to be sent anew', ...denied, billed: 16, rarc: 'MA130' },
      { id: 'paid after all', ...denied, billed: 32, overturnedOn: '2026-03-01' },
      {
        id: 'paid in part',
        ...denied,
        lines: [
          { billed: 64, carc: '197' },
          { billed: 1, carc: '197' },
        ],
        overturnedOn: '2026-03-01',
        recovered: 1,
      },
      { id: 'last day', ...denied, payer: 'P70', billed: 128 },
      { id: 'too late', ...denied, payer: 'P69', billed: 256 },
    ])
    // 70 days after 20 January is 31 March.
    await context.db.run(sql`update payers set appeal_window_days = case id when 'P70' then 70 when 'P69' then 69 else appeal_window_days end`)
    await recomputeAll(context)
    expect(await totals(context)).toEqual({ 'PTN-A': (1 + 2 + 16 + 128 + 1) * 100 })
  })

  it("do not go when another payer's decision cannot be appealed", async () => {
    const context = await newContext(use.database)
    await insertPattern(context, { id: 'PTN-A', reason: 'Authorization absent' })
    await insertClaims(context, [{ id: 'A', served, decided, carc: '197', billed: 10, later: [{ on: '2026-02-10', paid: 0, rank: 'secondary', carc: '197' }] }])
    await context.db.run(sql`
      insert into adjudication_remarks (organization_id, adjudication_id, line_number, source, position, rarc)
      select organization_id, id, 0, 'MOA', 1, 'N211' from adjudications where payer_rank = 'secondary'`)
    await recomputeAll(context)
    expect(await totals(context)).toEqual({ 'PTN-A': 1000 })
    expect(await recountAtRisk(context, today, since)).toEqual({ 'PTN-A': 1000 })
  })

  it('are those of a recount, and the same from marks as from a rebuild, after any change', { timeout: 120_000 }, async () => {
    let counted = 0
    await fc.assert(
      fc.asyncProperty(claims, fc.array(fc.tuple(fc.nat(), appeal), { maxLength: 6 }), fc.nat(), async (specs, appeals, gone) => {
        const context = await newContext(use.database)
        const { db, organization } = context
        const half = Math.ceil(specs.length / 2)
        await insertWithPatterns(context, specs.slice(0, half))
        await db.run(
          sql`update payers set appeal_window_days = case id when 'P1' then 60 else 200 end, timely_filing_days = case id when 'P1' then 90 else 365 end`,
        )
        await recomputeAll(context)
        expect(await totals(context)).toEqual(await recountAtRisk(context, today, since))

        // The rest comes; appeals are filed or decided anew; a claim is taken back. Only what each of these marks is computed.
        await insertClaims(context, specs.slice(half))
        const touched = new Set(specs.slice(half).map(({ id }) => id))
        for (const [index, { filed, outcome = 'pending', decided: on }] of appeals) {
          const claim = specs[index % specs.length]!
          await mark(context, [claim.id])
          await db.run(sql`
            insert into claim_appeals (organization_id, claim_id, level, appeal_date, outcome, decided_on) values (${organization.id}, ${claim.id}, 1, ${filed}, ${outcome}, ${on ?? null})
            on conflict (organization_id, claim_id, level) do update set outcome = excluded.outcome, decided_on = excluded.decided_on`)
          touched.add(claim.id)
        }
        await mark(context, [...touched])
        const { id: taken } = specs[gone % specs.length]!
        await mark(context, [taken])
        await deleteClaim(context, taken)
        await recomputeMarked(context)
        const expected = await recountAtRisk(context, today, since)
        counted += Object.values(expected).filter((cents) => cents > 0).length
        expect(await totals(context)).toEqual(expected)
        const incremental = await recoverable(context)
        await recomputeAll(context)
        expect(await recoverable(context)).toEqual(incremental)
        expect(await totals(context)).toEqual(expected)
      }),
      { numRuns: 8 },
    )
    expect(counted).toBeGreaterThan(10)
  })
})
