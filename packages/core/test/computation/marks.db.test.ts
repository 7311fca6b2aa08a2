import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { mark, marksOf, MOST_NAMED, type DayMark } from '../../src/computation/marks.sql.ts'
import { markAllDays } from '../../src/computation/marked-days.ts'
import type { Context } from '../../src/context.ts'
import { DayMarks } from '../../src/imports/merge/day-marks.ts'
import { markDaysOf } from '../../src/measures/marks.ts'
import { insertClaims } from '../factories/claims.ts'
import { newContext, useDatabase } from '../support/database.ts'

const DAY = '2026-03-02'
const many = (count: number, prefix: string) => Array.from({ length: count }, (_, n) => `${prefix}${n}`)

async function write(context: Context, claims: DayMark['claims'], payers: DayMark['payers']): Promise<void> {
  await context.db.transaction((tx) => mark(tx, context.organization.id, marksOf([{ basis: 'service', day: DAY, claims, payers }]), 'test'))
}

const marks = ({ db }: Context) =>
  db.rows<{ mark: string; claims: string[] | null; payers: string[] | null }>(
    sql`select date_basis || ' ' || day as mark, claims, payers from service_days_to_recompute order by 1`,
  )

describe('a mark', () => {
  const use = useDatabase()

  const cases: [what: string, first: DayMark['claims'], second: DayMark['claims'], expected: string[] | null][] = [
    ['names what either names, once', ['A', 'B'], ['B', 'C'], ['A', 'B', 'C']],
    ['of appeals alone adds no claim', ['A'], [], ['A']],
    ['of nobody stays so', [], [], []],
    ['of all stays so', null, ['A'], null],
    ['becomes one of all', ['A'], null, null],
    ['names as many as it may', many(MOST_NAMED - 1, 'A'), ['B'], [...many(MOST_NAMED - 1, 'A'), 'B'].toSorted()],
    ['of more than it may name is one of all', many(MOST_NAMED, 'A'), ['B'], null],
  ]
  it.each(cases)('%s', async (_, first, second, expected) => {
    const context = await newContext(use.database)
    await write(context, first, first)
    await write(context, second, second)
    const [found] = await marks(context)
    expect([found!.claims?.toSorted() ?? null, found!.payers?.toSorted() ?? null]).toEqual([expected, expected])
  })

  it('of claims names them on their day of service, and their payers where those have a row', async () => {
    const context = await newContext(use.database)
    const claim = { served: DAY, submitted: '2026-03-05', decided: '2026-03-20' }
    await insertClaims(context, [
      { ...claim, id: 'A', payer: 'P1', carc: '197', appeals: [{ filed: '2026-04-01', outcome: 'upheld', decided: '2026-05-01' }] },
      { ...claim, id: 'B', payer: null },
      { ...claim, id: 'unmarked', payer: 'P2' },
    ])
    await context.db.transaction((tx) => markDaysOf(tx, context.organization.id, ['A', 'B'], 'test'))
    expect(await marks(context)).toEqual([
      { mark: 'payment 2026-03-20', claims: [], payers: ['', 'P1'] },
      { mark: `service ${DAY}`, claims: ['A', 'B'], payers: ['', 'P1'] },
      { mark: 'service 2026-04-01', claims: [], payers: [] },
      { mark: 'service 2026-05-01', claims: [], payers: [] },
      { mark: 'submission 2026-03-05', claims: [], payers: ['', 'P1'] },
    ])
    await markAllDays(context.db, context.organization.id, 'rebuild')
    expect((await marks(context)).filter(({ claims, payers }) => claims !== null || payers !== null)).toEqual([])
  })

  it('of a large import is one of all', async () => {
    const context = await newContext(use.database)
    const received = { submissionDate: '2026-03-05', serviceDate: DAY, payerId: 'P1' }
    const days = new DayMarks(2)
    const add = (id: string) =>
      days.addClaim({ id, received, lines: [], decisions: [], appeals: [], payers: [] } as unknown as Parameters<DayMarks['addClaim']>[0])
    for (const id of ['A', 'B']) add(id)
    await context.db.transaction((tx) => days.write(tx, context.organization.id, 'import:1'))
    expect(await marks(context)).toEqual([
      { mark: `service ${DAY}`, claims: ['A', 'B'], payers: ['P1'] },
      { mark: 'submission 2026-03-05', claims: [], payers: ['P1'] },
    ])
    add('C')
    await context.db.transaction((tx) => days.write(tx, context.organization.id, 'import:1'))
    expect(await marks(context)).toEqual([
      { mark: `service ${DAY}`, claims: null, payers: null },
      { mark: 'submission 2026-03-05', claims: null, payers: null },
    ])
  })
})
