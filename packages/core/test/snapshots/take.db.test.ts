import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Context } from '../../src/context.ts'
import { addDays, type IsoDate } from '../../src/dates.ts'
import { perform } from '../../src/operation.ts'
import { detectPatternsOperation } from '../../src/patterns/operations.ts'
import { getSnapshot } from '../../src/snapshots/get.ts'
import { takeSnapshotsOperation } from '../../src/snapshots/take.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { bring, daysAgo } from './clock.ts'

const stored = ({ db }: Context) =>
  db.rows(sql`select snapshot_date as day, kind, subject, values, computation_version as version, taken_at as at from metric_snapshots order by 1, 2, 3`)

describe('taking snapshots', () => {
  const use = useDatabase()

  /** Six denials and four paid claims of this week, a policy and a provider, looked at tomorrow: the day to take is today. */
  async function tomorrow(): Promise<{ context: Context; day: IsoDate }> {
    const context = await newContext(use.database)
    const day = await daysAgo(context, 0)
    const served = addDays(day, -3)
    const moved = { ...context, now: new Date(`${addDays(day, 1)}T01:00:00Z`) }
    await bring(
      moved,
      Array.from({ length: 10 }, (_, index) => ({ id: `C${index}`, served, submitted: served, decided: day, billed: 100, ...(index < 6 && { carc: '197' }) })),
    )
    await perform(detectPatternsOperation, moved, {})
    await context.db.run(sql`
      insert into policies (organization_id, id, name, denial_rate, impact, hit_count) values (${context.organization.id}, 'POL-1', 'A rule', 12.3456, 99.5, 7)`)
    await context.db.run(sql`
      insert into provider_performance (organization_id, provider_id, claim_count, denied_count, ratio, verdict)
      select organization_id, id, 3, 1, 1.25, 'not_enough_claims' from providers where id = 'DR1'`)
    return { context: moved, day }
  }

  it('writes down the numbers of the day, its patterns, policies and providers', async () => {
    const { context, day } = await tomorrow()
    expect(await perform(takeSnapshotsOperation, context, {})).toEqual({ day, taken: true, patterns: 1, policies: 1, providers: 1 })
    const found = await perform(getSnapshot, context, { asOf: day })
    const { organization, patterns, policies, providers } = found.taken!
    for (const [name, { known }] of Object.entries(found.numbers)) expect(organization[name]).toBe(known)
    expect(organization).toMatchObject({ totalClaims: 10, denialRate: 60, deniedAmount: 600, patternsDetected: 1, criticalPatterns: 0, revenueRecovered: 0 })
    expect(organization['revenueRecoveredLow']).toBeNull()
    expect(patterns).toMatchObject([
      { values: { status: 'active', tier: 'medium', scoreFrequency: 6, scoreImpact: 600, avgDenialAmount: 100, scoreRecency: 4 } },
    ])
    expect(patterns[0]!.values).toMatchObject({ baselineClaimCount: 10, baselineDeniedCount: 6, baselineDenialRate: 60, baselineDollarsDenied: 600 })
    expect(policies).toMatchObject([{ id: 'POL-1', values: { denialRate: 12.35, impact: 99.5, hitCount: 7, appealRate: null } }])
    expect(providers).toMatchObject([{ id: 'DR1', values: { claimCount: 3, denialRate: 33.33, ratio: 1.25, verdict: 'not_enough_claims' } }])
  })

  it('never changes a day that is taken, nor adds to it', async () => {
    const { context, day } = await tomorrow()
    await perform(takeSnapshotsOperation, context, { day })
    const before = await stored(context)
    await bring(context, [{ id: 'late', served: day, submitted: day, decided: day, carc: '50' }])
    await perform(detectPatternsOperation, context, { minimumDenials: 1 })
    await context.db.run(sql`update policies set hit_count = 8`)
    expect(await perform(takeSnapshotsOperation, context, {})).toEqual({ day, taken: false, patterns: 0, policies: 0, providers: 0 })
    expect(await stored(context)).toEqual(before)
  })

  it('takes a day once, however many ask at the same time', async () => {
    const { context } = await tomorrow()
    const asked = await Promise.all(Array.from({ length: 4 }, () => perform(takeSnapshotsOperation, context, {})))
    expect(asked.filter(({ taken }) => taken)).toHaveLength(1)
    expect(await stored(context)).toHaveLength(4)
  })

  it('makes up no day that was missed, and takes none that is not over', async () => {
    const { context, day } = await tomorrow()
    for (const other of [addDays(day, -1), addDays(day, 1)]) {
      await expect(perform(takeSnapshotsOperation, context, { day: other })).rejects.toMatchObject({ code: 'invalid_input', fields: [{ field: 'day' }] })
    }
    expect(await stored(context)).toEqual([])
    const viewer = { ...context, actor: { id: 'v', role: 'viewer' as const } }
    await expect(perform(takeSnapshotsOperation, viewer, {})).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('takes the day that ended last where the organization is', async () => {
    const context = await newContext(use.database, { timeZone: 'America/Chicago', now: new Date('2026-04-01T04:59:00Z') })
    expect((await perform(takeSnapshotsOperation, context, {})).day).toBe('2026-03-30')
    expect((await perform(takeSnapshotsOperation, { ...context, now: new Date('2026-04-01T06:00:00Z') }, {})).day).toBe('2026-03-31')
  })
})
