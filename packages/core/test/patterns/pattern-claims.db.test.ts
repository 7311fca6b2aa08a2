import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Context } from '../../src/context.ts'
import { refreshPatternClaims } from '../../src/patterns/pattern-claims.ts'
import type { ServiceDays } from '../../src/computation/days.sql.ts'
import { insertClaims } from '../factories/claims.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { deleteClaim, insertPattern } from './patterns.ts'

const refresh = ({ db, organization }: Context, days: ServiceDays) =>
  db.transaction((tx) => refreshPatternClaims(tx, { organizationId: organization.id, days }))
const members = ({ db }: Context) =>
  db.rows(sql`select pattern_id as pattern, claim_id as claim, line_number as line, service_date as day, denied from pattern_claims order by 1, 2, 3`)
const evidence = ({ db }: Context) =>
  db.rows(sql`
    select claim_reference as claim, line_number as line, claim_id as link, service_date as served, denial_date as denied, denial_reason as reason, denial_carc as carc,
           denial_rarc as rarc, procedure_code as code, modifiers, diagnosis_code as diagnosis, billed_amount as billed, origin
    from pattern_evidence order by 1, 2`)
const named = ({ db }: Context) =>
  db.rows(
    sql`select claim_id as claim, line_number as line, patterns_triggered as patterns from claim_line_items where patterns_triggered <> '{}' order by 1, 2`,
  )

describe('the claims and the evidence of a pattern', () => {
  const use = useDatabase()

  it('are its denials, once each, with what they say', async () => {
    const context = await newContext(use.database)
    await insertPattern(context, { id: 'PTN-A', reason: 'Authorization absent' })
    await insertClaims(context, [
      {
        id: 'two',
        served: '2026-01-05',
        decided: '2026-01-20',
        diagnoses: ['E11.9'],
        lines: [
          { billed: 60, carc: '197', rarc: 'M62', procedure: '99213', modifiers: ['25'] },
          { billed: 40, carc: '197', procedure: '93000', diagnoses: ['I10'] },
          { billed: 30, carc: '50' },
          { billed: 20 },
        ],
      },
      { id: 'whole', served: '2026-01-06', decided: '2026-01-20', lines: [], carc: '197', billed: 80 },
      { id: 'part', served: '2026-01-06', decided: '2026-01-20', lines: [], outcome: 'partially_denied', billed: 100, paid: 70, carc: '197' },
      { id: 'paid', served: '2026-01-06', decided: '2026-01-20' },
      { id: 'other', served: '2026-01-06', decided: '2026-01-20', carc: '50' },
      { id: 'twice', served: '2026-01-06', decided: '2026-01-20', duplicate: true },
      { id: 'prior', served: '2026-01-06', decided: '2026-01-20', carc: '197', use: 'preauthorization' },
      { id: 'undated', decided: '2026-01-20', carc: '197' },
    ])
    await refresh(context, 'all')
    const inPattern = { pattern: 'PTN-A', denied: true }
    expect(await members(context)).toEqual([
      { ...inPattern, claim: 'part', line: 0, day: '2026-01-06' },
      { ...inPattern, claim: 'two', line: 1, day: '2026-01-05' },
      { ...inPattern, claim: 'two', line: 2, day: '2026-01-05' },
      { ...inPattern, claim: 'undated', line: 1, day: null },
      { ...inPattern, claim: 'whole', line: 0, day: '2026-01-06' },
    ])
    const one = {
      denied: '2026-01-20',
      reason: 'Authorization absent',
      carc: '197',
      rarc: null,
      code: null,
      modifiers: [],
      diagnosis: null,
      origin: 'detected',
    }
    expect(await evidence(context)).toEqual([
      { ...one, claim: 'part', link: 'part', line: 0, served: '2026-01-06', billed: '30.00' },
      { ...one, claim: 'two', link: 'two', line: 1, served: '2026-01-05', billed: '60.00', rarc: 'M62', code: '99213', modifiers: ['25'], diagnosis: 'E11.9' },
      { ...one, claim: 'two', link: 'two', line: 2, served: '2026-01-05', billed: '40.00', code: '93000', diagnosis: 'I10' },
      { ...one, claim: 'undated', link: 'undated', line: 1, served: null, billed: '100.00' },
      { ...one, claim: 'whole', link: 'whole', line: 0, served: '2026-01-06', billed: '80.00' },
    ])
    expect(await named(context)).toEqual([
      { claim: 'two', line: 1, patterns: ['PTN-A'] },
      { claim: 'two', line: 2, patterns: ['PTN-A'] },
      { claim: 'undated', line: 1, patterns: ['PTN-A'] },
    ])
  })

  it('follow the claims: what changed is corrected, what is no longer true goes', async () => {
    const context = await newContext(use.database)
    await insertPattern(context, { id: 'PTN-A', reason: 'Authorization absent' })
    await insertPattern(context, { id: 'PTN-B', reason: 'Not medically necessary' })
    await insertClaims(context, [
      { id: 'moves', served: '2026-01-05', decided: '2026-01-20', carc: '197' },
      { id: 'stays', served: '2026-01-05', decided: '2026-01-20', carc: '197' },
      { id: 'turns', served: '2026-01-06', decided: '2026-01-20', carc: '197' },
      { id: 'goes', served: '2026-01-06', decided: '2026-01-20', carc: '197' },
      { id: 'leaves', served: '2026-01-06', decided: '2026-01-20', carc: '197' },
    ])
    await refresh(context, ['2026-01-05', '2026-01-06'])
    await context.db.run(sql`update claims set date_of_service = '2026-01-09' where id = 'moves'`)
    await context.db.run(sql`update claim_line_items set denial_reason = 'Not medically necessary', billed_amount = 70 where claim_id = 'turns'`)
    await context.db.run(sql`update claim_line_items set initially_denied = false where claim_id = 'goes'`)
    await context.db.run(sql`update claims set initial_outcome = 'paid', denied_amount = 0 where id = 'goes'`)
    await deleteClaim(context, 'leaves')

    await refresh(context, ['2026-01-06'])
    expect((await members(context)).map((row) => Object.values(row).slice(0, 4).join(' '))).toEqual([
      'PTN-A moves 1 2026-01-05',
      'PTN-A stays 1 2026-01-05',
      'PTN-B turns 1 2026-01-06',
    ])
    await refresh(context, ['2026-01-05', '2026-01-09'])
    expect((await members(context)).map((row) => Object.values(row).slice(0, 4).join(' '))).toEqual([
      'PTN-A moves 1 2026-01-09',
      'PTN-A stays 1 2026-01-05',
      'PTN-B turns 1 2026-01-06',
    ])
    expect(await evidence(context)).toMatchObject([
      { claim: 'moves' },
      { claim: 'stays' },
      { claim: 'turns', reason: 'Not medically necessary', billed: '70.00' },
    ])
    expect(await named(context)).toEqual([
      { claim: 'moves', line: 1, patterns: ['PTN-A'] },
      { claim: 'stays', line: 1, patterns: ['PTN-A'] },
      { claim: 'turns', line: 1, patterns: ['PTN-B'] },
    ])
  })

  it('leave imported evidence as it came, and patterns alone that nobody adopted', async () => {
    const context = await newContext(use.database)
    const { id } = context.organization
    await insertPattern(context, { id: 'PTN-A', reason: 'Authorization absent' })
    await insertPattern(context, { id: 'PTN-OLD', reason: 'Authorization absent', scoped: false })
    await insertClaims(context, [{ id: 'C1', served: '2026-01-05', decided: '2026-01-20', carc: '197' }])
    await context.db.run(sql`
      insert into pattern_evidence (organization_id, pattern_id, claim_reference, line_number, billed_amount, origin) values
        (${id}, 'PTN-A', 'C1', 1, 999, 'imported'), (${id}, 'PTN-A', 'GONE', 0, 5, 'imported')`)
    await refresh(context, 'all')
    await refresh(context, 'all')
    expect(await evidence(context)).toMatchObject([
      { claim: 'C1', line: 1, billed: '999.00', origin: 'imported' },
      { claim: 'GONE', link: null, origin: 'imported' },
    ])
    expect(await members(context)).toMatchObject([{ pattern: 'PTN-A', claim: 'C1' }])
  })
})
