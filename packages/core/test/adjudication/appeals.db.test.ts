import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { deriveClaims } from '../../src/adjudication/write.ts'
import { insertClaims, type ClaimSpec } from '../factories/claims.ts'
import { newContext, useDatabase } from '../support/database.ts'

const filed = '2026-02-01'
const denied = { billed: 130, decided: '2026-01-10', carc: '197', lines: [] } satisfies Partial<ClaimSpec>
/** Paid 80 of 130, the rest denied. */
const partial = { ...denied, outcome: 'partially_denied', paid: 80 } satisfies Partial<ClaimSpec>
const pending = { outcome: 'pending', decidedOn: null, recovered: null, closedBy: null }
const closed = (outcome: string, decidedOn: string, recovered: string) => ({ outcome, decidedOn, recovered, closedBy: 'remittance' })

const cases: [string, Omit<ClaimSpec, 'id'>, object][] = [
  ['a payment in full', { ...denied, appeals: [{ filed }], later: [{ on: '2026-03-01', paid: 130 }] }, closed('overturned', '2026-03-01', '130.00')],
  ['a payment on the day of filing', { ...denied, appeals: [{ filed }], later: [{ on: filed, paid: 130 }] }, closed('overturned', filed, '130.00')],
  ['no payment before the appeal', { ...denied, appeals: [{ filed }], later: [{ on: '2026-01-20', paid: 130 }] }, pending],
  ['no second denial', { ...denied, appeals: [{ filed }], later: [{ on: '2026-03-01', paid: 0, carc: '197' }] }, pending],
  [
    'the gain, not the whole payment',
    { ...partial, appeals: [{ filed }], later: [reversal('2026-03-01', -80), { on: '2026-03-01', paid: 130 }] },
    closed('overturned', '2026-03-01', '50.00'),
  ],
  ['no correction that pays the same', { ...partial, appeals: [{ filed }], later: [reversal('2026-03-01', -80), { on: '2026-03-01', paid: 80 }] }, pending],
  ['no payment that was taken back', { ...denied, appeals: [{ filed }], later: [{ on: '2026-03-01', paid: 130 }, reversal('2026-03-05', -130)] }, pending],
  [
    'a payment taken back and paid again',
    { ...denied, appeals: [{ filed }], later: [{ on: '2026-03-01', paid: 130 }, reversal('2026-03-05', -130), { on: '2026-03-05', paid: 120 }] },
    closed('overturned', '2026-03-01', '130.00'),
  ],
  [
    'what comes after the appeal, the first payment taken back before it',
    { ...partial, appeals: [{ filed }], later: [reversal('2026-01-20', -80), { on: '2026-03-01', paid: 130 }] },
    closed('overturned', '2026-03-01', '130.00'),
  ],
  ['no payment of another payer', { ...denied, appeals: [{ filed }], later: [{ on: '2026-03-01', paid: 130, rank: 'secondary' }] }, pending],
  [
    'the payment of the payer who denied, whatever another one does',
    {
      ...denied,
      appeals: [{ filed }],
      later: [
        { on: '2026-02-10', paid: 40, rank: 'secondary' },
        { on: '2026-03-01', paid: 130 },
      ],
    },
    closed('overturned', '2026-03-01', '130.00'),
  ],
]

function reversal(on: string, paid: number) {
  return { on, paid, kind: 'reversal' as const }
}

describe('open appeals', () => {
  const use = useDatabase()

  const appealsOf = (context: Awaited<ReturnType<typeof newContext>>) =>
    context.db.rows(sql`
      select outcome, decided_on as "decidedOn", recovered_amount as recovered, closed_by as "closedBy" from claim_appeals
      where organization_id = ${context.organization.id} order by claim_id, level`)

  it.each(cases)('are closed by %s', async (_, spec, expected) => {
    const context = await newContext(use.database)
    await insertClaims(context, [{ id: 'C1', ...spec }])
    expect(await appealsOf(context)).toEqual([expected])
  })

  it('counts what each level brought, at once or as the decisions come', async () => {
    const level2 = { ...denied, id: 'C1', appeals: [{ filed }, { filed: '2026-04-01' }] }
    const later = [{ on: '2026-03-01', paid: 40 }, reversal('2026-05-01', -40), { on: '2026-05-01', paid: 130 }]
    const won = [closed('overturned', '2026-03-01', '40.00'), closed('overturned', '2026-05-01', '90.00')]
    const context = await newContext(use.database)
    await insertClaims(context, [{ ...level2, later }])
    expect(await appealsOf(context)).toEqual(won)
    await context.db.transaction((tx) => deriveClaims(tx, context.organization.id, ['C1']))
    expect(await appealsOf(context)).toEqual(won)
    const early = await newContext(use.database)
    await insertClaims(early, [{ ...level2, later: later.slice(0, 1) }])
    expect(await appealsOf(early)).toEqual([won[0], pending])
  })

  it('without a date follow the level before them, or the denial', async () => {
    const context = await newContext(use.database)
    const undated = sql`update claim_appeals set appeal_date = null, outcome = 'pending', decided_on = null, recovered_amount = null, closed_by = null`
    const first = { filed, outcome: 'overturned' as const, decided: '2026-03-01', recovered: 40 }
    const later = [{ on: '2026-03-01', paid: 40 }, reversal('2026-05-01', -40), { on: '2026-05-01', paid: 130 }]
    await insertClaims(context, [
      { ...denied, id: 'C1', appeals: [{ filed }], later: [{ on: '2026-01-20', paid: 130 }] },
      { ...denied, id: 'C2', appeals: [first, { filed: '2026-06-01' }], later },
    ])
    await context.db.run(sql`${undated} where claim_id = 'C1' or level = 2`)
    await context.db.transaction((tx) => deriveClaims(tx, context.organization.id, ['C1', 'C2']))
    expect(await appealsOf(context)).toEqual([
      closed('overturned', '2026-01-20', '130.00'),
      { outcome: 'overturned', decidedOn: '2026-03-01', recovered: '40.00', closedBy: null },
      closed('overturned', '2026-05-01', '90.00'),
    ])
  })
})
