import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { recomputeAll } from '../../src/computation/recompute.ts'
import type { Context } from '../../src/context.ts'
import { addDays } from '../../src/dates.ts'
import { dashboardMetrics } from '../../src/measures/dashboard/operation.ts'
import { perform } from '../../src/operation.ts'
import { getPattern } from '../../src/patterns/get.ts'
import { listPatterns } from '../../src/patterns/list.ts'
import { refreshPatterns } from '../../src/patterns/refresh.ts'
import { compareRelease } from '../../src/releases/compare.ts'
import { listReleases, prepareRelease, previewRelease, releaseVersion, takeBackRelease } from '../../src/releases/operations.ts'
import { insertClaims, type ClaimSpec } from '../factories/claims.ts'
import { insertPattern } from '../patterns/patterns.ts'
import { newContext, useDatabase } from '../support/database.ts'

/** Today of the contexts is 2026-03-31. */
const claims = (name: string, served: string, count: number, denied: number, lag: number, payer: string): ClaimSpec[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `${name}${index}`,
    served,
    submitted: served,
    decided: addDays(served, lag),
    payer,
    ...(index < denied ? { carc: '197' } : {}),
  }))

/**
 * Half of the settled claims are of a payer that takes 60 days and hardly sends any now. By everybody's curve nothing younger than 60 days is
 * mature, by the payers' own everything older than 10 is: the last 60 mature days hold other claims.
 */
const specs = [
  ...claims('old-fast', '2025-09-01', 60, 30, 10, 'FAST'),
  ...claims('old-slow', '2025-09-01', 60, 30, 60, 'SLOW'),
  ...claims('winter', '2026-01-10', 40, 20, 10, 'FAST'),
  ...claims('spring', '2026-03-10', 50, 2, 10, 'FAST'),
]

const member = (context: Context, id: string): Context => ({ ...context, actor: { id, role: 'viewer' } })

/** People of that id and an address of theirs, with a seat here. */
async function seat({ database, organization }: Context, ...ids: string[]): Promise<void> {
  for (const id of ids) {
    await database.pool.query('insert into users (id, name, email) values ($1, $1, $2) on conflict do nothing', [id, `${id}@practice.example`])
    await database.pool.query(`insert into members (organization_id, user_id, role) values ($1, $2, 'viewer')`, [organization.id, id])
  }
}
/** Everything that stands on patterns but the version, which tells them apart. */
const columns = ({ db }: Context) => db.rows(sql`select to_jsonb(p) as row from patterns p order by id`)
const pattern = async (context: Context) => (await perform(getPattern, context, { id: 'PTN-A' })).pattern

describe('a gradual launch', () => {
  const use = useDatabase()

  /** An organization as it was before versions could be released: computed by the first. */
  const onFirst = async () => {
    const context = await newContext(use.database)
    await insertPattern(context, { id: 'PTN-A', reason: 'Authorization absent' })
    await insertClaims(context, specs)
    await context.db.run(sql`update patterns set last_computed_at = now(), computation_version = 1`)
    await recomputeAll(context)
    return context
  }

  it('begins with the newest version, and stays with the first where that had computed', async () => {
    const fresh = await newContext(use.database)
    expect(await perform(listReleases, fresh, {})).toMatchObject({
      shown: 2,
      releases: [
        { version: 2, state: 'released' },
        { version: 1, state: 'available' },
      ],
    })
    await insertPattern(fresh, { id: 'PTN-A', reason: 'Authorization absent' })
    await insertClaims(fresh, specs)
    await recomputeAll(fresh)
    expect(await perform(listReleases, fresh, {})).toMatchObject({ shown: 2, releases: [{ state: 'released', releasedBy: null }, { state: 'available' }] })
    expect((await pattern(fresh)).current).toMatchObject({ start: '2026-01-21', end: '2026-03-22', claimCount: 50, deniedCount: 2 })

    const old = await onFirst()
    expect(await perform(listReleases, old, {})).toMatchObject({
      shown: 1,
      releases: [
        { version: 2, state: 'available' },
        { version: 1, state: 'released' },
      ],
    })
    expect((await pattern(old)).current).toMatchObject({ start: '2025-12-02', end: '2026-01-31', claimCount: 40, deniedCount: 20 })
  })

  it('computes beside, compares, previews, releases, and takes back to the same columns', async () => {
    const context = await onFirst()
    const chosen = member(context, 'rowan')
    const other = member(context, 'harper')
    const first = await columns(context)

    const prepared = await perform(prepareRelease, context, { version: 2 })
    expect(prepared).toMatchObject({
      by: 'test',
      patterns: 1,
      shown: 1,
      releases: [
        { version: 2, state: 'candidate' },
        { version: 1, state: 'released' },
      ],
    })
    expect(prepared.releases[0]!.computedAt).toBe(context.now.toISOString())
    expect(await columns(context)).toEqual(first)

    const compared = await perform(compareRelease, context, { version: 2 })
    expect(compared).toMatchObject({ version: 2, released: 1, patterns: 1, patternsThatDiffer: 1, pagination: { total: compared.different } })
    const differs = new Map(compared.numbers.map(({ metric, released, candidate, difference }) => [metric, [released, candidate, difference]]))
    expect(Object.fromEntries(differs)).toEqual({
      currentStart: ['2025-12-02', '2026-01-21', null],
      currentEnd: ['2026-01-31', '2026-03-22', null],
      currentClaimCount: [40, 50, 10],
      currentDeniedCount: [20, 2, -18],
      currentDenialRate: [50, 4, -46],
      currentDollarsDenied: [2000, 200, -1800],
      status: ['active', 'resolved', null],
    })
    const all = await perform(compareRelease, context, { version: 2, all: true, limit: 5, page: 2 })
    expect(all).toMatchObject({ different: 7, equal: compared.equal, pagination: { total: compared.equal + 7, page: 2 } })
    expect(all.numbers).toHaveLength(5)

    // Nobody sees it before somebody is chosen; then they alone do, on every screen.
    expect(await pattern(chosen)).toEqual(await pattern(other))
    await seat(context, 'rowan', 'ash', 'briar')
    await perform(previewRelease, context, { version: 2, add: ['Rowan@practice.example', 'ash', 'briar'] })
    // Who has left can still be taken off the list.
    await context.db.run(sql`delete from members where organization_id = ${context.organization.id} and user_id = 'briar'`)
    const { releases } = await perform(previewRelease, context, { version: 2, remove: ['ash@practice.example'] })
    expect(releases[0]!.previewers).toEqual([
      { id: 'briar', email: null },
      { id: 'rowan', email: 'rowan@practice.example' },
    ])
    const left = await perform(previewRelease, context, { version: 2, remove: ['briar'] })
    expect(left.releases[0]!.previewers).toEqual([{ id: 'rowan', email: 'rowan@practice.example' }])
    await expect(perform(previewRelease, context, { version: 2, add: ['harper@practice.example'] })).rejects.toMatchObject({
      code: 'not_found',
      message: expect.stringContaining('"harper@practice.example"') as string,
      command: 'overturn members',
    })
    expect(await perform(getPattern, chosen, { id: 'PTN-A' })).toMatchObject({
      computationVersion: 2,
      pattern: { status: 'resolved', current: { claimCount: 50 } },
    })
    expect(await perform(getPattern, other, { id: 'PTN-A' })).toMatchObject({
      computationVersion: 1,
      pattern: { status: 'active', current: { claimCount: 40 } },
    })
    expect(await perform(listPatterns, chosen, { status: 'improved' })).toMatchObject({ computationVersion: 2, patterns: [{ id: 'PTN-A' }] })
    expect(await perform(listPatterns, other, { status: 'improved' })).toMatchObject({ computationVersion: 1, patterns: [] })
    expect((await perform(dashboardMetrics, chosen, {})).computationVersion).toBe(2)
    expect((await perform(dashboardMetrics, other, {})).computationVersion).toBe(1)
    await context.db.run(sql`update computed_beside set values = values || '{"tier": "critical"}'`)
    expect((await perform(dashboardMetrics, chosen, {})).criticalPatterns).toBe(1)
    expect((await perform(dashboardMetrics, other, {})).criticalPatterns).toBe(0)
    expect((await perform(listPatterns, chosen, { tier: 'critical' })).pagination.total).toBe(1)
    await refreshPatterns(context)
    const previewed = await pattern(chosen)

    const released = await perform(releaseVersion, context, { version: 2 })
    expect(released).toMatchObject({ by: 'test', patterns: 1, shown: 2, releases: [{ state: 'released', releasedBy: 'test' }, { state: 'retired' }] })
    expect(released.releases[0]!.releasedAt).toBe(context.now.toISOString())
    expect(await pattern(other)).toEqual(previewed)
    expect(await columns(context)).not.toEqual(first)

    const back = await perform(takeBackRelease, context, {})
    expect(back).toMatchObject({
      shown: 1,
      releases: [
        { version: 2, state: 'candidate' },
        { version: 1, state: 'released', releasedBy: 'test' },
      ],
    })
    expect(await columns(context)).toEqual(first)
    // It is a candidate again, with its numbers beside; once it is given up nothing of it is left.
    expect((await perform(compareRelease, context, { version: 2 })).numbers).toEqual(compared.numbers)
    expect((await perform(takeBackRelease, context, { version: 2 })).releases[0]).toMatchObject({ state: 'available', previewers: [] })
    expect(await context.db.rows(sql`select from computed_beside`)).toEqual([])
    expect(await pattern(chosen)).toEqual(await pattern(other))
  })

  it('keeps the candidate current at every refresh, and what a person archives archived', async () => {
    const context = await onFirst()
    await perform(prepareRelease, context, { version: 2 })
    await seat(context, 'rowan')
    await perform(previewRelease, context, { version: 2, add: ['rowan'] })
    await insertClaims(context, claims('more', '2026-03-11', 30, 0, 10, 'FAST'))
    await recomputeAll(context)
    expect((await pattern(member(context, 'rowan'))).current).toMatchObject({ claimCount: 80, deniedCount: 2 })
    await context.db.run(sql`update patterns set status = 'archived'`)
    expect((await pattern(member(context, 'rowan'))).status).toBe('archived')
    expect(await perform(compareRelease, context, { version: 2 })).toMatchObject({ patterns: 0, equal: 0, different: 0, numbers: [] })
  })

  it('is one organization’s own', async () => {
    const [context, neighbour] = [await onFirst(), await onFirst()]
    await perform(prepareRelease, context, { version: 2 })
    await seat(context, 'rowan')
    await perform(previewRelease, context, { version: 2, add: ['rowan'] })
    expect((await pattern(member(neighbour, 'rowan'))).current).toMatchObject({ claimCount: 40 })
    await perform(releaseVersion, context, { version: 2 })
    expect(await perform(listReleases, neighbour, {})).toMatchObject({ shown: 1, releases: [{ state: 'available' }, { state: 'released' }] })
    await refreshPatterns(neighbour)
    expect((await pattern(neighbour)).current).toMatchObject({ claimCount: 40 })
  })

  it('refuses steps out of order, and leaves everything as it was', async () => {
    const context = await onFirst()
    const before = await columns(context)
    const refused = async (operation: typeof prepareRelease, input: object, code: string, message: RegExp) =>
      expect(perform(operation, context, input)).rejects.toMatchObject({ code, message: expect.stringMatching(message) as string })
    await refused(releaseVersion, { version: 2 }, 'conflict', /no candidate/)
    await refused(prepareRelease, { version: 1 }, 'conflict', /released already/)
    await refused(prepareRelease, { version: 9 }, 'not_found', /no computation version 9/)
    await refused(takeBackRelease as unknown as typeof prepareRelease, {}, 'conflict', /no version before/)
    await refused(takeBackRelease as unknown as typeof prepareRelease, { version: 2 }, 'conflict', /no candidate/)
    await expect(perform(previewRelease, context, { version: 2, add: ['rowan'] })).rejects.toMatchObject({ code: 'conflict' })
    await expect(perform(compareRelease, context, { version: 2 })).rejects.toMatchObject({ code: 'conflict' })
    await expect(perform(prepareRelease, member(context, 'rowan'), { version: 2 })).rejects.toMatchObject({ code: 'forbidden' })
    expect(await columns(context)).toEqual(before)
    expect(await perform(listReleases, context, {})).toMatchObject({ shown: 1, releases: [{ state: 'available' }, { state: 'released' }] })
  })
})
