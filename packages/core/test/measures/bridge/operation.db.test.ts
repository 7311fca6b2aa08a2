import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Context } from '../../../src/context.ts'
import { addDays } from '../../../src/dates.ts'
import { bridgeClaims } from '../../../src/measures/bridge/claims.ts'
import { claimDefinitionKeys, claimsOf, definitionKeys, type DefinitionKey } from '../../../src/measures/bridge/definitions.ts'
import { metricsBridge } from '../../../src/measures/bridge/operation.ts'
import type { Bridge } from '../../../src/measures/bridge/schemas.ts'
import { classified } from '../../../src/measures/bridge/sql.ts'
import { dashboardMetrics } from '../../../src/measures/dashboard/operation.ts'
import { refreshOrganizationDays } from '../../../src/measures/organization-daily/refresh.ts'
import { perform } from '../../../src/operation.ts'
import { arbitraryClaims, randomDays } from '../../factories/arbitrary-claims.ts'
import { insertClaims, type AppealSpec, type ClaimSpec } from '../../factories/claims.ts'
import { newContext, useDatabase } from '../../support/database.ts'
import { recountFlags } from './recount.ts'

const submitted = '2026-03-10'
const decided = '2026-03-20'
const halves = [{ billed: 60 }, { billed: 40, carc: '11' }]
const COURSES: Omit<ClaimSpec, 'submitted' | 'decided'>[] = [
  { id: 'paid', billed: 100 },
  { id: 'denied', billed: 200, carc: '50' },
  { id: 'unknown-patient', billed: 50, carc: '31' },
  { id: 'won', billed: 300, carc: '197', overturnedOn: '2026-03-25' },
  { id: 'half', lines: halves },
  { id: 'duplicate', billed: 70, duplicate: true },
  { id: 'appealed', billed: 90, carc: '50', appeals: [{ filed: '2026-03-22' }] },
  {
    id: 'denied-later',
    billed: 110,
    later: [
      { on: '2026-03-25', paid: -110, kind: 'reversal' },
      { on: '2026-03-25', paid: 0, carc: '50' },
    ],
  },
  { id: 'of-second-payer', billed: 40, carc: '50' },
  { id: 'stated', billed: 30, carc: '50' },
  { id: 'taken-back', billed: 20, carc: '50', later: [{ on: '2026-03-25', paid: 0, kind: 'reversal' }] },
  {
    id: 'won-in-part',
    lines: [
      { billed: 100, carc: '50' },
      { billed: 100, carc: '50' },
    ],
    overturnedOn: '2026-03-25',
    recovered: 100,
  },
  { id: 'paid-under-4', billed: 10 },
  {
    id: 'half-then-all',
    lines: halves,
    later: [
      { on: '2026-03-25', paid: [-60, 0], kind: 'reversal' },
      { on: '2026-03-25', paid: [0, 0], carc: '50' },
    ],
  },
]
const CLAIMS = COURSES.map((course): ClaimSpec => ({ ...course, submitted, decided }))

async function example(context: Context) {
  await insertClaims(context, [
    ...CLAIMS,
    { id: 'waits', submitted, billed: 80 },
    { id: 'asked', submitted, decided, billed: 900, use: 'preauthorization' },
    { id: 'too-early', submitted: '2025-12-31', decided, billed: 900, carc: '50' },
    { id: 'tomorrow', submitted: '2026-04-01', billed: 900 },
  ])
  const change = (claim: string, column: string, value: string | null) =>
    context.db.run(sql`update adjudications set ${sql.raw(column)} = ${value} where organization_id = ${context.organization.id} and claim_id = ${claim}`)
  await change('unknown-patient', 'status_code', '4')
  await change('paid-under-4', 'status_code', '4')
  await change('stated', 'status_code', null)
  await change('of-second-payer', 'payer_rank', 'secondary')
}

const fractionsOf = ({ definitions }: Bridge) => Object.fromEntries(definitions.map(({ key, numerator, denominator }) => [key, [numerator, denominator]]))
const stepsOf = ({ waterfall }: Bridge) =>
  waterfall.steps.map(({ key, claims, change, numerator, denominator }) => [key, claims, change?.numerator, change?.denominator, numerator, denominator])
const claimsOfStep = async (context: Context, input: Record<string, unknown>) => (await perform(bridgeClaims, context, input)).claims.map(({ id }) => id)

describe('the bridge between definitions', () => {
  const use = useDatabase()

  it('counts one period under every definition, as counted by hand', async () => {
    const context = await newContext(use.database)
    await example(context)
    const bridge = await perform(metricsBridge, context, {})
    expect(bridge.window).toEqual({ start: '2026-01-01', end: '2026-04-01' })
    expect(fractionsOf(bridge)).toEqual({
      initial: [8, 13],
      initial_or_partial: [10, 13],
      submitted: [8, 15],
      primary: [7, 12],
      with_duplicates: [9, 14],
      final: [7, 13],
      final_of_initial: [5, 8],
      status_denied: [7, 15],
      clp02_4: [2, 13],
      lines: [11, 16],
      dollars: [1010, 1350],
      submitted_dollars: [930, 1500],
    })
    expect(new Set(bridge.definitions.map(({ rate }) => rate)).size).toBe(12)
    expect(bridge.definitions.find(({ key }) => key === 'dollars')).toMatchObject({ unit: 'dollars', rate: 74.81 })
    expect(fractionsOf(await perform(metricsBridge, context, { payer: 'P2' })).status_denied).toEqual([0, 0])
  })

  it('leads from one definition to another in steps that name their claims', async () => {
    const context = await newContext(use.database)
    await example(context)
    const bridge = await perform(metricsBridge, context, {})
    expect(bridge.waterfall).toMatchObject({
      from: { key: 'status_denied', numerator: 7, denominator: 15, rate: 46.67 },
      to: { key: 'initial', numerator: 8, denominator: 13, rate: 61.54 },
    })
    expect(stepsOf(bridge)).toEqual([
      ['pending', 1, 0, -1, 7, 14],
      ['duplicate', 1, -1, -1, 6, 13],
      ['under_appeal', 1, 1, 0, 7, 13],
      ['paid_later', 1, 1, 0, 8, 13],
      ['partly_paid_later', 1, 1, 0, 9, 13],
      ['taken_back', 1, 1, 0, 10, 13],
      ['denied_later', 1, -1, 0, 9, 13],
      ['denied_in_full_later', 1, -1, 0, 8, 13],
    ])
    const named = await Promise.all(bridge.waterfall.steps.map(({ key }) => claimsOfStep(context, { step: key })))
    expect(named.flat()).toEqual(['waits', 'duplicate', 'appealed', 'won', 'won-in-part', 'taken-back', 'denied-later', 'half-then-all'])
    const { claims } = await perform(bridgeClaims, context, { step: 'under_appeal' })
    expect(claims).toEqual([
      {
        id: 'appealed',
        submissionDate: submitted,
        payerId: 'P1',
        payerName: 'Payer P1',
        status: 'appealed',
        initialOutcome: 'denied',
        finalOutcome: 'denied',
        isDuplicate: false,
        denialReason: 'Not medically necessary',
        billedAmount: 90,
        paidAmount: 0,
        deniedAmount: 90,
        lineCount: 1,
        deniedLineCount: 1,
        before: { numerator: false, denominator: true },
        after: { numerator: true, denominator: true },
      },
    ])
  })

  it('explains status code 4, and steps from claims to lines and charges', async () => {
    const context = await newContext(use.database)
    await example(context)
    expect(stepsOf(await perform(metricsBridge, context, { from: 'clp02_4', to: 'primary' }))).toEqual([
      ['duplicate', 1, 0, -1, 2, 12],
      ['no_primary_decision', 1, 0, -1, 2, 11],
      ['no_remittance', 1, 1, 1, 3, 12],
      ['other_code', 5, 5, 0, 8, 12],
      ['code_4_not_denied', 1, -1, 0, 7, 12],
    ])
    const toLines = await perform(metricsBridge, context, { from: 'dollars', to: 'lines' })
    expect(stepsOf(toLines)).toEqual([
      ['by_claim', 10, undefined, undefined, 10, 13],
      ['by_line', 10, undefined, undefined, 11, 16],
    ])
    expect(toLines.waterfall.from).toMatchObject({ unit: 'dollars', numerator: 1010, denominator: 1350 })
    expect(await claimsOfStep(context, { from: 'dollars', to: 'lines', step: 'by_line' })).toHaveLength(10)
    expect(stepsOf(await perform(metricsBridge, context, { from: 'initial', to: 'submitted_dollars' })).map(([key]) => key)).toEqual([
      'pending',
      'duplicate',
      'by_dollar',
    ])
    expect(stepsOf(await perform(metricsBridge, context, { from: 'lines', to: 'lines' }))).toEqual([])
  })

  it('pages through the claims of a step, the latest first, across weeks', async () => {
    const context = await newContext(use.database)
    const specs = Array.from({ length: 40 }, (_, n): ClaimSpec => ({ id: `C${String(n).padStart(2, '0')}`, submitted: addDays('2026-03-31', -n * 2) }))
    await insertClaims(context, specs)
    const pages = await Promise.all([1, 2, 3, 4].map((page) => claimsOfStep(context, { step: 'pending', page, limit: 15 })))
    expect(pages.map(({ length }) => length)).toEqual([15, 15, 10, 0])
    expect(pages.flat()).toEqual(specs.map(({ id }) => id))
    const { pagination } = await perform(bridgeClaims, context, { step: 'pending', limit: 15, start: '2026-03-01', end: '2026-03-31' })
    expect(pagination).toEqual({ total: 15, page: 1, limit: 15, pages: 1 })
  })

  it('refuses steps and periods that are none', async () => {
    const context = await newContext(use.database)
    const refused = { code: 'invalid_input' }
    await expect(perform(bridgeClaims, context, { step: 'by_line' })).rejects.toMatchObject({ ...refused, fields: [{ field: 'step' }] })
    await expect(perform(bridgeClaims, context, { step: 'other_code' })).rejects.toMatchObject(refused)
    for (const period of [
      { start: '2026-01-01' },
      { end: '2026-01-01' },
      { start: '2026-01-01', end: '2026-01-01' },
      { start: '2025-01-01', end: '2026-01-03' },
    ])
      await expect(perform(metricsBridge, context, period)).rejects.toMatchObject(refused)
    expect((await perform(metricsBridge, context, { start: '2025-01-01', end: '2026-01-02' })).definitions[0]).toMatchObject({ denominator: 0, rate: null })
  })

  it('adds up: each claim that two definitions count differently is in exactly one step, whatever the claims', async () => {
    const changes = fc.array(
      fc.record({
        code: fc.constantFrom('1', '4', null),
        rank: fc.constantFrom('primary', 'secondary', null),
        appeals: fc.constantFrom<AppealSpec[]>([], [{ filed: '2026-02-01' }]),
      }),
      { minLength: 25, maxLength: 25 },
    )
    const pair = fc.tuple(fc.constantFrom<DefinitionKey>(...definitionKeys), fc.constantFrom<DefinitionKey>(...definitionKeys))
    const pairs = fc.array(pair, { minLength: 6, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(arbitraryClaims, changes, pairs, fc.constantFrom(undefined, 'P1'), async (specs, given, pairs, payer) => {
        const context = { ...(await newContext(use.database)), now: new Date('2026-01-08T12:00:00Z') }
        const appeals = (index: number) => given[index]!.appeals
        await insertClaims(
          context,
          specs.map((spec, index) => ({ ...spec, appeals: appeals(index) })),
        )
        for (const [index, { code, rank }] of given.entries())
          await context.db.run(sql`
            update adjudications set status_code = ${code}, payer_rank = ${rank}
            where organization_id = ${context.organization.id} and claim_id = ${`C${String(index).padStart(3, '0')}`} and kind = 'original' and id % 2 = 0`)
        const window = { start: randomDays[0]!, end: addDays(randomDays[0]!, randomDays.length) }
        const recounted = await recountFlags(context, window, payer)
        const input = { ...window, ...(payer && { payer }) }
        for (const [from, to] of pairs) {
          const bridge = await perform(metricsBridge, context, { ...input, from, to })
          const fractions = fractionsOf(bridge)
          for (const key of claimDefinitionKeys)
            expect([key, ...fractions[key]!]).toEqual([
              key,
              recounted.filter((flags) => flags[key].numerator).length,
              recounted.filter((flags) => flags[key].denominator).length,
            ])
          const { steps } = bridge.waterfall
          const last = steps.at(-1) ?? bridge.waterfall.from
          expect([last.numerator, last.denominator]).toEqual(fractions[to])
          const [base, target] = [claimsOf(from), claimsOf(to)]
          const changed = steps.filter(({ change }) => change !== null)
          const sum = (end: 'numerator' | 'denominator') => changed.reduce((total, { change }) => total + change![end], 0)
          expect([sum('numerator'), sum('denominator')]).toEqual([fractions[target]![0]! - fractions[base]![0]!, fractions[target]![1]! - fractions[base]![1]!])
          const listed: string[] = []
          for (const { key, claims } of changed) {
            const ids = await claimsOfStep(context, { ...input, from, to, step: key, limit: 200 })
            expect(ids).toHaveLength(claims)
            listed.push(...ids)
          }
          const differing = recounted.filter(
            (flags) => flags[base].numerator !== flags[target].numerator || flags[base].denominator !== flags[target].denominator,
          )
          expect(listed.sort()).toEqual(differing.map(({ id }) => id).sort())
        }
      }),
      { numRuns: 12 },
    )
  })

  it('has one reason for every course of a claim, between any two definitions', async () => {
    const context = await newContext(use.database)
    // Every combination of facts that a claim can have: what it says of its latest decision follows from that.
    const course = sql`
      select initial, final, status, is_duplicate, initial <> 'pending' and not is_duplicate as adjudicated, primary_decided, code
      from (values ('pending', 'none', 'pending', false)) as undecided(initial, final, status, is_duplicate)
      cross join (values (false, '')) as nobody(primary_decided, code)
      union all
      select initial, final, status, is_duplicate, not is_duplicate, primary_decided, code
      from (values ('paid', false), ('partially_denied', false), ('denied', false), ('denied', true)) as first(initial, is_duplicate)
      cross join (values ('none', 'pending'), ('paid', 'paid'), ('paid', 'overturned'), ('partially_denied', 'partially_denied'), ('partially_denied', 'appealed'),
        ('partially_denied', 'overturned'), ('denied', 'denied'), ('denied', 'appealed')) as last(final, status)
      cross join (values (true), (false)) as payer(primary_decided) cross join (values ('1'), ('4'), ('')) as remittance(code)`
    for (const from of claimDefinitionKeys)
      for (const to of claimDefinitionKeys) {
        const found = await context.db.rows<{ reason: string | null; differs: boolean }>(sql`
          select reason, (from_numerator, from_denominator) <> (to_numerator, to_denominator) as differs, from_numerator <= from_denominator as within
          from (${classified(course, [from, to])}) claim`)
        expect(found).toHaveLength(193)
        for (const claim of found)
          expect([from, to, claim]).toEqual([from, to, { reason: claim.differs ? expect.any(String) : null, differs: claim.differs, within: true }])
      }
  })

  it('says what the dashboard says of the same days', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryClaims, fc.constantFrom(3, 8), fc.constantFrom(undefined, 'P1'), async (specs, days, payer) => {
        const context = { ...(await newContext(use.database)), now: new Date('2026-01-08T12:00:00Z') }
        await insertClaims(context, specs)
        await refreshOrganizationDays(context.db, context.organization.id, 'submission', randomDays, 'test')
        const input = { days, ...(payer && { payer }) }
        const dashboard = await perform(dashboardMetrics, context, input)
        const { definitions, window } = await perform(metricsBridge, context, input)
        const of = (key: DefinitionKey) => definitions.find((definition) => definition.key === key)!
        expect(window).toEqual(dashboard.window)
        expect([of('initial').numerator, of('initial').denominator]).toEqual([dashboard.deniedClaims, dashboard.adjudicatedClaims])
        expect([of('dollars').numerator, of('dollars').denominator]).toEqual([dashboard.deniedAmount, dashboard.adjudicatedAmount])
        expect([of('initial').rate, of('final').rate, of('lines').rate, of('dollars').rate]).toEqual([
          dashboard.denialRate,
          dashboard.finalDenialRate,
          dashboard.lineDenialRate,
          dashboard.dollarDenialRate,
        ])
        expect(of('status_denied').denominator).toBe(dashboard.totalClaims)
      }),
      { numRuns: 8 },
    )
  })
})
