import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Context } from '../../../src/context.ts'
import { mergeCodeReferences } from '../../../src/imports/merge/code-references.ts'
import { mergeLearningEvents } from '../../../src/imports/merge/learning-events.ts'
import { mergePatterns } from '../../../src/imports/merge/patterns.ts'
import { mergePolicies } from '../../../src/imports/merge/policies.ts'
import { resolveReferences } from '../../../src/imports/merge/references.ts'
import { mergeWords } from '../../../src/imports/merge/words.ts'
import { newContext, useDatabase } from '../../support/database.ts'
import { addClaim, mergePortal, stage } from './stage.ts'

const fixture = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../fixtures/portal/${name}`, import.meta.url), 'utf8')) as Record<string, Record<string, unknown>[]>
const patterns = () => fixture('patterns.json').patterns!
const events = () => fixture('activity.json').learningEvents!
const codes = () => fixture('activity.json').codeIntelligence!
const policies = () => fixture('policies.json') as unknown as Record<string, unknown>[]

/** Every row that an import of portal objects can write, to see that nothing moved. */
async function everything({ db }: Context) {
  const tables = [
    'patterns',
    'pattern_evidence',
    'pattern_relations',
    'pattern_actions',
    'policies',
    'policy_procedure_codes',
    'policy_conditions',
    'learning_events',
    'code_intelligence',
    'unresolved_references',
  ]
  return Promise.all(tables.map((table) => db.rows(sql`select t.*, t.xmin::text as version from ${sql.raw(table)} t order by t::text`)))
}
const resolve = (context: Context) => context.db.transaction((tx) => resolveReferences(tx, context.organization.id))

describe('merging the objects of a portal export', () => {
  const use = useDatabase()

  it('writes patterns with texts and counters as columns, numbers as reported, metrics unknown', async () => {
    const context = await newContext(use.database)
    expect(await mergePortal(context, mergePatterns, { patterns: patterns() })).toEqual({ inserted: 2, updated: 0, unchanged: 0 })
    const [first, second] = await context.db.rows<Record<string, unknown>>(sql`select * from patterns order by id`)
    expect(first).toMatchObject({
      id: 'PT-1',
      title: 'Visits without modifier 25',
      category: 'modifier-missing',
      status: 'improving',
      tier: 'high',
      origin: 'imported',
      denial_reason: 'Modifier missing or inconsistent',
      first_detected: '2025-08-05',
      last_seen: '2025-11-12',
      learning_progress: 40,
      practice_sessions_completed: 2,
      corrections_applied: 3,
      action_category: 'coding_knowledge',
      recovery_status: 'recoverable',
      short_term_action: { canResubmit: true },
      score_frequency: null,
      total_at_risk: null,
      baseline_claim_count: null,
      last_computed_at: null,
      computation_status: 'pending',
      reported: { score: { frequency: 3 }, totalAtRisk: 640.5 },
    })
    expect(second).toMatchObject({ category: 'unclassified', status: 'active', denial_reason: null, short_term_action: null })
    expect(await context.db.rows(sql`select pattern_id, kind, reference from pattern_relations order by 1, 2, 3`)).toHaveLength(5)
    expect(await context.db.rows(sql`select kind, happened_on, note, position from pattern_actions where pattern_id = 'PT-1' order by position`)).toEqual([
      { kind: 'practice_session', happened_on: '2025-09-15', note: null, position: 1 },
      { kind: 'staff_training', happened_on: '2025-10-01', note: 'Coders met', position: 2 },
    ])
  })

  it('links evidence to claims that are here and keeps the names of those that are not', async () => {
    const context = await newContext(use.database)
    await addClaim(context, 'CL-1')
    await mergePortal(context, mergePatterns, { patterns: patterns() })
    const evidence = () =>
      context.db.rows(sql`select claim_reference, claim_id, service_date, billed_amount, modifiers, origin from pattern_evidence order by claim_reference`)
    expect(await evidence()).toEqual([
      { claim_reference: 'CL-1', claim_id: 'CL-1', service_date: '2025-11-03', billed_amount: '180.50', modifiers: [], origin: 'imported' },
      { claim_reference: 'OLD-1', claim_id: null, service_date: null, billed_amount: '230.00', modifiers: ['59'], origin: 'imported' },
      { claim_reference: 'OLD-2', claim_id: null, service_date: null, billed_amount: '230.00', modifiers: [], origin: 'imported' },
    ])
    const unresolved = () => context.db.rows(sql`select from_id, field, reference from unresolved_references order by from_id, reference`)
    expect(await unresolved()).toEqual([
      { from_id: 'PT-1', field: 'affectedClaims', reference: 'OLD-1' },
      { from_id: 'PT-1', field: 'affectedClaims', reference: 'OLD-2' },
      { from_id: 'PT-2', field: 'affectedClaims', reference: 'CL-4' },
    ])
    await addClaim(context, 'OLD-1')
    expect(await resolve(context)).toBe(1)
    expect(await unresolved()).toHaveLength(2)
    expect((await evidence())[1]).toMatchObject({ claim_id: 'OLD-1', service_date: '2025-11-03' })
  })

  it('touches no row when the same comes again', async () => {
    const context = await newContext(use.database)
    const all = [
      [mergePolicies, { policies: policies() }, 2],
      [mergePatterns, { patterns: patterns() }, 2],
      [mergeLearningEvents, { learningEvents: events() }, 4],
      [mergeCodeReferences, { codeIntelligence: codes() }, 2],
    ] as const
    for (const [merge, content, inserted] of all) expect(await mergePortal(context, merge, content)).toEqual({ inserted, updated: 0, unchanged: 0 })
    const before = await everything(context)
    for (const [merge, content, unchanged] of all) expect(await mergePortal(context, merge, content)).toEqual({ inserted: 0, updated: 0, unchanged })
    await resolve(context)
    expect(await everything(context)).toEqual(before)
  })

  it('takes over what a later export changed, and leaves alone what people and computations wrote', async () => {
    const context = await newContext(use.database)
    await mergePortal(context, mergePatterns, { patterns: patterns() })
    await context.db.run(sql`update patterns set status = 'resolved', tier = 'critical', score_frequency = 9, last_computed_at = now() where id = 'PT-1'`)
    await context.db.run(
      sql`insert into pattern_actions (organization_id, pattern_id, position, kind, happened_on) values (${context.organization.id}, 'PT-1', 3, 'resubmission', '2025-12-01')`,
    )
    await context.db.run(
      sql`insert into pattern_evidence (organization_id, pattern_id, claim_reference, line_number, origin) values (${context.organization.id}, 'PT-1', 'D-1', 1, 'detected')`,
    )
    const [first, second] = patterns()
    const changed = { ...first, title: 'A new title', evidence: [], affectedClaims: ['OLD-2', 'OLD-3'], improvements: [], status: 'active' }
    expect(await mergePortal(context, mergePatterns, [changed, second])).toEqual({ inserted: 0, updated: 1, unchanged: 1 })
    expect(await context.db.row(sql`select title, status, tier, score_frequency from patterns where id = 'PT-1'`)).toEqual({
      title: 'A new title',
      status: 'resolved',
      tier: 'critical',
      score_frequency: 9,
    })
    expect(await context.db.rows(sql`select claim_reference, origin from pattern_evidence where pattern_id = 'PT-1'`)).toEqual([
      { claim_reference: 'D-1', origin: 'detected' },
    ])
    expect(await context.db.rows(sql`select position, kind from pattern_actions where pattern_id = 'PT-1' order by position`)).toEqual([
      { position: 3, kind: 'resubmission' },
      { position: 4, kind: 'staff_training' },
    ])
    expect(await context.db.rows(sql`select reference from unresolved_references where from_id = 'PT-1' order by 1`)).toEqual([
      { reference: 'OLD-2' },
      { reference: 'OLD-3' },
    ])
  })

  it('writes policies with limits read, conditions as rows and metrics unknown', async () => {
    const context = await newContext(use.database)
    await mergePortal(context, mergePolicies, policies())
    expect(await context.db.row(sql`select * from policies where id = 'PO-1'`)).toMatchObject({
      mode: 'active',
      age_restrictions: '18 years and older',
      age_min: 18,
      age_max: null,
      frequency_limit_count: 1,
      frequency_limit_period: null,
      frequency_limit_days: 90,
      hit_rate: null,
      denial_rate: null,
      impact: null,
      trend: null,
      reported: { hitRate: 45, impact: 30621.5 },
      geography: { regions: ['Lakeshore'] },
      learning_markers_count: 3,
    })
    expect(await context.db.rows(sql`select code from policy_procedure_codes where policy_id = 'PO-1' order by code`)).toEqual([
      { code: '99213' },
      { code: '99214' },
    ])
    expect(
      await context.db.rows(sql`select kind, code, label from policy_conditions where policy_id = 'PO-1' and kind in ('carc', 'specialty') order by kind`),
    ).toEqual([
      { kind: 'carc', code: '4', label: null },
      { kind: 'specialty', code: '01', label: 'General' },
    ])
    const [first, second] = policies()
    expect(await mergePortal(context, mergePolicies, [{ ...first, procedureCodes: ['99215'], carcCodes: [] }, second])).toEqual({
      inserted: 0,
      updated: 1,
      unchanged: 1,
    })
    expect(await context.db.rows(sql`select code from policy_procedure_codes where policy_id = 'PO-1'`)).toEqual([{ code: '99215' }])
    expect(await context.db.rows(sql`select code from policy_conditions where policy_id = 'PO-1' and kind = 'carc'`)).toEqual([])
  })

  it('links learning events to what is here, and to the rest when it comes', async () => {
    const context = await newContext(use.database)
    await addClaim(context, 'CL-1')
    const named = {
      id: 'EV-9',
      timestamp: '2025-11-16T09:00:00Z',
      type: 'insight-viewed',
      context: 'claims',
      metadata: { patternReason: 'Modifier missing or inconsistent' },
    }
    expect(await mergePortal(context, mergeLearningEvents, { learningEvents: [...events(), named] })).toEqual({ inserted: 5, updated: 0, unchanged: 0 })
    const links = () => context.db.rows(sql`select id, pattern_id, claim_id from learning_events order by id`)
    expect(await links()).toEqual([
      { id: 'EV-1', pattern_id: null, claim_id: 'CL-1' },
      { id: 'EV-2', pattern_id: null, claim_id: null },
      { id: 'EV-3', pattern_id: null, claim_id: null },
      { id: 'EV-4', pattern_id: null, claim_id: null },
      { id: 'EV-9', pattern_id: null, claim_id: null },
    ])
    await mergePortal(context, mergePatterns, { patterns: patterns() })
    await resolve(context)
    expect((await links()).slice(1)).toEqual([
      { id: 'EV-2', pattern_id: 'PT-1', claim_id: null },
      { id: 'EV-3', pattern_id: null, claim_id: null },
      { id: 'EV-4', pattern_id: 'PT-1', claim_id: null },
      { id: 'EV-9', pattern_id: 'PT-1', claim_id: null },
    ])
    expect(await context.db.rows(sql`select from_id, field, reference from unresolved_references where from_table = 'learning_events' order by 1`)).toEqual([
      { from_id: 'EV-3', field: 'patternId', reference: 'PT-77' },
      { from_id: 'EV-4', field: 'claimId', reference: 'OLD-1' },
    ])
    expect(await context.db.row(sql`select duration_ms, outcome_type, correction_applied, metadata from learning_events where id = 'EV-2'`)).toMatchObject({
      duration_ms: 180000,
      outcome_type: 'correct',
      correction_applied: true,
      metadata: { practiceType: 'guided' },
    })
    await context.db.run(sql`delete from patterns where id = 'PT-1'`)
    expect((await links())[1]).toEqual({ id: 'EV-2', pattern_id: null, claim_id: null })
  })

  it('writes reference texts of codes, a later export over an earlier one', async () => {
    const context = await newContext(use.database)
    await mergePortal(context, mergeCodeReferences, { codeIntelligence: codes() })
    expect(await context.db.row(sql`select * from code_intelligence where procedure_code = '99213'`)).toMatchObject({
      average_reimbursement: '77.50',
      related_codes: ['99214'],
      common_denial_reasons: [{ reason: 'Missing Modifier 25' }],
      extra: { payerRules: [{ payerId: 'PAY-1' }] },
    })
    const [visit] = codes()
    expect(await mergePortal(context, mergeCodeReferences, { codeIntelligence: [{ ...visit, avgReimbursement: 78.25 }] })).toEqual({
      inserted: 0,
      updated: 1,
      unchanged: 0,
    })
    expect(await context.db.row(sql`select average_reimbursement from code_intelligence where procedure_code = '99213'`)).toEqual({
      average_reimbursement: '78.25',
    })
  })

  it('takes the last of two objects of one id', async () => {
    const context = await newContext(use.database)
    const [first] = patterns()
    expect(await mergePortal(context, mergePatterns, [first, { ...first, title: 'Last' }])).toEqual({ inserted: 1, updated: 0, unchanged: 0 })
    expect(await context.db.rows(sql`select title from patterns`)).toEqual([{ title: 'Last' }])
  })

  it('adds up the words of files, each file once, and keeps what somebody said they mean', async () => {
    const context = await newContext(use.database)
    const word = { kind: 'word' as const, field: 'denialReason', word: 'Blue form', readAs: null, occurrences: 3 }
    const slice = await stage(context, [word])
    const merge = () => context.db.transaction((tx) => mergeWords(tx, slice))
    expect(await merge()).toEqual({ inserted: 1, updated: 0, unchanged: 0 })
    expect(await merge()).toEqual({ inserted: 0, updated: 0, unchanged: 1 })
    await context.db.run(sql`update import_word_mappings set read_as = 'Claim lacks information'`)
    const later = await stage(context, [
      { ...word, occurrences: 2, readAs: 'Something else' },
      { ...word, word: 'Green form', readAs: null },
    ])
    expect(await context.db.transaction((tx) => mergeWords(tx, later))).toEqual({ inserted: 1, updated: 1, unchanged: 0 })
    expect(await context.db.rows(sql`select word, read_as, occurrences from import_word_mappings order by word`)).toEqual([
      { word: 'Blue form', read_as: 'Claim lacks information', occurrences: 5 },
      { word: 'Green form', read_as: null, occurrences: 3 },
    ])
  })

  it('keeps organizations apart', async () => {
    const [here, there] = [await newContext(use.database), await newContext(use.database)]
    await addClaim(there, 'OLD-1')
    await mergePortal(here, mergePatterns, { patterns: patterns() })
    await mergePortal(there, mergePatterns, { patterns: patterns() })
    expect(await here.db.row(sql`select claim_id from pattern_evidence where claim_reference = 'OLD-1'`)).toEqual({ claim_id: null })
    expect(await there.db.row(sql`select claim_id from pattern_evidence where claim_reference = 'OLD-1'`)).toEqual({ claim_id: 'OLD-1' })
  })
})
