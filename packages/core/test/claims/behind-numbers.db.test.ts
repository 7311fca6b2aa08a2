import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listAppeals } from '../../src/appeals/list.ts'
import { listClaims } from '../../src/claims/list.ts'
import { recomputeAll, recomputeMarked } from '../../src/computation/recompute.ts'
import type { Context } from '../../src/context.ts'
import { importPaths } from '../../src/imports/run.ts'
import { undoImport } from '../../src/imports/undo/operation.ts'
import { dashboardMetrics } from '../../src/measures/dashboard/operation.ts'
import { providerMetrics } from '../../src/measures/dashboard/provider/operation.ts'
import { markDaysOf } from '../../src/measures/marks.ts'
import { perform } from '../../src/operation.ts'
import { getPolicy } from '../../src/policies/get.ts'
import { getProvider } from '../../src/providers/get.ts'
import { refreshProvidersOperation } from '../../src/providers/operations.ts'
import { claimsWithCodes, firstDay, randomDays } from '../factories/arbitrary-claims.ts'
import { insertClaims, type ClaimSpec } from '../factories/claims.ts'
import { useFolder } from '../imports/undo/files.ts'
import { insertPolicies } from '../policies/policies.ts'
import { newContext, useDatabase } from '../support/database.ts'

// The last 30 days are those from 2 January on: the first of the random days is before them.
const now = new Date('2026-01-31T12:00:00Z')
const PROVIDERS = ['DR1', 'DR2']
const POLICIES = ['CODE', 'MODIFIER', 'LIMIT']

/** How many claims a list says, which it also holds: random sets fit on a page. */
async function listed(context: Context, filter: object): Promise<number> {
  const { claims, pagination } = await perform(listClaims, context, { ...filter, limit: 200 })
  expect(new Set(claims.map(({ id }) => id)).size).toBe(pagination.total)
  return pagination.total
}

async function appealsListed(context: Context, filter: object): Promise<number> {
  const { appeals, pagination } = await perform(listAppeals, context, { outcome: 'all', ...filter, limit: 200 })
  expect(appeals).toHaveLength(pagination.total)
  return pagination.total
}

/** Counts of screens, each beside that of the list to which it leads. */
async function counts(context: Context): Promise<[what: string, number: number | null, list: number][]> {
  const found: [string, number | null, number][] = []
  for (const payer of [undefined, 'P1']) {
    const metrics = await perform(dashboardMetrics, context, { payer })
    const { totalClaims, pendingClaims, adjudicatedClaims, deniedClaims, partiallyDeniedClaims, duplicateClaims } = metrics
    const of = async (what: string, number: number, initial?: string) => {
      found.push([payer === undefined ? what : `${what} of ${payer}`, number, await listed(context, { payer, initial })])
    }
    await of('claims', totalClaims)
    await of('waiting', pendingClaims, 'none')
    await of('decided', adjudicatedClaims, 'decided')
    await of('duplicates', duplicateClaims, 'duplicate')
    await of('denied', deniedClaims, 'denied')
    await of('partially denied', partiallyDeniedClaims, 'partially_denied')
    await of('denied wholly or in part', deniedClaims + partiallyDeniedClaims, 'any_denied')
    await of('paid', adjudicatedClaims - deniedClaims - partiallyDeniedClaims, 'paid')
  }
  await perform(refreshProvidersOperation, context, {})
  for (const id of PROVIDERS) {
    const { adjudicatedClaims, pendingClaims, deniedClaims, appeals } = await perform(providerMetrics, context, { id })
    const of = (initial: string) => listed(context, { servedBy: id, basis: 'service', initial })
    found.push([`decided of ${id}`, adjudicatedClaims, await of('decided')], [`waiting of ${id}`, pendingClaims, await of('none')])
    found.push([`denied of ${id}`, deniedClaims, await of('denied')])
    found.push([`appeals of ${id}`, appeals.filed, await appealsListed(context, { servedBy: id, filedWithin: 30 })])
    found.push([`decided appeals of ${id}`, appeals.decided, await appealsListed(context, { servedBy: id, decidedWithin: 30 })])
    const { provider } = await perform(getProvider, context, { id })
    const { start, end } = provider.window!
    const ofYear = (initial: string) => listed(context, { servedBy: id, basis: 'service', dateRange: `${start}/${end}`, initial })
    found.push(
      [`decided in a year of ${id}`, provider.claimCount, await ofYear('decided')],
      [`denied in a year of ${id}`, provider.deniedCount, await ofYear('denied')],
    )
    found.push([`waiting of a year of ${id}`, provider.pendingCount, await ofYear('none')])
    found.push([`won appeals of ${id}`, appeals.won, await appealsListed(context, { servedBy: id, decidedWithin: 30, outcome: 'won' })])
  }
  for (const id of POLICIES) {
    const { policy } = await perform(getPolicy, context, { id })
    const of = (policyCount: string) => listed(context, { policy: id, policyCount, dateRange: 'all' })
    found.push([`hit by ${id}`, policy.hitCount, await of('hit')], [`denied by ${id}`, policy.deniedCount, await of('denied')])
    found.push([`appealed of ${id}`, policy.appealedClaimCount, await of('appealed')])
    found.push([`appeal decided of ${id}`, policy.appealDecidedClaimCount, await of('appeal_decided')])
    found.push([`overturned of ${id}`, policy.overturnedClaimCount, await of('overturned')])
    found.push([`without the modifier of ${id}`, policy.withoutModifierCount, await of('without_modifier')])
    found.push([`denied without the modifier of ${id}`, policy.withoutModifierDeniedCount, await of('without_modifier_denied')])
  }
  return found
}

const numbers = (found: Awaited<ReturnType<typeof counts>>) => found.map(([what, number]) => [what, number])
const lists = (found: Awaited<ReturnType<typeof counts>>) => found.map(([what, , list]) => [what, list])

async function practice(use: ReturnType<typeof useDatabase>): Promise<Context> {
  const context = { ...(await newContext(use.database)), now }
  await insertPolicies(context, [
    { id: 'CODE', codes: ['20610', '99213'] },
    { id: 'MODIFIER', codes: ['99213'], conditions: { modifier_required: ['25'] } },
    { id: 'LIMIT', codes: ['20610'], effective: [randomDays[2]!, null] },
  ])
  return context
}

describe('the claims behind a number', () => {
  const use = useDatabase()
  const write = useFolder()

  it('are as many as it says: duplicates, waiting ones, those taken back, paid later, asked only, of other days', async () => {
    const context = await practice(use)
    const decided = '2026-01-20'
    const served = '2026-01-05'
    const line = { billed: 40, procedure: '99213' }
    await insertClaims(context, [
      { id: 'paid', submitted: '2026-01-06', served, decided, procedure: '99213', modifiers: ['25'] },
      { id: 'denied', submitted: '2026-01-06', served, decided, carc: '4', procedure: '99213', modifiers: ['25'], appeals: [{ filed: '2026-01-22' }] },
      { id: 'half', submitted: '2026-01-06', served, decided, rendering: 'DR2', lines: [line, { ...line, carc: '4' }] },
      { id: 'duplicate', submitted: '2026-01-07', served, decided, duplicate: true, procedure: '99213' },
      { id: 'waits', submitted: '2026-01-07', served, procedure: '99213', modifiers: ['25'] },
      { id: 'asked', submitted: '2026-01-07', served, use: 'preauthorization', procedure: '99213' },
      { id: 'taken-back', submitted: '2026-01-08', served, decided, carc: '50', later: [{ on: '2026-01-25', paid: 0, kind: 'reversal' }] },
      {
        id: 'won',
        submitted: '2026-01-08',
        served,
        decided,
        carc: '4',
        procedure: '99213',
        modifiers: ['25'],
        overturnedOn: '2026-01-28',
        appeals: [
          { filed: '2025-12-30', outcome: 'upheld', decided: '2026-01-10' },
          { filed: '2026-01-21', outcome: 'overturned', decided: '2026-01-28' },
        ],
      },
      { id: 'before', submitted: '2026-01-01', served: '2025-10-31', decided, carc: '4', procedure: '99213', modifiers: ['25'] },
    ])
    await recomputeAll(context)
    const found = await counts(context)
    expect(lists(found)).toEqual(numbers(found))
    expect(Object.fromEntries(numbers(found))).toMatchObject({
      claims: 7,
      waiting: 1,
      decided: 5,
      duplicates: 1,
      'decided of DR1': 4,
      'appeals of DR1': 2,
      'decided appeals of DR1': 2,
      'won appeals of DR1': 1,
      'hit by MODIFIER': 3,
      'denied by MODIFIER': 2,
      'overturned of MODIFIER': 1,
      'without the modifier of MODIFIER': 1,
      'denied without the modifier of MODIFIER': 1,
    })
  })

  it('are as many as it says, whatever the claims, while days wait and once they are computed', async () => {
    const appeal = fc.record({
      filed: fc.constantFrom(...randomDays),
      outcome: fc.constantFrom('pending' as const, 'upheld' as const, 'overturned' as const, 'partially_overturned' as const),
      decided: fc.constantFrom(...randomDays),
    })
    const course = fc.record({ rendering: fc.constantFrom(undefined, ...PROVIDERS), appeals: fc.array(appeal, { maxLength: 2 }) })
    const claims = fc
      .tuple(claimsWithCodes, fc.array(course, { minLength: 25, maxLength: 25 }))
      .map(([specs, courses]) =>
        specs.map((spec, at): ClaimSpec => ({ ...spec, appeals: courses[at]!.appeals, ...(courses[at]!.rendering && { rendering: courses[at]!.rendering }) })),
      )
    await fc.assert(
      fc.asyncProperty(claims, fc.nat(), async (specs, cut) => {
        const context = await practice(use)
        const half = specs.length === 0 ? 0 : cut % specs.length
        // Of every provider there is one claim, so that each has its numbers.
        const known = PROVIDERS.map((provider): ClaimSpec => ({ id: `K-${provider}`, provider, submitted: firstDay, served: firstDay }))
        await insertClaims(context, [...known, ...specs.slice(0, half)])
        await recomputeAll(context)
        const rest = specs.slice(half)
        const later = await insertClaims(context, rest)
        await context.db.transaction((tx) =>
          markDaysOf(
            tx,
            context.organization.id,
            rest.map(({ id }) => id),
            `import:${later}`,
          ),
        )
        const marked = lists(await counts(context))
        await recomputeMarked(context)
        const computed = await counts(context)
        expect(lists(computed)).toEqual(numbers(computed))
        // Of days that wait claims are counted one by one, which comes to the same. What hits a policy is known only once it is computed.
        const isOfPolicy = ([what]: unknown[]) => POLICIES.some((policy) => String(what).endsWith(policy))
        expect(marked.filter((count) => !isOfPolicy(count))).toEqual(lists(computed).filter((count) => !isOfPolicy(count)))
      }),
      { numRuns: 6 },
    )
  })

  it('are as many as it says before an import, after it, and once it is undone', async () => {
    const context = await practice(use)
    const importing = async (name: string, claims: object[]) => {
      const [result] = await importPaths(context, [write(name, Buffer.from(JSON.stringify({ claims })))], { partial: false })
      await recomputeMarked(context)
      return result!.importId as number
    }
    const claim = { dateOfService: '2026-01-05', submissionDate: '2026-01-06', billedAmount: 200, paidAmount: 0, providerId: 'DR1', procedureCodes: ['20610'] }
    const denied = { ...claim, status: 'denied', processingDate: '2026-01-20' }
    await importing('first.json', [
      { ...claim, id: 'A', status: 'pending' },
      { ...claim, id: 'B', providerId: 'DR2', status: 'pending' },
      { ...denied, id: 'C', denialReason: 'Missing Modifier 25' },
    ])
    const before = await counts(context)
    expect(lists(before)).toEqual(numbers(before))
    const id = await importing('second.json', [
      { ...denied, id: 'A', denialReason: 'Duplicate claim' },
      { ...denied, id: 'B', providerId: 'DR2', denialReason: 'Missing Modifier 25' },
      { ...denied, id: 'D', denialReason: 'Missing Modifier 25' },
    ])
    const after = await counts(context)
    expect(lists(after)).toEqual(numbers(after))
    expect(Object.fromEntries(numbers(after))).toMatchObject({ waiting: 0, decided: 3, duplicates: 1, 'hit by CODE': 3 })
    await perform(undoImport, context, { id })
    const undone = await counts(context)
    expect(lists(undone)).toEqual(numbers(undone))
    expect(undone).toEqual(before)
    expect(Object.fromEntries(numbers(undone))).toMatchObject({ waiting: 2, decided: 1, duplicates: 0, 'hit by CODE': 1 })
  })

  it('are refused where the count is of no policy', async () => {
    const context = await practice(use)
    await expect(perform(listClaims, context, { policyCount: 'hit' })).rejects.toMatchObject({
      code: 'invalid_input',
      fields: [{ field: 'policyCount' }],
    })
    expect(await listed(context, { policy: 'nobody', policyCount: 'hit', dateRange: 'all' })).toBe(0)
  })
})
