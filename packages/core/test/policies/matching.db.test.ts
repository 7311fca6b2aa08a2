import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { refreshPolicies } from '../../src/policies/refresh.ts'
import { recomputeAll } from '../../src/computation/recompute.ts'
import { insertClaims } from '../factories/claims.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { insertPolicies, insertVisits, storedHits, type PolicySpec, type Visit } from './policies.ts'

const visit: Visit = {
  id: 'C',
  served: '2026-02-10',
  procedure: '99213',
  modifiers: ['25'],
  diagnoses: ['M54.50', 'Z12.11'],
  placeOfService: '11',
  born: '1986-02-10',
  member: 'M1',
}
const code: Omit<PolicySpec, 'id'> = { codes: ['99213'] }
const when = (conditions: PolicySpec['conditions']): Omit<PolicySpec, 'id'> => ({ ...code, conditions })

/** Whether the one line of the claim hits. */
const cases: [what: string, policy: Omit<PolicySpec, 'id'>, hits: boolean, claim?: Partial<Visit>][] = [
  ['its procedure code', { codes: ['99212', '99213'] }, true],
  ['another procedure code', { codes: ['99214'] }, false],
  ['no procedure code on the line', code, false, { lines: [{ billed: 10 }] }],
  ['nothing at all is asked', {}, false],
  [
    'only kinds of claim, days and information are asked',
    { conditions: { claim_type: ['professional'], specialty: ['207Q00000X'], carc: ['4'], related_policy: ['P'] }, effective: ['2026-01-01', null] },
    false,
  ],
  ['a diagnosis without a procedure code', { conditions: { diagnosis_code: ['M54.50'] } }, true],
  ['information beside a code', when({ specialty: ['207Q00000X'], carc: ['4'], rarc: ['N519'], related_policy: ['P'] }), true],

  ['one of its diagnoses', when({ diagnosis_code: ['Z12.11', 'E11.9'] }), true],
  ['a diagnosis without its dot', when({ diagnosis_code: ['Z1211'] }), true],
  ['a dot that the claim leaves out', when({ diagnosis_code: ['Z12.11'] }), true, { diagnoses: ['Z1211'] }],
  ['another diagnosis', when({ diagnosis_code: ['E11.9'] }), false],
  ['a shorter code that is not marked as a prefix', when({ diagnosis_code: ['Z12'] }), false],
  ['a prefix', when({ diagnosis_code: ['E11.*', 'Z12.*'] }), true],
  ['a prefix through the dot', when({ diagnosis_code: ['Z121*'] }), true],
  ['a prefix of another', when({ diagnosis_code: ['Z13*'] }), false],
  ['a prefix with characters that mean something in patterns', when({ diagnosis_code: ['_12*', '%*'] }), false],
  ['no diagnosis on the claim', when({ diagnosis_code: ['Z12*'] }), false, { diagnoses: [] }],
  [
    "the claim's diagnosis, where the line points to none",
    when({ diagnosis_code: ['M54.50'] }),
    true,
    { lines: [{ billed: 10, procedure: '99213', diagnoses: [] }] },
  ],
  [
    "the claim's diagnosis, where the line points to another",
    when({ diagnosis_code: ['M54.50'] }),
    false,
    { lines: [{ billed: 10, procedure: '99213', diagnoses: ['Z12.11'] }] },
  ],

  ['a required modifier', when({ modifier_required: ['59', '25'] }), true],
  ['another modifier than required', when({ modifier_required: ['59'] }), false],
  ['no modifier', when({ modifier_required: ['25'] }), false, { modifiers: [] }],
  ['a forbidden modifier', when({ modifier_forbidden: ['25', 'GT'] }), false],
  ['none of the forbidden modifiers', when({ modifier_forbidden: ['59'] }), true],
  ['a required modifier beside a forbidden one', when({ modifier_required: ['25'], modifier_forbidden: ['GT'] }), false, { modifiers: ['25', 'GT'] }],

  ['its place of service', when({ place_of_service: ['11', '22'] }), true],
  ['another place', when({ place_of_service: ['10'] }), false],
  ["the line's place before the claim's", when({ place_of_service: ['11'] }), false, { lines: [{ billed: 10, procedure: '99213', placeOfService: '22' }] }],
  ['no place', when({ place_of_service: ['11'] }), false, { placeOfService: undefined }],
  ['its kind of claim', when({ claim_type: ['professional'] }), true],
  ['another kind of claim', when({ claim_type: ['institutional', 'dental'] }), false],

  ['the birthday of the lowest age', { ...code, ages: [40, 74] }, true],
  ['the day before it', { ...code, ages: [40, 74] }, false, { born: '1986-02-11' }],
  ['the last day of the highest age', { ...code, ages: [0, 39] }, true, { born: '1986-02-11' }],
  ['the birthday after it', { ...code, ages: [0, 39] }, false],
  ['only a lowest age', { ...code, ages: [18, null] }, true],
  ['only a highest age', { ...code, ages: [null, 17] }, false],
  ['a newborn', { ...code, ages: [null, 0] }, true, { born: '2026-02-10' }],
  ['a birth date that is not known', { ...code, ages: [18, null] }, false, { born: null }],
  ['a birth date after the service', { ...code, ages: [null, 17] }, false, { born: '2026-02-11' }],

  ['the first effective day', { ...code, effective: ['2026-02-10', null] }, true],
  ['the day before it', { ...code, effective: ['2026-02-11', null] }, false],
  ['the last day', { ...code, effective: [null, '2026-02-10'] }, true],
  ['the day after it', { ...code, effective: ['2025-01-01', '2026-02-09'] }, false],
  ["the line's own day", { ...code, effective: ['2026-02-12', null] }, true, { lineDays: ['2026-02-12'] }],

  ['observation', { ...code, mode: 'observation' }, true],
  ['a draft', { ...code, mode: 'draft' }, false],
  ['retired', { ...code, mode: 'retired' }, false],

  ['a claim without a decision', code, true, { decided: undefined }],
  ['a denied claim', code, true, { carc: '197' }],
  ['a duplicate', code, false, { duplicate: true }],
  [
    'a duplicate line',
    code,
    false,
    {
      lines: [
        { billed: 10, procedure: '99213', carc: '18' },
        { billed: 10, procedure: '36415', carc: '4' },
      ],
    },
  ],
  ['a prior authorization', code, false, { use: 'preauthorization' }],
  ['a claim without a day', code, false, { served: null }],
  ['a limit that was not reached', { ...code, most: 1, per: 'day' }, false],
  ['a limit that its units exceed', { ...code, most: 1, per: 'day' }, true, { units: [2] }],
  ['a limit, and a patient who is not known', { ...code, most: 1, per: 'day' }, false, { units: [2], member: null }],
  ['a limit, and a patient without a birth date', { ...code, most: 1, per: 'day' }, false, { units: [2], born: null }],
  ['a limit, and a patient known by name', { ...code, most: 1, per: 'day' }, true, { units: [2], member: null, name: 'Ada Example' }],
  ['a count without a period', { ...code, most: 1 }, true],
]

describe('a line and a policy', () => {
  const use = useDatabase()

  it.each(cases)('%s', async (_what, policy, hits, claim = {}) => {
    const context = await newContext(use.database)
    await insertPolicies(context, [{ ...policy, id: 'P' }])
    await insertVisits(context, [{ ...visit, decided: '2026-03-01', ...claim }])
    await recomputeAll(context)
    expect(await storedHits(context)).toEqual(hits ? { P: ['C/1'] } : {})
  })

  it('keeps lines that lack only the required modifier, where the policy names procedure codes', async () => {
    const context = await newContext(use.database)
    await insertPolicies(context, [
      { id: 'P', codes: ['99213'], conditions: { modifier_required: ['25'], place_of_service: ['11'] } },
      { id: 'Q', conditions: { modifier_required: ['25'] } },
    ])
    const line = { billed: 10, procedure: '99213', placeOfService: '11' }
    await insertVisits(context, [
      { ...visit, lines: [{ ...line, modifiers: ['25'] }, line, { ...line, placeOfService: '22' }, { ...line, procedure: '99214' }] },
    ])
    await recomputeAll(context)
    expect(await context.db.rows(sql`select policy_id as policy, line_number as line, has_modifier as "hasModifier" from policy_hits order by 1, 2`)).toEqual([
      { policy: 'P', line: 1, hasModifier: true },
      { policy: 'P', line: 2, hasModifier: false },
      { policy: 'Q', line: 1, hasModifier: true },
    ])
  })

  it('says whether the first decision denied the line, by itself or with the whole claim', async () => {
    const context = await newContext(use.database)
    await insertPolicies(context, [{ id: 'P', codes: ['99213'] }])
    const line = { billed: 10, procedure: '99213' }
    await insertVisits(context, [
      { id: 'line', served: '2026-02-10', decided: '2026-03-01', lines: [{ ...line, carc: '4' }, line] },
      { id: 'waits', served: '2026-02-10', lines: [line] },
      { id: 'whole', served: '2026-02-10', decided: '2026-03-01', carc: '197', lines: [line] },
    ])
    // A source that only says that the claim was denied.
    await context.db.run(sql`update claim_line_items set initially_denied = false where claim_id = 'whole'`)
    await context.db.run(sql`update claims set denied_line_count = 0 where id = 'whole'`)
    await recomputeAll(context)
    expect(await context.db.rows(sql`select claim_id || '/' || line_number as line, denied from policy_hits order by 1`)).toEqual([
      { line: 'line/1', denied: true },
      { line: 'line/2', denied: false },
      { line: 'waits/1', denied: null },
      { line: 'whole/1', denied: true },
    ])
  })

  it('follows a policy whose conditions or mode changed, and one that is gone', async () => {
    const context = await newContext(use.database)
    await insertPolicies(context, [
      { id: 'P', codes: ['99213'] },
      { id: 'Q', codes: ['99213'] },
    ])
    await insertVisits(context, [visit, { ...visit, id: 'D', procedure: '99214' }])
    await recomputeAll(context)
    expect(await storedHits(context)).toEqual({ P: ['C/1'], Q: ['C/1'] })
    await insertPolicies(context, [
      { id: 'P', codes: ['99214'] },
      { id: 'Q', codes: ['99213'], mode: 'retired' },
    ])
    await refreshPolicies(context)
    expect(await storedHits(context)).toEqual({ P: ['D/1'] })
    await context.db.run(sql`delete from policies where id = 'P'`)
    expect(await storedHits(context)).toEqual({})
  })

  it('takes a claim without lines for one line with all its codes', async () => {
    const context = await newContext(use.database)
    await insertPolicies(context, [
      { id: 'P', codes: ['99213', '99214'] },
      { id: 'Q', codes: ['93000'] },
    ])
    const whole = { served: '2026-02-02', decided: '2026-02-20', lines: [] }
    await insertClaims(context, [
      { ...whole, id: 'W', billed: 80, carc: '197' },
      { ...whole, id: 'X' },
    ])
    await context.db.run(sql`update claims set procedure_codes = array[case id when 'W' then '99213' else '99214' end, '99213']`)
    await recomputeAll(context)
    expect(await storedHits(context)).toEqual({ P: ['W/0', 'X/0'] })
    expect(
      await context.db.rows(sql`select policy_id as id, hit_count as hits, denied_count as denied, dollars_denied as dollars from policy_daily_metrics`),
    ).toEqual([{ id: 'P', hits: 2, denied: 1, dollars: '80.00' }])
  })
})
