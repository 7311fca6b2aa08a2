import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { recomputeAll, recomputeMarked } from '../../src/computation/recompute.ts'
import { perform } from '../../src/operation.ts'
import { organizationSettings } from '../../src/organization/settings.ts'
import { updateOrganization } from '../../src/organization/update.ts'
import { findOrganization } from '../../src/organizations.ts'
import { insertClaims } from '../factories/claims.ts'
import { newContext, useDatabase } from '../support/database.ts'

describe('an organization', () => {
  const use = useDatabase()
  const waiting = ({ db }: Awaited<ReturnType<typeof newContext>>) => db.row<{ days: number }>(sql`select count(*)::int as days from service_days_to_recompute`)

  it('changes its name and thresholds, and keeps what nobody spoke of', async () => {
    const context = await newContext(use.database)
    await context.db.run(sql`update organizations set settings = '{"theme": "dark", "tiers": {"high": {"frequency": 12}}}'`)
    const { settings, ...rest } = await perform(updateOrganization, context, {
      name: 'Willow Family Practice',
      settings: { tiers: { critical: { impact: 9_000.5 } }, detection: { minimumDenials: 3 } },
    })
    expect(rest).toEqual({ slug: context.organization.slug, name: 'Willow Family Practice', timeZone: 'UTC', letterhead: null, recomputesAll: false })
    expect(settings).toEqual({
      tiers: { critical: { frequency: 20, impact: 9_000.5 }, high: { frequency: 12, impact: 2_000 }, medium: { frequency: 5 } },
      detection: { daysBack: 30, minimumDenials: 3 },
    })
    expect((await perform(organizationSettings, context, {})).settings).toEqual(settings)
    expect(await context.db.row(sql`select settings ->> 'theme' as theme from organizations`)).toEqual({ theme: 'dark' })
    expect((await findOrganization(use.database, context.organization.slug)).name).toBe('Willow Family Practice')
    expect(await waiting(context)).toEqual({ days: 0 })
  })

  it('keeps what letters are headed with, until somebody takes it away', async () => {
    const context = await newContext(use.database)
    const letterhead = 'Willow Family Practice\n12 Mill Lane'
    expect(await perform(updateOrganization, context, { letterhead })).toMatchObject({ letterhead, recomputesAll: false })
    expect(await perform(updateOrganization, context, { name: 'Willow' })).toMatchObject({ letterhead })
    expect(await perform(organizationSettings, context, {})).toMatchObject({ letterhead, settings: { detection: { daysBack: 30 } } })
    expect(await perform(updateOrganization, context, { letterhead: null })).toMatchObject({ letterhead: null })
  })

  it('has every day computed again in another time zone', async () => {
    const context = await newContext(use.database)
    await insertClaims(context, [{ id: 'A', served: '2026-03-01', submitted: '2026-03-02', decided: '2026-03-20' }])
    await recomputeAll(context)
    expect(await perform(updateOrganization, context, { timeZone: 'UTC' })).toMatchObject({ recomputesAll: false })
    expect(await perform(updateOrganization, context, { timeZone: 'America/Chicago' })).toMatchObject({ timeZone: 'America/Chicago', recomputesAll: true })
    expect(await waiting(context)).toEqual({ days: 3 })
    await recomputeMarked(context)
    expect(await waiting(context)).toEqual({ days: 0 })
  })

  it.each([
    [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
    [{ settings: { tiers: { high: { frequency: 21 } } } }, 'settings.tiers.critical.frequency'],
    [{ settings: { detection: { daysBack: 0 } } }, 'settings.detection.daysBack'],
    [{ settings: { color: 'red' } }, 'settings'],
    [{ name: '' }, 'name'],
  ])('refuses %j', async (input, field) => {
    const context = await newContext(use.database)
    await expect(perform(updateOrganization, context, input)).rejects.toMatchObject({
      code: 'invalid_input',
      fields: [{ field: expect.stringContaining(field) }],
    })
    expect(await context.db.row(sql`select settings from organizations`)).toEqual({ settings: {} })
  })
})
