import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { changeClaims } from '../../src/changes/claims.ts'
import { listChanges } from '../../src/changes/list.ts'
import { detectChangesOperation } from '../../src/changes/operation.ts'
import { recomputeAll } from '../../src/computation/recompute.ts'
import type { Context } from '../../src/context.ts'
import { addDays } from '../../src/dates.ts'
import { perform } from '../../src/operation.ts'
import { Random } from '../../src/synthetic/random.ts'
import { insertClaims, type ClaimSpec } from '../factories/claims.ts'
import { newContext, useDatabase } from '../support/database.ts'

const START = '2025-01-01'
const DAYS = 260
const ONSET = addDays(START, 150)
const NOW = new Date(`${addDays(START, DAYS + 12)}T12:00:00Z`)

/** Two payers, six claims a day each, decided after ten days. At P1 denials for a missing authorization (197) rise from 10 to 25 % at the onset. */
function practice(): ClaimSpec[] {
  const random = new Random().start(4, 1, 1)
  return Array.from({ length: DAYS * 12 }, (_, index) => {
    const served = addDays(START, Math.floor(index / 12))
    const payer = index % 2 === 0 ? 'P1' : 'P2'
    const rate = payer === 'P1' && served >= ONSET ? 0.25 : 0.1
    const denied = random.chance(rate) ? { carc: '197' } : random.chance(0.06) ? { carc: '50' } : {}
    return { id: `C${index}`, served, submitted: addDays(served, 2), decided: addDays(served, 10), payer, ...denied }
  })
}

describe('changes of denial rates', () => {
  const use = useDatabase()
  let context: Context
  beforeAll(async () => {
    context = { ...(await newContext(use.database)), now: NOW }
    await insertClaims(context, practice())
    await recomputeAll(context)
  }, 120_000)

  const rows = () => context.db.rows(sql`select to_jsonb(c) as row from rate_changes c order by id`)
  const alerts = () => context.db.rows<{ message: string; subject: string }>(sql`select message, subject from alerts where kind = 'rate_changed'`)

  it('finds the planted rise with its onset, and nothing of the rates that stay', async () => {
    const done = await perform(detectChangesOperation, context, {})
    expect(done).toMatchObject({ series: 4, changes: 1, created: 1, removed: 0 })
    const { changes, falseAlarmsPerYear } = await perform(listChanges, context, {})
    expect(falseAlarmsPerYear).toBe(1)
    expect(changes).toHaveLength(1)
    const [change] = changes
    expect(change).toMatchObject({ subject: 'payer_reason', payerId: 'P1', direction: 'up', endedOn: null, patternId: null })
    expect(change!.onsetInterval.low <= ONSET && change!.onsetInterval.high >= ONSET).toBe(true)
    expect(change!.before.denialRate).toBeGreaterThan(7)
    expect(change!.before.denialRate).toBeLessThan(13)
    expect(change!.after.interval!.low).toBeLessThan(25)
    expect(change!.after.interval!.high).toBeGreaterThan(25)
    // One false alarm of either direction in 50 years of six claims a day.
    expect(change!.runLength).toBe(Math.round(6 * 365.25 * 50))
  })

  it('tells of it once, without a word on patients, and writes nothing when nothing is new', async () => {
    const before = await rows()
    expect(await alerts()).toHaveLength(1)
    const [alert] = await alerts()
    const { changes } = await perform(listChanges, context, {})
    expect(alert!.message).toContain(`rose from ${changes[0]!.before.denialRate!.toFixed(1)} %`)
    expect(alert!.message).toContain(`from ${changes[0]!.onset} on`)
    expect(await perform(detectChangesOperation, { ...context, now: new Date(NOW.getTime() + 3_600_000) }, {})).toMatchObject({ created: 0, removed: 0 })
    expect(await rows()).toEqual(before)
    expect(await alerts()).toHaveLength(1)
  })

  it('lists exactly the denied claims since the onset', async () => {
    const { changes } = await perform(listChanges, context, {})
    const { id, onset, computedUntil, after } = changes[0]!
    const { claims, pagination } = await perform(changeClaims, context, { id, limit: 200 })
    expect(pagination.total).toBe(after.deniedCount)
    const expected = await context.db.rows<{ id: string }>(sql`
      select id from claims where payer_id = 'P1' and initial_outcome = 'denied' and first_denied_on is not null and date_of_service between ${onset} and ${computedUntil}
        and denial_carc = '197' order by date_of_service desc, id`)
    expect(claims.map(({ claimId }) => claimId)).toEqual(expected.map((row) => row.id))
    await expect(perform(changeClaims, context, { id: 999_999_999 })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is narrowed by payer, reason, direction and whether it still holds', async () => {
    const total = async (filter: object) => (await perform(listChanges, context, filter)).pagination.total
    const [change] = (await perform(listChanges, context, {})).changes
    expect(await total({ payer: 'P1', reason: change!.denialReason, direction: 'up', open: true })).toBe(1)
    for (const filter of [{ payer: 'P2' }, { reason: 'Another' }, { direction: 'down' }, { pattern: 'None' }]) expect(await total(filter)).toBe(0)
  })

  it('leaves out what was over before a day, and never what still holds', async () => {
    const idsSince = async (heldSince: string) => (await perform(listChanges, context, { heldSince })).changes.map(({ id }) => id)
    const { id, onset } = (await perform(listChanges, context, {})).changes[0]!
    expect(await idsSince(addDays(onset, 3_000))).toEqual([id])
    const ended = addDays(onset, 20)
    await context.db.run(sql`update rate_changes set ended_on = ${ended} where id = ${id}`)
    expect(await idsSince(addDays(ended, -1))).toEqual([id])
    expect(await idsSince(ended)).toEqual([])
    await context.db.run(sql`update rate_changes set ended_on = null where id = ${id}`)
  })

  it('watches mature days only: as of a month after the onset nothing can be known yet of most of it', async () => {
    const early = { ...context, now: new Date(`${addDays(ONSET, 8)}T12:00:00Z`) }
    const { computedUntil } = (await perform(listChanges, context, {})).changes[0]!
    expect(computedUntil < addDays(START, DAYS)).toBe(true)
    // The same claims, seen when none of the onset's decisions can have come: the change goes, and leaves a restatement.
    expect(await perform(detectChangesOperation, early, {})).toMatchObject({ changes: 0, removed: 1 })
    expect(await context.db.rows(sql`select metric, cause from metric_restatements where metric like 'change.%'`)).toEqual([
      { metric: 'change.up', cause: 'changes.detect' },
    ])
    expect((await perform(listChanges, context, {})).changes).toEqual([])
  })
})
