import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { getCodeIntelligence } from '../../../src/codes/performance/intelligence.ts'
import { listCodePerformance } from '../../../src/codes/performance/list.ts'
import { refreshCodesOperation } from '../../../src/codes/performance/operation.ts'
import { performancePeriod, refreshCodePerformance } from '../../../src/codes/performance/refresh.ts'
import { todayOf, type Context } from '../../../src/context.ts'
import { perform } from '../../../src/operation.ts'
import { arbitraryClaims } from '../../factories/arbitrary-claims.ts'
import { insertClaims, type ClaimSpec } from '../../factories/claims.ts'
import { deleteClaim, insertPattern } from '../../patterns/patterns.ts'
import { newContext, useDatabase } from '../../support/database.ts'
import { recountCodes, storedCodes } from './recount.ts'

const decided = { served: '2026-02-01', decided: '2026-02-20' }

/** Visits and blood draws; everything else of the year is not theirs. */
const claims: ClaimSpec[] = [
  {
    ...decided,
    id: 'both',
    lines: [
      { procedure: '99213', modifiers: ['25', 'GT'], billed: 120, paid: 80 },
      { procedure: '36415', billed: 10, carc: '97' },
    ],
  },
  {
    ...decided,
    id: 'cut',
    lines: [
      { procedure: '99213', billed: 120, carc: '4' },
      { procedure: '99213', modifiers: ['25'], billed: 120, paid: 90 },
      { procedure: '36415', billed: 10, paid: 5 },
    ],
  },
  { ...decided, id: 'won', procedure: '99213', billed: 100, carc: '4', overturnedOn: '2026-03-10' },
  { ...decided, id: 'twice', procedure: '99213', billed: 120, duplicate: true },
  { id: 'waits', served: '2026-03-30', procedure: '99213', billed: 120 },
  { ...decided, id: 'asks', procedure: '99213', billed: 120, use: 'predetermination' },
  { ...decided, id: 'old', served: '2025-03-31', procedure: '99213' },
  { ...decided, id: 'first-day', served: '2025-04-01', procedure: '99214' },
  { ...decided, id: 'tomorrow', served: '2026-04-01', procedure: '99213' },
  { ...decided, id: 'no-day', served: null, procedure: '99213' },
]

const statement = (context: Context, ...statements: ReturnType<typeof sql>[]) =>
  context.db.transaction(async (tx) => {
    for (const one of statements) await tx.run(one)
  })

describe('what claims say of procedure codes', () => {
  const use = useDatabase()

  it('is counted by hand', async () => {
    const context = await newContext(use.database)
    await insertPattern(context, { id: 'PTN-M', reason: 'Modifier missing or wrong' })
    await insertClaims(context, claims)
    const [reason] = await context.db.rows<{ reason: string }>(sql`select denial_reason as reason from claim_line_items where claim_id = 'won'`)
    await statement(
      context,
      sql`update patterns set denial_reason = ${reason!.reason} where id = 'PTN-M'`,
      // What the payer allows: of a line that it denies it says 0, which is no price.
      sql`update claim_line_items set allowed_amount = case when finally_denied then 0 else paid_amount + 10 end where claim_id in ('both', 'cut', 'won')`,
    )
    const told = await perform(refreshCodesOperation, context, {})
    expect(told).toMatchObject({ codes: 3, asOf: '2026-03-31T12:00:00.000Z' })

    const { codes, pagination } = await perform(listCodePerformance, context, {})
    expect(pagination.total).toBe(3)
    expect(codes.map(({ procedureCode }) => procedureCode)).toEqual(['99213', '36415', '99214'])
    expect(codes[0]).toEqual({
      procedureCode: '99213',
      period: { start: '2025-04-01', end: '2026-04-01' },
      // both 1, cut 2, won 1, twice 1, waits 1
      lineCount: 6,
      decidedLineCount: 4,
      deniedLineCount: 2,
      denialRate: 50,
      // Wilson's interval of 2 in 4.
      denialRateInterval: { low: 15, high: 85 },
      billedAmount: 700,
      deniedAmount: 220,
      // 90, 100 and 110
      meanAllowed: 100,
      allowedLineCount: 3,
      denialReasons: [{ reason: reason!.reason, denials: 2, patternId: 'PTN-M' }],
      modifiers: [
        { modifier: '', paid: 0, denied: 2 },
        { modifier: '25', paid: 2, denied: 0 },
        { modifier: 'GT', paid: 1, denied: 0 },
      ],
      billedWith: [{ procedureCode: '36415', claims: 2 }],
      asOf: '2026-03-31T12:00:00.000Z',
    })
    expect(codes[1]).toMatchObject({
      lineCount: 2,
      decidedLineCount: 2,
      deniedLineCount: 1,
      deniedAmount: 10,
      denialReasons: [{ denials: 1, patternId: null }],
    })
    expect(codes[2]).toMatchObject({ deniedLineCount: 0, denialRate: 0, meanAllowed: null, allowedLineCount: 0, billedWith: [] })
    const order = async (sort: string) => (await perform(listCodePerformance, context, { sort, limit: 2 })).codes.map(({ procedureCode }) => procedureCode)
    expect(await order('lines')).toEqual(['99213', '36415'])
    expect(await order('deniedLines')).toEqual(['99213', '36415'])
  })

  it('goes by the day of the line, knows claims without lines, and denials of whole claims', async () => {
    const context = await newContext(use.database)
    await insertClaims(context, [
      {
        ...decided,
        id: 'stay',
        served: '2025-03-20',
        lines: [
          { procedure: 'A', billed: 1 },
          { procedure: 'B', billed: 2 },
        ],
      },
      { ...decided, id: 'undated', served: null, lines: [{ procedure: 'C', billed: 3 }] },
      { ...decided, id: 'one-code', billed: 50, outcome: 'denied', carc: '197', lines: [] },
      { ...decided, id: 'two-codes', billed: 60, outcome: 'denied', carc: '197', lines: [] },
      {
        ...decided,
        id: 'whole',
        lines: [
          { procedure: 'F', billed: 70 },
          { procedure: 'F', billed: 0 },
        ],
      },
    ])
    await statement(
      context,
      sql`update claim_line_items set date_of_service = '2025-04-02' where procedure_code = 'B'`,
      sql`update claim_line_items set date_of_service = '2026-01-02' where procedure_code = 'C'`,
      sql`update claims set procedure_codes = '{D}', modifiers = '{59}' where id = 'one-code'`,
      sql`update claims set procedure_codes = '{D,E}' where id = 'two-codes'`,
      // As an advice leaves it that denies the claim and names no line.
      sql`update claims set initial_outcome = 'denied', final_outcome = 'denied', denial_reason = 'Authorization absent' where id = 'whole'`,
    )
    expect(await refreshCodePerformance(context)).toBe(4)
    const none = { decided: 1, denied: 0, deniedBilled: 0, allowed: 0, allowedLines: 0, reasons: {}, modifiers: { '': [1, 0] }, with: {} }
    expect(await storedCodes(context)).toEqual({
      B: { ...none, lines: 1, billed: 200 },
      C: { ...none, lines: 1, billed: 300 },
      D: { ...none, lines: 1, denied: 1, billed: 5000, deniedBilled: 5000, reasons: { 'Authorization absent': 1 }, modifiers: { '59': [0, 1] } },
      F: { ...none, lines: 2, decided: 2, denied: 1, billed: 7000, deniedBilled: 7000, reasons: { 'Authorization absent': 1 }, modifiers: { '': [1, 1] } },
    })
    expect(await storedCodes(context)).toEqual(await recountCodes(context, performancePeriod(todayOf(context))))
  })

  it('follows the claims: what is gone goes, of this organization alone', async () => {
    const [context, other] = [await newContext(use.database), await newContext(use.database)]
    for (const each of [context, other]) {
      await insertClaims(each, claims)
      await refreshCodePerformance(each)
    }
    for (const id of ['both', 'cut']) await deleteClaim(context, id)
    const later = { ...context, now: new Date('2026-04-01T12:00:00Z') }
    expect(await refreshCodePerformance(later)).toBe(1)
    expect(Object.keys(await storedCodes(context))).toEqual(['99213'])
    expect((await perform(getCodeIntelligence, later, { code: '99213' })).own).toMatchObject({
      lineCount: 4,
      period: { start: '2025-04-02', end: '2026-04-02' },
    })
    expect(Object.keys(await storedCodes(other))).toEqual(['36415', '99213', '99214'])
  })

  it('is the same as counted line by line, whatever the claims and the day', async () => {
    const coding = fc.record({
      procedure: fc.constantFrom('99213', '99214', '36415', undefined),
      modifiers: fc.constantFrom<string[][]>([], ['25'], ['25', '59'], ['59', '59']),
      allowed: fc.option(fc.integer({ min: 0, max: 5000 }), { freq: 3 }),
      later: fc.option(fc.integer({ min: 0, max: 10 })),
    })
    await fc.assert(
      fc.asyncProperty(
        arbitraryClaims,
        fc.array(coding, { minLength: 12, maxLength: 12 }),
        fc.constantFrom('2026-03-31', '2027-01-03'),
        async (specs, codings, today) => {
          const context = await newContext(use.database, { now: new Date(`${today}T12:00:00Z`) })
          let at = 0
          const coded = specs.map((spec): ClaimSpec => {
            const lines = spec.lines?.map((line) => ({ ...line, procedure: codings[at % 12]!.procedure, modifiers: codings[at++ % 12]!.modifiers }))
            return { ...spec, procedure: codings[at++ % 12]!.procedure, ...(lines && { lines }) }
          })
          await insertClaims(context, coded)
          const rows = JSON.stringify(codings.map(({ allowed, later }, number) => ({ number, allowed, later })))
          await statement(
            context,
            sql`update claim_line_items l set allowed_amount = r.allowed / 100.0, date_of_service = l.date_of_service + r.later
              from json_to_recordset(${rows}::json) as r(number int, allowed int, later int)
              where r.number = (right(l.claim_id, 3)::int * 3 + l.line_number) % 12 and l.status <> 'pending'`,
            sql`update claims set procedure_codes = '{99213}', allowed_amount = 12.34 where line_count = 0 and billed_amount < 500`,
          )
          const codes = await refreshCodePerformance(context)
          const stored = await storedCodes(context)
          expect(stored).toEqual(await recountCodes(context, performancePeriod(today)))
          expect(Object.keys(stored)).toHaveLength(codes)
          await refreshCodePerformance(context)
          expect(await storedCodes(context)).toEqual(stored)
        },
      ),
      { numRuns: 10 },
    )
  })

  it('adds up to the line denial rate, where every line has a code', async () => {
    const context = await newContext(use.database)
    await insertClaims(
      context,
      claims.filter(({ id }) => !['no-day', 'tomorrow', 'old'].includes(id)),
    )
    await refreshCodePerformance(context)
    const sums = await context.db.row(sql`select sum(decided_line_count)::int as decided, sum(denied_line_count)::int as denied from code_performance`)
    const lines = await context.db.row(sql`
      select sum(greatest(line_count - duplicate_line_count, 1))::int as decided, sum(denied_line_count)::int as denied
      from claims where use = 'claim' and initial_outcome is not null and not is_duplicate`)
    expect(sums).toEqual(lines)
  })
})
