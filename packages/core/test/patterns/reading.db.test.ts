import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Context } from '../../src/context.ts'
import { addDays } from '../../src/dates.ts'
import { perform } from '../../src/operation.ts'
import { getPattern } from '../../src/patterns/get.ts'
import { listPatterns } from '../../src/patterns/list.ts'
import { recomputeAll } from '../../src/computation/recompute.ts'
import { insertClaims, type ClaimSpec } from '../factories/claims.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { insertScopedPattern } from '../factories/patterns.ts'
import { insertPattern } from './patterns.ts'

async function scored(
  context: Context,
  rows: { id: string; title: string; frequency: number | null; impact: number | null; recency: number | null; tier?: string; status?: string }[],
) {
  for (const { id, title, frequency, impact, recency, tier = 'low', status = 'active' } of rows) {
    await context.db.run(sql`
      insert into patterns (organization_id, id, title, category, tier, status, score_frequency, score_impact, score_recency)
      values (${context.organization.id}, ${id}, ${title}, 'timing', ${tier}, ${status}, ${frequency}, ${impact}, ${recency})`)
  }
}

describe('patterns.list', () => {
  const use = useDatabase()
  const rows = [
    { id: 'P1', title: 'Beta', frequency: 5, impact: 900, recency: 3, tier: 'high' },
    { id: 'P2', title: 'Alpha', frequency: 9, impact: 100.25, recency: 1, status: 'improving' },
    { id: 'P3', title: 'Gamma', frequency: 5, impact: 900, recency: null, status: 'archived' },
    { id: 'P4', title: 'Delta', frequency: null, impact: null, recency: null },
  ]

  const resolved = { id: 'P5', title: 'Epsilon', frequency: 1, impact: 5, recency: 100, status: 'resolved' }

  it.each<[input: Record<string, unknown>, ids: string[], total: number]>([
    [{}, ['P1', 'P3', 'P2', 'P4'], 4],
    [{ sort: 'frequency' }, ['P2', 'P1', 'P3', 'P4'], 4],
    [{ sort: 'recency' }, ['P2', 'P1', 'P3', 'P4'], 4],
    [{ sort: 'title' }, ['P2', 'P1', 'P4', 'P3'], 4],
    [{ status: 'active' }, ['P1', 'P4'], 2],
    [{ tier: 'low', status: 'improving' }, ['P2'], 1],
    [{ status: 'improved' }, ['P2', 'P5'], 2],
    [{ tier: 'critical' }, [], 0],
    [{ limit: '3', page: 2 }, ['P4'], 4],
    [{ page: 9 }, [], 4],
  ])('%j', async (input, ids, total) => {
    const context = await newContext(use.database)
    await scored(context, input.status === 'improved' ? [...rows, resolved] : rows)
    const { patterns, pagination } = await perform(listPatterns, context, input)
    expect(patterns.map(({ id }) => id)).toEqual(ids)
    expect(pagination.total).toBe(total)
  })

  it('puts first what can be prevented, whatever it cost so far; what has no elsewhere follows by what it cost', async () => {
    const context = await newContext(use.database)
    await scored(context, rows)
    await context.db.run(sql`
      update patterns set preventable_amount = case id when 'P2' then 12.5 when 'P4' then 700 end, preventable_low = 1, preventable_high = 900 where id in ('P2', 'P4')`)
    const { patterns } = await perform(listPatterns, context, {})
    expect(patterns.map(({ id }) => id)).toEqual(['P4', 'P2', 'P1', 'P3'])
    expect(patterns.map(({ preventable }) => preventable)).toEqual([{ amount: 700, low: 1, high: 900 }, { amount: 12.5, low: 1, high: 900 }, null, null])
    expect((await perform(listPatterns, context, { sort: 'impact' })).patterns.map(({ id }) => id)).toEqual(['P1', 'P3', 'P2', 'P4'])
  })

  it('shows scope and evidence of a pattern with a scope, and none of one by reason alone', async () => {
    const context = await newContext(use.database)
    const scope = [{ field: 'payer' as const, op: 'is' as const, value: 'P2' }]
    await insertScopedPattern(context, {
      id: 'PTN-S',
      reason: 'Authorization absent',
      scope,
      counts: { population: 200, denied: 50, restPopulation: 800, restDenied: 40 },
    })
    await insertPattern(context, { id: 'PTN-R', reason: 'Authorization absent' })
    const { patterns } = await perform(listPatterns, context, { sort: 'title' })
    expect(patterns.find(({ id }) => id === 'PTN-S')).toMatchObject({
      scope,
      finding: {
        population: 200,
        denials: 50,
        rate: 25,
        restPopulation: 800,
        restDenials: 40,
        restRate: 5,
        ratio: { estimate: 5, low: 2.5, high: null },
        confirmed: true,
        later: null,
      },
    })
    expect(patterns.find(({ id }) => id === 'PTN-R')).toMatchObject({ scope: [], finding: null, preventable: null })
  })

  it.each<[input: Record<string, unknown>, ids: string[]]>([
    [{ kind: 'scope' }, ['S-P1', 'S-P2', 'S-any']],
    [{ kind: 'reason' }, ['R-auth', 'R-other']],
    [{ reason: 'Authorization absent' }, ['R-auth', 'S-P1', 'S-P2', 'S-any']],
    [{ confirmed: 'confirmed' }, ['S-P1']],
    [{ confirmed: 'not_yet' }, ['S-P2']],
    [{ confirmed: 'not_borne_out' }, ['S-any']],
    // Its scope names P1; it names nobody and P1 has denied one of its claims; P1 has denied for the reason.
    [{ payer: 'P1' }, ['R-auth', 'S-P1', 'S-any']],
    [{ payer: 'P2', kind: 'scope' }, ['S-P2']],
    [{ payer: 'nobody' }, []],
    [{ category: 'authorization' }, ['S-P1']],
    [{ category: 'unclassified', confirmed: 'not_yet' }, ['S-P2']],
    [{ kind: 'scope', sort: 'rate' }, ['S-any', 'S-P1', 'S-P2']],
    [{ kind: 'scope', sort: 'ratio' }, ['S-P1', 'S-any', 'S-P2']],
  ])('filters by what they are: %j', async (input, ids) => {
    const context = await newContext(use.database)
    const reason = 'Authorization absent'
    const payer = (value: string) => [{ field: 'payer' as const, op: 'is' as const, value }]
    const counts = (denied: number, restDenied: number) => ({ population: 100, denied, restPopulation: 900, restDenied })
    await insertPattern(context, { id: 'R-auth', reason })
    await insertPattern(context, { id: 'R-other', reason: 'Not medically necessary' })
    await insertScopedPattern(context, { id: 'S-P1', reason, scope: payer('P1'), counts: counts(40, 9) })
    await insertScopedPattern(context, { id: 'S-P2', reason, scope: payer('P2'), confirmed: null, counts: counts(20, 18) })
    await insertScopedPattern(context, {
      id: 'S-any',
      reason,
      scope: [{ field: 'procedureCode', op: 'is', value: '99213' }],
      confirmed: false,
      counts: counts(60, 36),
    })
    await context.db.run(sql`update patterns set category = 'authorization' where id = 'S-P1'`)
    await insertClaims(context, [{ id: 'C1', payer: 'P1', served: '2026-02-02', decided: '2026-02-12', procedure: '99213', carc: '197' }])
    await recomputeAll(context)
    const { patterns, pagination } = await perform(listPatterns, context, { sort: 'title', ...input })
    const found = patterns.map(({ id }) => id)
    expect('sort' in input ? found : found.toSorted()).toEqual('sort' in input ? ids : ids.toSorted())
    expect(pagination.total).toBe(ids.length)
  })

  it('shows what is not computed as unknown, and refuses what it does not know', async () => {
    const context = await newContext(use.database)
    await scored(context, rows.slice(3))
    const { patterns, asOf } = await perform(listPatterns, context, {})
    expect(asOf).toBe(context.now.toISOString())
    expect(patterns[0]).toMatchObject({
      score: { frequency: null, impact: null, trend: null, velocity: null, confidence: null, recency: null },
      avgDenialAmount: null,
      totalAtRisk: null,
      currentDenialRate: null,
      baseline: null,
      current: null,
      insufficientData: true,
      lastComputedAt: null,
    })
    await expect(perform(listPatterns, context, { limit: 'NaN' })).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(perform(listPatterns, context, { sort: 'id; drop table' })).rejects.toMatchObject({ code: 'invalid_input' })
  })
})

describe('patterns.get', () => {
  const use = useDatabase()

  it('shows the weeks, the denials and what belongs to the pattern', async () => {
    const context = await newContext(use.database)
    const { id: organizationId } = context.organization
    await insertPattern(context, { id: 'PTN-A', reason: 'Authorization absent' })
    await insertClaims(
      context,
      Array.from({ length: 30 }, (_, index): ClaimSpec => ({
        id: `C${String(index).padStart(2, '0')}`,
        served: addDays('2026-02-02', index % 10),
        decided: addDays('2026-02-12', index % 10),
        procedure: '99213',
        ...(index < 4 ? { carc: '197' } : {}),
      })),
    )
    await context.db.run(sql`
      insert into pattern_evidence (organization_id, pattern_id, claim_reference, line_number, denial_date, billed_amount, procedure_code, origin) values
        (${organizationId}, 'PTN-A', 'C00', 0, '2026-02-12', 1, 'X1', 'imported'), (${organizationId}, 'PTN-A', 'OLD', 0, '2024-07-05', 285, '99214', 'imported')`)
    await context.db.run(sql`
      insert into pattern_relations (organization_id, pattern_id, kind, reference) values
        (${organizationId}, 'PTN-A', 'policy', 'POL-2'), (${organizationId}, 'PTN-A', 'policy', 'POL-1'), (${organizationId}, 'PTN-A', 'procedure_code', '93000')`)
    await recomputeAll(context)

    const { pattern, weekly, rates, evidence, pagination } = await perform(getPattern, context, { id: 'PTN-A', limit: 4 })
    expect(pattern).toMatchObject({
      id: 'PTN-A',
      adopted: true,
      deniedClaims: 4,
      remedy: 'appeal',
      related: { policies: ['POL-1', 'POL-2'], procedureCodes: ['93000', '99213', '99214'] },
    })
    // Half a year before the first denial, from its Monday, to the week of today, none left out.
    expect(weekly[0]).toEqual({ week: '2025-07-28', claims: 0, denied: 0, denialRate: null, dollarsDenied: 0, mature: true })
    expect(weekly.at(-1)).toMatchObject({ week: '2026-03-30', mature: false })
    expect(weekly).toHaveLength(36)
    expect(weekly.filter(({ claims }) => claims > 0)).toEqual([
      { week: '2026-02-02', claims: 21, denied: 4, denialRate: 19.05, dollarsDenied: 400, mature: true },
      { week: '2026-02-09', claims: 9, denied: 0, denialRate: 0, dollarsDenied: 0, mature: true },
    ])
    // Both weeks with claims say enough: a span is a week, as it ends on the Monday after.
    expect(rates).toMatchObject({ weeks: 1 })
    expect(rates.spans.find(({ claims }) => claims === 21)).toEqual({
      start: '2026-02-02',
      end: '2026-02-09',
      claims: 21,
      denied: 4,
      denialRate: 19.05,
      mature: true,
    })
    // What the claim itself shows takes the place of what an import said of it.
    expect(pagination).toEqual({ total: 5, page: 1, limit: 4, pages: 2 })
    expect(evidence.map(({ claimReference, lineNumber, serviceDate }) => [claimReference, lineNumber, serviceDate])).toEqual([
      ['C03', 1, '2026-02-05'],
      ['C02', 1, '2026-02-04'],
      ['C01', 1, '2026-02-03'],
      ['C00', 1, '2026-02-02'],
    ])
    const second = await perform(getPattern, context, { id: 'PTN-A', limit: 4, page: 2 })
    expect(second.evidence).toEqual([
      {
        claimId: null,
        claimReference: 'OLD',
        lineNumber: 0,
        serviceDate: null,
        denialDate: '2024-07-05',
        denialReason: null,
        carc: null,
        rarc: null,
        procedureCode: '99214',
        modifiers: [],
        billedAmount: 285,
      },
    ])
  })

  it('says what would prevent it, how often such money comes back, and which policies its denied lines meet', async () => {
    const context = await newContext(use.database)
    const { id: organizationId } = context.organization
    const reason = 'Modifier missing or inconsistent'
    await insertScopedPattern(context, { id: 'PTN-S', reason, scope: [{ field: 'modifier', op: 'lacks', value: '25' }] })
    await insertClaims(
      context,
      ['C1', 'C2'].map((id) => ({ id, served: '2026-02-02', decided: '2026-02-12', procedure: '99213', carc: '4' })),
    )
    await context.db.run(sql`
      insert into policies (organization_id, id, name, fix_guidance) values (${organizationId}, 'POL-1', 'Visits', 'Add it'), (${organizationId}, 'POL-2', 'Others', null)`)
    await recomputeAll(context)
    await context.db.run(sql`update patterns set recovery_chance = 0.256789 where id = 'PTN-S'`)
    await context.db.run(sql`delete from policy_hits`)
    // The line of C2 lacks the modifier that POL-2 asks for: no hit.
    await context.db.run(sql`
      insert into policy_hits (organization_id, policy_id, claim_id, line_number, service_date, has_modifier) values
        (${organizationId}, 'POL-1', 'C1', 1, '2026-02-02', true), (${organizationId}, 'POL-1', 'C2', 1, '2026-02-02', true), (${organizationId}, 'POL-2', 'C2', 1, '2026-02-02', false)`)
    const { pattern } = await perform(getPattern, context, { id: 'PTN-S' })
    expect(pattern.recoveryChance).toBe(25.68)
    expect(pattern.prevention[0]).toBe('Add modifier 25 if the record supports it.')
    expect(pattern.prevention).toHaveLength(2)
    expect(pattern.related.policyHits).toEqual([{ id: 'POL-1', name: 'Visits', lines: 2, fixGuidance: 'Add it' }])
  })

  it('says of an imported pattern that it is not one of the claims here', async () => {
    const context = await newContext(use.database)
    await insertPattern(context, { id: 'PTN-A', reason: 'Authorization absent', scoped: false })
    const { pattern } = await perform(getPattern, context, { id: 'PTN-A' })
    expect(pattern).toMatchObject({ adopted: false, computationStatus: 'pending', deniedClaims: 0 })
  })

  it('says which pattern there is not', async () => {
    const context = await newContext(use.database)
    await expect(perform(getPattern, context, { id: 'PTN-9' })).rejects.toMatchObject({
      code: 'not_found',
      message: expect.stringContaining('PTN-9') as string,
    })
  })

  it('does not show another organization’s', async () => {
    const context = await newContext(use.database)
    await insertPattern(await newContext(use.database), { id: 'PTN-A', reason: 'Authorization absent' })
    await expect(perform(getPattern, context, { id: 'PTN-A' })).rejects.toMatchObject({ code: 'not_found' })
    expect((await perform(listPatterns, context, {})).patterns).toEqual([])
  })
})
