import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { listAlerts } from '../../src/alerts/list.ts'
import { createCheck } from '../../src/checks/create.ts'
import { evaluateChecks } from '../../src/checks/evaluate.ts'
import { getCheck } from '../../src/checks/get.ts'
import { listChecks } from '../../src/checks/list.ts'
import { releaseCheck } from '../../src/checks/release.ts'
import { retireCheck } from '../../src/checks/retire.ts'
import type { Context } from '../../src/context.ts'
import { addDays, type IsoDate } from '../../src/dates.ts'
import { perform } from '../../src/operation.ts'
import { listPatternActions } from '../../src/patterns/actions/list.ts'
import type { Condition } from '../../src/patterns/scope/condition.ts'
import { insertClaims, type ClaimSpec } from '../factories/claims.ts'
import { insertCheck, insertScopedPattern } from '../factories/patterns.ts'
import { newContext, useDatabase } from '../support/database.ts'

const REASON = 'Authorization absent'
const SCOPE: Condition[] = [
  { field: 'payer', op: 'is', value: 'P1' },
  { field: 'procedureCode', op: 'is', value: '99213' },
  { field: 'modifier', op: 'lacks', value: '25' },
]

const use = useDatabase()
let context: Context
beforeEach(async () => {
  context = await newContext(use.database)
})

/** Decided ten days after service, so that all days up to 2026-03-21 are mature on the last of March. */
const claim = (id: string, served: IsoDate, more: Partial<ClaimSpec> = {}): ClaimSpec => ({
  id,
  served,
  submitted: served,
  decided: addDays(served, 10),
  procedure: '99213',
  billed: 100,
  ...more,
})
const several = (count: number, prefix: string, served: IsoDate, more: Partial<ClaimSpec> = {}) =>
  Array.from({ length: count }, (_, at) => claim(`${prefix}${at}`, addDays(served, at), more))

/** 34 claims of the later period: 14 with an alert, 6 of them denied for the reason; of the 20 others 2. */
const laterPeriod = (): ClaimSpec[] => [
  ...several(6, 'denied', '2026-01-01', { carc: '197' }),
  ...several(6, 'paid', '2026-01-10'),
  claim('another-reason', '2026-02-01', { carc: '50' }),
  claim('another-line', '2026-02-02', {
    lines: [
      { billed: 100, procedure: '99213' },
      { billed: 60, procedure: '93000', carc: '197' },
    ],
  }),
  ...several(18, 'modified', '2026-02-10', { modifiers: ['25'] }),
  ...several(2, 'modified-denied', '2026-03-01', { modifiers: ['25'], carc: '197' }),
]
/** In the scope and denied for the reason, and yet not counted: seen by the search, too young, pending, a duplicate, no claim. */
const apart = (): ClaimSpec[] => [
  claim('seen', '2025-12-31', { carc: '197' }),
  claim('young', '2026-03-22', { decided: '2026-03-30', carc: '197' }),
  { id: 'pending', served: '2026-01-10', submitted: '2026-01-10', procedure: '99213' },
  claim('duplicate', '2026-01-11', { duplicate: true }),
  claim('authorization', '2026-01-12', { use: 'preauthorization', carc: '197' }),
]

const pattern = (more: Partial<Parameters<typeof insertScopedPattern>[1]> = {}) =>
  insertScopedPattern(context, { id: 'PTN-1', reason: REASON, scope: SCOPE, title: 'P1 denies 99213 without modifier 25', ...more })

describe('a pattern made a check', () => {
  it('is tested on the later claims that are decided, and starts in shadow', async () => {
    await insertClaims(context, [...laterPeriod(), ...apart()])
    await pattern()
    const check = await perform(createCheck, context, { patternId: 'PTN-1' })
    expect(check).toMatchObject({
      patternId: 'PTN-1',
      state: 'shadow',
      reason: REASON,
      scope: SCOPE,
      since: '2026-03-22',
      latest: null,
      createdBy: 'test',
      backTest: {
        start: '2026-01-01',
        end: '2026-03-22',
        claims: 34,
        alerts: 14,
        alertsPerThousand: 411.76,
        denied: 6,
        precision: 42.86,
        interval: { low: 21.38, high: 67.41 },
        rateElsewhere: 10,
        deniedAmount: 600,
      },
    })
    expect(check.missingForRelease).toMatch(/^0 claims of the shadow period/)
    expect(await perform(getCheck, context, { id: check.id })).toEqual(check)
    await expect(perform(createCheck, context, { patternId: 'PTN-1' })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('has a check already'),
    })
  })

  it('says what its own scope says, whatever became of its pattern', async () => {
    await pattern()
    await insertCheck(context, { id: 'CHK-1', patternId: 'PTN-1' })
    const { title } = await perform(getCheck, context, { id: 'CHK-1' })
    expect(title).toBe((await context.db.row<{ title: string }>(sql`select title from patterns`))!.title)
    await context.db.run(
      sql`insert into payers (organization_id, id, name) values (${context.organization.id}, 'P1', 'Northfield Health') on conflict do nothing`,
    )
    await context.db.run(sql`update patterns set title = 'Payer P2 denies 99214', scope = '[{ "field": "payer", "op": "is", "value": "P2" }]'`)
    expect((await perform(getCheck, context, { id: 'CHK-1' })).title).toBe(`Northfield Health denies 99213 when modifier 25 is missing: ${REASON}`)
  })

  it('counts a denial of a claim as a whole once, and claims without lines by what they say themselves', async () => {
    await insertClaims(context, [
      ...several(20, 'whole', '2026-01-01', { lines: [], carc: '197', billed: 50, payer: 'P9' }),
      ...several(20, 'other', '2026-01-01'),
    ])
    await pattern({ scope: [{ field: 'payer', op: 'is', value: 'P9' }] })
    const { backTest } = await perform(createCheck, context, { patternId: 'PTN-1' })
    expect(backTest).toMatchObject({ claims: 40, alerts: 20, denied: 20, deniedAmount: 1000, rateElsewhere: 0 })
  })

  it.each([
    ['is not confirmed: there are too few', { confirmed: null }],
    ['is not confirmed: the claims served from 2026-01-01 on', { confirmed: false }],
    ['it was found by its reason alone', { scope: [] }],
    ['it is archived', { status: 'archived' }],
    [
      'no adjudicated claim served from 2026-01-01 to 2026-03-21 has a line in its scope',
      { scope: [{ field: 'payer' as const, op: 'is' as const, value: 'P7' }] },
    ],
  ])('is refused where %s', async (why, more) => {
    await insertClaims(context, laterPeriod())
    await pattern(more)
    await expect(perform(createCheck, context, { patternId: 'PTN-1' })).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining(why) })
  })

  it('is refused while nothing says which days are mature, or none of the later ones is', async () => {
    await pattern()
    await expect(perform(createCheck, context, { patternId: 'PTN-1' })).rejects.toThrow('too few decisions yet')
    await insertClaims(context, several(30, 'early', '2025-11-01'))
    await pattern({ id: 'PTN-2', laterStart: '2026-03-25', scope: SCOPE.slice(1) })
    await expect(perform(createCheck, context, { patternId: 'PTN-2' })).rejects.toThrow('Of the claims served from 2026-03-25 on')
    await expect(perform(createCheck, context, { patternId: 'PTN-3' })).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('release', () => {
  beforeEach(async () => {
    await pattern()
    await insertCheck(context, { id: 'CHK-1', patternId: 'PTN-1', state: 'shadow' })
  })
  const manager = () => ({ ...context, actor: { id: 'lead', role: 'manager' as const } })

  it('needs evidence from the shadow, or a reason; it is an action on the pattern', async () => {
    await expect(perform(releaseCheck, manager(), { id: 'CHK-1' })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('20 are needed'),
    })
    const released = await perform(releaseCheck, manager(), { id: 'CHK-1', anyway: 'The payer has announced the edit' })
    expect(released).toMatchObject({ state: 'live', liveBy: 'lead', liveAt: '2026-03-31T12:00:00.000Z', missingForRelease: null })
    const { actions } = await perform(listPatternActions, context, { patternId: 'PTN-1' })
    expect(actions).toMatchObject([
      { kind: 'system_configuration', happenedOn: '2026-03-31', note: expect.stringMatching(/^Check CHK-1 warns .* The payer has announced the edit$/) },
    ])
    await expect(perform(releaseCheck, manager(), { id: 'CHK-1', anyway: 'again' })).rejects.toThrow('Check CHK-1 is live; only one in shadow can be released.')
  })

  it('is for managers and those above them', async () => {
    await expect(perform(releaseCheck, { ...context, actor: { id: 'ana', role: 'analyst' } }, { id: 'CHK-1', anyway: 'x' })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  it('needs no reason once the shadow has shown enough', async () => {
    await context.db.run(sql`update pattern_checks set latest = back_test where organization_id = ${context.organization.id}`)
    expect(await perform(releaseCheck, manager(), { id: 'CHK-1' })).toMatchObject({ state: 'live' })
  })

  it('ends by retirement, which keeps who and why, and lets the pattern be made a check again', async () => {
    await insertClaims(context, laterPeriod())
    const retired = await perform(retireCheck, manager(), { id: 'CHK-1', reason: 'The contract has ended' })
    expect(retired).toMatchObject({ state: 'retired', retiredBy: 'lead', retiredBecause: 'The contract has ended' })
    await expect(perform(retireCheck, manager(), { id: 'CHK-1', reason: 'x' })).rejects.toThrow('Check CHK-1 is retired already.')
    const { id } = await perform(createCheck, context, { patternId: 'PTN-1' })
    const ids = async (input: object) => (await perform(listChecks, context, input)).checks.map((check) => check.id)
    expect(await ids({})).toEqual([id])
    expect(await ids({ state: 'all', pattern: 'PTN-1' })).toEqual([id, 'CHK-1'])
    expect(await ids({ state: 'retired' })).toEqual(['CHK-1'])
    expect(await ids({ pattern: 'PTN-2' })).toEqual([])
  })
})

describe('evaluation', () => {
  it('counts what a check has said since, and leaves one that still holds', async () => {
    await insertClaims(context, laterPeriod())
    await pattern()
    await insertCheck(context, { id: 'CHK-1', patternId: 'PTN-1', since: '2026-01-03' })
    expect(await perform(evaluateChecks, context, {})).toMatchObject({ evaluated: 1, retired: [] })
    // Without the first two days: four of six denials, twelve of fourteen alerts.
    expect(await perform(getCheck, context, { id: 'CHK-1' })).toMatchObject({
      state: 'live',
      evaluatedAt: '2026-03-31T12:00:00.000Z',
      latest: { start: '2026-01-03', end: '2026-03-22', claims: 32, alerts: 12, denied: 4, deniedAmount: 400 },
    })
  })

  it('ends one that has drifted, and tells people', async () => {
    await insertClaims(context, several(30, 'paid', '2026-01-01'))
    await pattern()
    await insertCheck(context, { id: 'CHK-1', patternId: 'PTN-1', since: '2026-01-01' })
    expect(await perform(evaluateChecks, context, {})).toMatchObject({ evaluated: 1, retired: ['CHK-1'] })
    const check = await perform(getCheck, context, { id: 'CHK-1' })
    expect(check).toMatchObject({ state: 'retired', retiredBecause: expect.stringMatching(/^It has drifted: 0 of 30 claims .* less than half of the 40\.0 %/) })
    const { alerts } = await perform(listAlerts, context, {})
    expect(alerts).toMatchObject([{ kind: 'check_retired', subject: 'CHK-1', message: expect.stringContaining('mended before they are sent') }])
    expect(await perform(evaluateChecks, context, {})).toMatchObject({ evaluated: 0, retired: [] })
  })

  it('says nothing of a check without a mature day, and looks back half a year at most', async () => {
    await insertClaims(context, several(30, 'long-ago', '2025-05-01'))
    await pattern()
    await insertCheck(context, { id: 'CHK-1', patternId: 'PTN-1', since: '2026-03-30' })
    expect(await perform(evaluateChecks, context, {})).toMatchObject({ evaluated: 0 })
    await context.db.run(sql`update pattern_checks set since = '2025-01-01' where organization_id = ${context.organization.id}`)
    await perform(evaluateChecks, context, {})
    expect((await perform(getCheck, context, { id: 'CHK-1' })).latest).toMatchObject({ start: '2025-09-23', end: '2026-03-22', claims: 0, precision: null })
  })
})
