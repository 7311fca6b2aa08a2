import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { recomputeAll } from '../../src/computation/recompute.ts'
import type { Context } from '../../src/context.ts'
import { addDays } from '../../src/dates.ts'
import { getImpact } from '../../src/impact/get.ts'
import { impactLedger } from '../../src/impact/ledger.ts'
import { impactPayments } from '../../src/impact/payments.ts'
import type { ImportRecord } from '../../src/imports/records.ts'
import { importRecords } from '../../src/imports/run.ts'
import { recordLearningEvent } from '../../src/learning/record.ts'
import { perform } from '../../src/operation.ts'
import { recordPatternAction } from '../../src/patterns/actions/record.ts'
import { scopeKeyOf } from '../../src/patterns/scope/condition.ts'
import { meetsScope } from '../../src/patterns/scope/meets.ts'
import { generateGroup } from '../../src/synthetic/group.ts'
import { plantedPatterns } from '../../src/synthetic/planted.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { AS_OF } from '../synthetic/collect.ts'

const planted = plantedPatterns.find(({ id }) => id === 'therapy-records')!
const FIXED = addDays(AS_OF, -130)

/** A large invented practice, less most of what is not of the pattern's payer or not of its code: the database need not hold it all. */
function practice(): ImportRecord[] {
  const records: ImportRecord[] = []
  const left = new Set<string>()
  let others = 0
  for (const batch of generateGroup({ seed: 11, claims: 50_000, asOf: AS_OF }).records())
    for (const record of batch) {
      if (record.kind === 'claim') {
        const inScope = record.lines.some((line) => meetsScope(planted.scope, record, line))
        if (!inScope && (record.payerId !== 'silver-oak-advantage' || others++ % 3 > 0)) left.add(record.id ?? '')
        else records.push(record)
      } else if (record.kind === 'decision') {
        if (!left.has(record.claimId ?? '')) records.push(record)
      } else if (record.kind === 'payer' || record.kind === 'provider') records.push(record)
    }
  return records
}

/** The pattern as a search would have left it that had seen the first half of the time. */
async function insertPattern({ db, organization }: Context): Promise<void> {
  await db.run(sql`
    insert into patterns (organization_id, id, title, category, denial_reason, scope, scope_key, computation_status)
    values (${organization.id}, 'records', 'Records for 97110', 'documentation', ${planted.denial.reason}, ${JSON.stringify(planted.scope)}::jsonb,
      ${scopeKeyOf(planted.denial.reason, planted.scope)}, 'pending')`)
  await db.run(sql`
    insert into pattern_findings (organization_id, pattern_id, window_start, window_end, population, denied, rest_population, rest_denied, ratio_low, p, q, searched, seen_until, last_found_at)
    values (${organization.id}, 'records', ${addDays(AS_OF, -600)}, ${addDays(AS_OF, -310)}, 200, 100, 2000, 20, 10, 0, 0, 1000, ${addDays(AS_OF, -310)}, '2026-01-01')`)
}

describe('the impact ledger of the invented practice', { timeout: 240_000 }, () => {
  const use = useDatabase()
  let context: Context

  beforeAll(async () => {
    context = await newContext(use.database)
    context.now = new Date(`${AS_OF}T15:00:00Z`)
    await importRecords(context, { name: 'group', path: 'group', format: 'synthetic', sha256: 'a'.repeat(64), bytes: 0 }, [practice()])
    await insertPattern(context)
    await recomputeAll(context)
  }, 240_000)

  it('has no row where nothing was done', async () => {
    const ledger = await perform(impactLedger, context, {})
    expect(ledger).toMatchObject({ patterns: [], lessons: [], providers: [], verified: { amount: 0, payments: 0 }, avoided: { measured: 0, amount: 0 } })
    await expect(perform(getImpact, context, { patternId: 'records' })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('shows the denials that a change of the system avoided, and by itself the cash that came', async () => {
    await perform(recordPatternAction, context, { patternId: 'records', kind: 'system_configuration', happenedOn: FIXED })
    const ledger = await perform(impactLedger, context, {})
    const [entry] = ledger.patterns
    expect(entry).toMatchObject({ patternId: 'records', intervention: FIXED, avoided: { state: 'shown' }, counted: true })
    // It is told when it was written down, which is later than its day.
    expect(entry!.interventions).toEqual([{ kind: 'system_configuration', on: FIXED, recordedOn: AS_OF }])
    expect(entry!.avoided.denials!.low).toBeGreaterThan(0)
    expect(entry!.avoided.dollars!.low).toBeGreaterThan(0)
    expect(entry!.avoided.amount).toBe(entry!.avoided.dollars!.estimate)
    expect(ledger.avoided).toMatchObject({ measured: 1, state: 'shown', denials: entry!.avoided.denials })
    expect(entry!.verified.amount).toBeGreaterThan(0)
    expect(ledger.verified).toEqual(entry!.verified)
  })

  it('shows how: claims before and after beside comparable ones, week by week', async () => {
    const { before, after, weekly, control, baselineFrom, change, method } = await perform(getImpact, context, { patternId: 'records' })
    expect(baselineFrom).toBe('after_detection')
    expect(control).toMatch(/^same_/)
    expect(before!.treated.denialRate).toBeGreaterThan(35)
    expect(after!.treated.denied).toBeLessThan(4)
    expect(change!.high).toBeLessThan(0)
    const sums = (use: string) => weekly.filter((week) => week.use === use).reduce((sum, { treated }) => sum + treated.denied, 0)
    expect([sums('baseline'), sums('after')]).toEqual([before!.treated.denied, after!.treated.denied])
    expect(weekly.filter(({ use: used }) => used === 'washout').map(({ number }) => number)).toEqual([0, 1])
    expect(method.join(' ')).toContain('Difference in differences')
  })

  it('has for its verified cash the payments, to the cent', async () => {
    const { total, payments, pagination } = await perform(impactPayments, context, { patternId: 'records', limit: 200 })
    const ledger = await perform(impactLedger, context, {})
    expect({ amount: total, payments: pagination.total }).toEqual(ledger.patterns[0]!.verified)
    expect(payments.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0)).toBe(Math.round(total * 100))
    for (const { paidOn, firstDeniedOn } of payments) expect(paidOn >= FIXED && paidOn >= firstDeniedOn!).toBe(true)
    // Counted otherwise: what lines of the pattern's denials were paid at decisions after the one that denied them.
    const recount = await context.db.row<{ paid: number }>(sql`
      select sum(al.paid_amount)::float8 as paid from pattern_claims pc
      join claims c on c.id = pc.claim_id
      join adjudications a on a.claim_id = pc.claim_id and a.kind in ('original', 'reversal') and a.is_cash and a.decided_on > c.first_denied_on and a.decided_on >= ${FIXED}
      join adjudication_lines al on al.adjudication_id = a.id and al.claim_line_number = pc.line_number
      where pc.pattern_id = 'records'`)
    expect(total).toBeCloseTo(recount!.paid, 2)
    const paged = [1, 2, 3].map((page) => perform(impactPayments, context, { patternId: 'records', limit: 5, page }))
    expect((await Promise.all(paged)).flatMap((one) => one.payments)).toEqual(payments.slice(0, 15))
  })

  it('finds the payments of claims without a day of service as well', async () => {
    const { total, pagination } = await perform(impactPayments, context, { patternId: 'records' })
    await context.db.run(
      sql`update pattern_claims set service_date = null where pattern_id = 'records' and claim_id < (select max(claim_id) from pattern_claims)`,
    )
    const { total: undated, payments, pagination: pages } = await perform(impactPayments, context, { patternId: 'records', limit: 200 })
    expect({ undated, pages: pages.total }).toEqual({ undated: total, pages: pagination.total })
    expect(new Set(payments.map(({ claimId }) => claimId)).size).toBeGreaterThan(1)
    await context.db.run(sql`
      update pattern_claims pc set service_date = c.date_of_service from claims c where c.id = pc.claim_id and pc.organization_id = c.organization_id and pc.pattern_id = 'records'`)
  })

  it('counts a lesson by its practice, and no denial twice', async () => {
    await perform(recordLearningEvent, context, {
      type: 'practice-completed',
      patternId: 'records',
      outcomeType: 'correct',
      timestamp: `${addDays(FIXED, 7)}T15:00:00Z`,
    })
    const ledger = await perform(impactLedger, context, {})
    expect(ledger.lessons).toMatchObject([{ level: 'lesson', intervention: addDays(FIXED, 7), counted: false }])
    // The payments of either are counted from its own first day on; of both together from the earlier.
    const paid = async (level?: 'pattern' | 'lesson') => {
      const { total: amount, pagination } = await perform(impactPayments, context, { patternId: 'records', ...(level && { level }) })
      return { amount, payments: pagination.total }
    }
    const [pattern, lesson] = [ledger.patterns[0]!.verified, ledger.lessons[0]!.verified]
    expect([await paid('pattern'), await paid('lesson'), await paid()]).toEqual([pattern, lesson, pattern])
    expect(lesson.payments).toBeLessThan(pattern.payments)
    expect(ledger.avoided.denials).toEqual(ledger.patterns[0]!.avoided.denials)
    expect(ledger.verified).toEqual(ledger.patterns[0]!.verified)
    expect(ledger.providers.reduce((sum, { verified }) => sum + Math.round(verified.amount * 100), 0)).toBe(Math.round(ledger.verified.amount * 100))
  })

  it('keeps to the days that any search saw, though the latest looked at later ones', async () => {
    const baseline = async () => (await perform(getImpact, context, { patternId: 'records' })).weekly.filter(({ use: used }) => used === 'baseline')
    const known = await baseline()
    await context.db.run(sql`update patterns set detected_at = '2026-01-01' where id = 'records'`)
    await context.db.run(sql`
      insert into pattern_searches (organization_id, searched_at, window_start, window_end, later_start, claims, reasons, searched, found, confirmed, duration_ms)
      values (${context.organization.id}, '2026-01-01', ${addDays(AS_OF, -600)}, ${addDays(AS_OF, -310)}, ${addDays(AS_OF, -310)}, 1, 1, 1, 1, 0, 1)`)
    // As if each search since had looked at the two years before it: the days that the first one saw do not become unseen.
    await context.db.run(sql`update pattern_findings set window_start = ${addDays(AS_OF, -330)}`)
    expect(await baseline()).toEqual(known)
    await context.db.run(sql`update pattern_findings set window_start = ${addDays(AS_OF, -600)}`)
  })

  it('counts a denial of two scopes once, and compares with neither twice', async () => {
    const one = await perform(getImpact, context, { patternId: 'records' })
    const narrower = [...planted.scope, { field: 'claimType', op: 'is', value: 'professional' } as const]
    await context.db.run(sql`
      insert into patterns (organization_id, id, title, category, denial_reason, scope, scope_key, computation_status)
      values (${context.organization.id}, 'successor', 'Records, seen otherwise', 'documentation', ${planted.denial.reason}, ${JSON.stringify(narrower)}::jsonb,
        ${scopeKeyOf(planted.denial.reason, narrower)}, 'pending')`)
    await context.db.run(sql`
      insert into pattern_findings (organization_id, pattern_id, window_start, window_end, population, denied, rest_population, rest_denied, ratio_low, p, q, searched, seen_until, last_found_at)
      select organization_id, 'successor', window_start, window_end, population, denied, rest_population, rest_denied, ratio_low, p, q, searched, seen_until, '2026-03-01' from pattern_findings`)
    await context.db.run(sql`
      insert into pattern_lineage (organization_id, pattern_id, kind, other_id, recorded_at) values (${context.organization.id}, 'records', 'merged_into', 'successor', '2026-03-01')`)
    await recomputeAll(context)
    await perform(recordPatternAction, context, { patternId: 'successor', kind: 'workflow_update', happenedOn: FIXED })
    const both = await perform(impactLedger, context, {})
    expect(both.patterns.map(({ counted }) => counted).filter(Boolean)).toHaveLength(1)
    expect(both.avoided).toMatchObject({ measured: 1 })
    const successor = await perform(getImpact, context, { patternId: 'successor' })
    expect(successor.before!.treated).toEqual(one.before!.treated)
    expect(successor.before!.control).toEqual(one.before!.control)
    await context.db.run(sql`delete from patterns where id = 'successor'`)
  })

  it('says when there will be enough, and that a resubmission prevents nothing', async () => {
    const early = { ...context, now: new Date(`${addDays(FIXED, 20)}T15:00:00Z`) }
    const { avoided, enoughOn } = await perform(getImpact, early, { patternId: 'records' })
    expect(avoided).toMatchObject({ state: 'not_enough_yet', amount: 0, denials: null })
    expect(enoughOn! > addDays(FIXED, 41)).toBe(true)
    expect(enoughOn! < addDays(FIXED, 200)).toBe(true)
    await context.db.run(sql`update pattern_actions set kind = 'resubmission'`)
    const { patterns } = await perform(impactLedger, context, {})
    expect(patterns).toMatchObject([{ intervention: null, avoided: { state: 'not_preventive', amount: 0, denials: null } }])
    expect(patterns[0]!.verified.amount).toBeGreaterThan(0)
  })
})
