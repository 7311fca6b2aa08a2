import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listClaims } from '../../src/claims/list.ts'
import type { Context } from '../../src/context.ts'
import { perform } from '../../src/operation.ts'
import { arbitraryClaims } from '../factories/arbitrary-claims.ts'
import { recomputeMarked } from '../../src/computation/recompute.ts'
import { markDaysOf } from '../../src/measures/marks.ts'
import { insertClaims as insertUnmarked, type ClaimSpec } from '../factories/claims.ts'
import { newContext, useDatabase } from '../support/database.ts'

const idsOf = async (context: Context, input: Record<string, unknown> = {}) => (await perform(listClaims, context, input)).claims.map(({ id }) => id)
const all = { dateRange: 'all' }

/** With the marks of an import: until its days are computed, claims are counted one by one. */
async function insertClaims(context: Context, claims: readonly ClaimSpec[]): Promise<void> {
  await insertUnmarked(context, claims)
  await context.db.transaction((tx) =>
    markDaysOf(
      tx,
      context.organization.id,
      claims.map(({ id }) => id),
      'import:1',
    ),
  )
}

describe('the list of claims', () => {
  const use = useDatabase()
  const some = async () => {
    const context = await newContext(use.database)
    await insertClaims(context, [
      { id: 'A', submitted: '2026-03-31', served: '2026-01-01', billed: 50 },
      { id: 'B', submitted: '2026-03-02', served: '2026-03-01', decided: '2026-03-20', billed: 100, paid: 80, payer: 'P2' },
      { id: 'C', submitted: '2026-03-02', served: null, decided: '2026-03-20', billed: 300, carc: '50' },
      { id: 'D', submitted: '2026-03-01', served: '2026-02-01', decided: '2026-03-20', billed: 20, reason: 'Authorization absent', overturnedOn: '2026-03-25' },
      { id: 'E', submitted: null, served: '2026-02-02', billed: 7, provider: null, payer: null },
      { id: 'F', submitted: '2026-04-01', billed: 8 },
      { id: 'asked', submitted: '2026-03-30', use: 'preauthorization' },
    ])
    return context
  }

  it('holds the claims of the last days up to today, newest first', async () => {
    const context = await some()
    expect(await idsOf(context)).toEqual(['A', 'B', 'C'])
    expect(await idsOf(context, { dateRange: 31 })).toEqual(['A', 'B', 'C', 'D'])
    expect(await idsOf(context, { dateRange: '1' })).toEqual(['A'])
  })

  it('holds the claims of a window of days, its end left out', async () => {
    const context = await some()
    expect(await idsOf(context, { dateRange: '2026-03-01/2026-03-02' })).toEqual(['D'])
    expect(await idsOf(context, { dateRange: '2026-03-02/2026-04-02' })).toEqual(['F', 'A', 'B', 'C'])
    expect(await idsOf(context, { dateRange: '2026-02-01/2026-03-01', basis: 'service' })).toEqual(['D', 'E'])
    await recomputeMarked(context)
    expect((await perform(listClaims, context, { dateRange: '2026-03-02/2026-04-02' })).pagination.total).toBe(4)
  })

  it('puts claims without the date in question last', async () => {
    const context = await some()
    expect(await idsOf(context, all)).toEqual(['F', 'A', 'B', 'C', 'D', 'E'])
    expect(await idsOf(context, { ...all, sort: 'service' })).toEqual(['B', 'E', 'D', 'A', 'C', 'F'])
    expect(await idsOf(context, { ...all, sort: 'service', limit: 3, page: 2 })).toEqual(['A', 'C', 'F'])
    expect(await idsOf(context, { ...all, sort: 'service', limit: 5, page: 2 })).toEqual(['F'])
    expect(await idsOf(context, { ...all, sort: 'billed' })).toEqual(['C', 'B', 'A', 'D', 'F', 'E'])
  })

  it('finds claims by exactly their control number', async () => {
    const context = await some()
    await context.db.run(sql`update claims set patient_control_number = 'PCN-1' where id in ('B', 'D')`)
    expect(await idsOf(context, { ...all, controlNumber: 'PCN-1' })).toEqual(['B', 'D'])
    expect(await idsOf(context, { ...all, controlNumber: 'PCN' })).toEqual([])
    expect((await perform(listClaims, context, { ...all, controlNumber: 'PCN-1' })).claims[0]).toMatchObject({ patientControlNumber: 'PCN-1' })
  })

  it('filters by status (approved is paid), payer and reason', async () => {
    const context = await some()
    expect(await idsOf(context, { ...all, status: 'pending' })).toEqual(['F', 'A', 'E'])
    expect(await idsOf(context, { ...all, status: 'approved' })).toEqual(['B'])
    expect(await idsOf(context, { ...all, status: 'paid' })).toEqual(['B'])
    expect(await idsOf(context, { ...all, status: 'overturned' })).toEqual(['D'])
    expect(await idsOf(context, { ...all, initial: 'denied' })).toEqual(['C', 'D'])
    expect(await idsOf(context, { ...all, initial: 'paid' })).toEqual(['B'])
    await insertClaims(context, [
      { id: 'H', submitted: '2026-03-02', decided: '2026-03-20', lines: [{ billed: 60 }, { billed: 40, carc: '11' }] },
      { id: 'I', submitted: '2026-03-02', decided: '2026-03-20', billed: 50, duplicate: true },
    ])
    expect(await idsOf(context, { ...all, initial: 'any_denied', sort: 'denied' })).toEqual(['C', 'H', 'D'])
    expect(await idsOf(context, { ...all, payer: 'P2' })).toEqual(['B'])
    expect(await idsOf(context, { ...all, reason: 'Not medically necessary' })).toEqual(['C'])
    expect(await idsOf(context, { ...all, reason: 'Not medically necessary', status: 'paid' })).toEqual([])
  })

  it('filters by day of service, provider, codes, procedure, type and amount', async () => {
    const context = await some()
    await insertClaims(context, [
      {
        id: 'J',
        submitted: '2026-03-30',
        served: '2026-01-05',
        decided: '2026-03-31',
        provider: 'DR2',
        procedure: '20610',
        billed: 400,
        carc: '16',
        rarc: 'N115',
      },
      { id: 'K', submitted: '2026-02-20', served: '2026-03-30', procedure: '20610', billed: 30 },
    ])
    expect(await idsOf(context, { basis: 'service', sort: 'service' })).toEqual(['K'])
    expect(await idsOf(context, { ...all, provider: 'DR2' })).toEqual(['J'])
    expect(await idsOf(context, { ...all, carc: '16' })).toEqual(['J'])
    expect(await idsOf(context, { ...all, rarc: 'N115', carc: '50' })).toEqual([])
    expect(await idsOf(context, { ...all, procedureCode: '20610' })).toEqual(['J', 'K'])
    expect(await idsOf(context, { ...all, claimType: 'institutional' })).toEqual([])
    expect(await idsOf(context, { ...all, billedFrom: '300', sort: 'billed' })).toEqual(['J', 'C'])
    expect(await idsOf(context, { ...all, deniedFrom: 0, sort: 'denied' })).toEqual(['J', 'C', 'D'])
    expect(await idsOf(context, { ...all, deniedFrom: 300.01 })).toEqual(['J'])
    await expect(idsOf(context, { billedFrom: '-1' })).rejects.toThrow(/billedFrom: must be an amount/)
    const { pagination } = await perform(listClaims, context, { ...all, procedureCode: '20610', limit: 1 })
    expect(pagination.total).toBe(2)
  })

  it('finds a claim under appeal under what its decision says, too', async () => {
    const context = await newContext(use.database)
    await insertClaims(context, [
      { id: 'G', submitted: '2026-03-02', decided: '2026-03-10', billed: 50, carc: '197', appeals: [{ filed: '2026-03-15' }] },
      {
        id: 'H',
        submitted: '2026-03-01',
        decided: '2026-03-10',
        billed: 50,
        carc: '197',
        appeals: [{ filed: '2026-03-15', outcome: 'upheld', decided: '2026-03-20' }],
      },
    ])
    expect(await idsOf(context, { ...all, status: 'appealed' })).toEqual(['G'])
    expect(await idsOf(context, { ...all, status: 'denied' })).toEqual(['G', 'H'])
    expect(await idsOf(context, { ...all, status: 'partially_denied' })).toEqual([])
  })

  it("filters by a pattern's denials, each claim once", async () => {
    const context = await some()
    const { id } = context.organization
    await context.db.run(sql`insert into patterns (organization_id, id, title, category) values (${id}, 'PAT', 'Pattern', 'authorization')`)
    await context.db.run(sql`
      insert into pattern_claims (organization_id, pattern_id, claim_id, line_number, denied)
      values (${id}, 'PAT', 'C', 1, true), (${id}, 'PAT', 'C', 2, true), (${id}, 'PAT', 'B', 1, false), (${id}, 'PAT', 'D', 0, true)`)
    const { claims, pagination } = await perform(listClaims, context, { ...all, pattern: 'PAT' })
    expect(claims.map((claim) => claim.id)).toEqual(['C', 'D'])
    expect(pagination).toEqual({ total: 2, page: 1, limit: 20, pages: 1 })
    expect(await idsOf(context, { ...all, pattern: 'none' })).toEqual([])
  })

  it('shows a claim with its names, money and codes, and nothing of the patient', async () => {
    const context = await newContext(use.database)
    await insertClaims(context, [
      {
        id: 'C',
        submitted: '2026-03-02',
        served: '2026-03-01',
        decided: '2026-03-20',
        billed: 300.5,
        carc: '50',
        rarc: 'N115',
        procedure: '99213',
        modifiers: ['25'],
        diagnoses: ['E11.9'],
      },
    ])
    await context.db.run(
      sql`update claims set patient_name = 'Ada Example', patient_dob = '1980-01-01', member_id = 'M1' where organization_id = ${context.organization.id}`,
    )
    const { claims, asOf } = await perform(listClaims, context, {})
    expect(asOf).toBe('2026-03-31T12:00:00.000Z')
    expect(claims).toEqual([
      {
        id: 'C',
        patientControlNumber: 'C',
        status: 'denied',
        claimType: 'professional',
        providerId: 'DR1',
        providerName: 'Provider DR1',
        payerId: 'P1',
        payerName: 'Payer P1',
        dateOfService: '2026-03-01',
        submissionDate: '2026-03-02',
        submissionBasis: 'stated',
        processingDate: '2026-03-20',
        billedAmount: 300.5,
        paidAmount: 0,
        deniedAmount: 300.5,
        denialReason: 'Not medically necessary',
        denialCarc: '50',
        denialRarc: 'N115',
        reportedReason: null,
        initialOutcome: 'denied',
        finalOutcome: 'denied',
        isDuplicate: false,
        appealStatus: null,
        procedureCodes: ['99213'],
        diagnosisCodes: ['E11.9'],
        modifiers: ['25'],
        lineCount: 1,
        deniedLineCount: 1,
      },
    ])
  })

  it('gives an empty page beyond the end, with the true total', async () => {
    const context = await some()
    expect(await perform(listClaims, context, { ...all, page: 1_000_000, limit: 200 })).toMatchObject({
      claims: [],
      pagination: { total: 6, page: 1_000_000, limit: 200, pages: 1 },
    })
    expect(await perform(listClaims, await newContext(use.database), all)).toMatchObject({ claims: [], pagination: { total: 0, pages: 0 } })
  })

  it('refuses pages, lengths and words that are none', async () => {
    const context = await newContext(use.database)
    for (const wrong of [
      { page: 0 },
      { page: 'NaN' },
      { limit: 201 },
      { limit: -1 },
      { dateRange: 1e9 },
      { dateRange: '2026-03-02/2026-03-02' },
      { dateRange: '2026-02-30/2026-03-02' },
      { dateRange: '2026-02-01/2026-03-02/2026-03-03' },
      { status: 'lost' },
      { sort: 'id; drop table claims' },
      { unknown: 1 },
    ]) {
      await expect(perform(listClaims, context, wrong)).rejects.toMatchObject({ code: 'invalid_input' })
    }
  })

  it('pages through every claim once, whatever the claims, the order and the size of a page', async () => {
    const sorts = fc.constantFrom('submitted', 'service', 'billed', 'denied')
    await fc.assert(
      fc.asyncProperty(arbitraryClaims, sorts, fc.integer({ min: 1, max: 7 }), async (claims, sort, limit) => {
        const context = await newContext(use.database)
        await insertClaims(context, claims)
        const expected = claims.filter((claim) => claim.use === 'claim').map(({ id }) => id)
        const { pagination } = await perform(listClaims, context, { ...all, sort, limit })
        expect(pagination).toMatchObject({ total: expected.length, pages: Math.ceil(expected.length / limit) })
        const pages: string[] = []
        for (let page = 1; page <= pagination.pages; page++) pages.push(...(await idsOf(context, { ...all, sort, limit, page })))
        expect(pages.toSorted()).toEqual(expected)
        expect(await idsOf(context, { ...all, sort, limit: 200 })).toEqual(pages)
        // Once the days are computed, totals are sums of days: the same ones.
        const counted = async (input: object) => (await perform(listClaims, context, input)).pagination
        const questions = [
          { ...all, sort },
          { dateRange: 30, sort },
          { ...all, sort, payer: 'P1' },
        ]
        const before = await Promise.all(questions.map(counted))
        await recomputeMarked(context)
        expect(await Promise.all(questions.map(counted))).toEqual(before)
      }),
      { numRuns: 8 },
    )
  })
})
