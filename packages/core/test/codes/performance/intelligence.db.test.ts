import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { getCodeIntelligence } from '../../../src/codes/performance/intelligence.ts'
import { refreshCodePerformance } from '../../../src/codes/performance/refresh.ts'
import { perform } from '../../../src/operation.ts'
import { insertClaims } from '../../factories/claims.ts'
import { newContext, useDatabase } from '../../support/database.ts'

describe('the intelligence of a procedure code', () => {
  const use = useDatabase()

  const prepared = async () => {
    const context = await newContext(use.database)
    const organizationId = context.organization.id
    await context.db.run(sql`
      insert into code_intelligence (organization_id, procedure_code, description, category, average_reimbursement, frequency_limit_count, frequency_limit_period,
        required_modifiers, common_mistakes, source, extra, updated_at)
      values (${organizationId}, '99213', 'Visit, in our words', 'Visits', 92.5, 1, 'day', '["25"]', 'No modifier', 'A textbook', '{"documentationRequirements": ["Reason"]}', '2026-01-05T00:00:00Z')`)
    await context.db.run(sql`
      insert into policies (organization_id, id, name, mode, effective_date, fix_guidance)
      values (${organizationId}, 'PO-1', 'Visits with procedures', 'active', '2026-01-01', 'Add the modifier'), (${organizationId}, 'PO-2', 'Something else', 'draft', null, null)`)
    await context.db.run(
      sql`insert into policy_procedure_codes (organization_id, policy_id, code) values (${organizationId}, 'PO-1', '99213'), (${organizationId}, 'PO-2', '36415')`,
    )
    return context
  }

  it('is reference text and own facts, each with its source', async () => {
    const context = await prepared()
    const before = await perform(getCodeIntelligence, context, { code: ' 99213 ' })
    expect(before).toEqual({
      procedureCode: '99213',
      licensed: null,
      reference: {
        origin: 'imported reference',
        source: 'A textbook',
        referenceUrl: null,
        importedAt: '2026-01-05T00:00:00.000Z',
        description: 'Visit, in our words',
        category: 'Visits',
        averageReimbursement: 92.5,
        frequencyLimit: { count: 1, period: 'day' },
        ageMin: null,
        ageMax: null,
        requiredModifiers: ['25'],
        relatedCodes: [],
        commonDenialReasons: [],
        commonMistakes: 'No modifier',
        fixGuidance: null,
        other: { documentationRequirements: ['Reason'] },
      },
      own: null,
      ownStatus: 'not_computed',
      policies: [{ id: 'PO-1', name: 'Visits with procedures', mode: 'active', effectiveDate: '2026-01-01', endDate: null, fixGuidance: 'Add the modifier' }],
      patterns: [],
      asOf: '2026-03-31T12:00:00.000Z',
    })
    await insertClaims(context, [{ id: 'C1', served: '2026-02-01', decided: '2026-02-20', procedure: '99213', carc: '4' }])
    await refreshCodePerformance({ ...context, now: new Date('2026-03-30T09:00:00Z') })
    const { own, ownStatus } = await perform(getCodeIntelligence, context, { code: '99213' })
    expect([own, ownStatus]).toMatchObject([
      { origin: 'own claims', period: { start: '2025-03-31', end: '2026-03-31' }, deniedLineCount: 1, denialRate: 100, asOf: '2026-03-30T09:00:00.000Z' },
      'computed',
    ])
    expect(await perform(getCodeIntelligence, context, { code: '36415' })).toMatchObject({
      reference: null,
      own: null,
      ownStatus: 'no_lines',
      policies: [{ id: 'PO-2' }],
    })
  })

  it('names the patterns that have the code in their scope or refer to it, by their denied dollars', async () => {
    const context = await prepared()
    const id = context.organization.id
    const scoped = JSON.stringify([{ field: 'procedureCode', op: 'is', value: '99213' }])
    await context.db.run(sql`
      insert into patterns (organization_id, id, title, description, origin, category, denial_reason, status, scope, scope_key, score_impact, current_denial_rate)
      values (${id}, 'SCOPED', 'Authorization', 'Denied for 99213', 'detected', 'authorization', 'Authorization absent', 'active', ${scoped}::jsonb, 'a', 100, 12.345),
             (${id}, 'NAMED', 'Imported', 'Its own words', 'imported', 'authorization', null, 'active', '[]', null, 500, null),
             (${id}, 'OLD', 'Old', 'Archived', 'detected', 'authorization', 'Not medically necessary', 'archived', ${scoped}::jsonb, 'b', 900, null),
             (${id}, 'OTHER', 'Other', 'Of another code', 'detected', 'authorization', 'Bundled into another service', 'active', '[{"field":"procedureCode","op":"is","value":"99214"}]', 'c', 900, null)`)
    await context.db.run(sql`insert into pattern_relations (organization_id, pattern_id, kind, reference) values (${id}, 'NAMED', 'procedure_code', '99213')`)
    const { patterns } = await perform(getCodeIntelligence, context, { code: '99213' })
    expect(patterns.map(({ id, sentence, denialRate }) => [id, sentence, denialRate])).toEqual([
      ['NAMED', 'Imported', null],
      ['SCOPED', 'Denied for 99213', 12.35],
    ])
  })

  it('names a licensed text where one was loaded', async () => {
    const context = await prepared()
    await context.db.run(sql`
      insert into code_labels (organization_id, code_system, code, label, source, loaded_at)
      values (${context.organization.id}, 'hcpcs', 'J0001', 'Text of the owner', 'License 1', '2026-01-01T00:00:00Z')`)
    expect(await perform(getCodeIntelligence, context, { code: 'j0001' })).toMatchObject({
      procedureCode: 'J0001',
      licensed: { text: 'Text of the owner' },
      reference: null,
    })
  })

  it('of a code that nobody knows is an error that says so', async () => {
    const context = await prepared()
    await expect(perform(getCodeIntelligence, context, { code: '00000' })).rejects.toMatchObject({
      code: 'not_found',
      message: expect.stringContaining('have not been computed'),
      command: 'overturn codes refresh',
    })
    await insertClaims(context, [{ id: 'C1', served: '2026-02-01', procedure: '99213' }])
    await refreshCodePerformance(context)
    await expect(perform(getCodeIntelligence, context, { code: '00000' })).rejects.toMatchObject({
      message: expect.stringContaining('no line of the last twelve months'),
    })
  })
})
