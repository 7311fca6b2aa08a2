import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { getClaim } from '../../src/claims/get.ts'
import { perform } from '../../src/operation.ts'
import { insertClaims } from '../factories/claims.ts'
import { newContext, useDatabase } from '../support/database.ts'

describe('one claim', () => {
  const use = useDatabase()

  it('has its lines, decisions with adjustments and remarks, appeals and patterns', async () => {
    const context = await newContext(use.database)
    const { id } = context.organization
    await insertClaims(context, [
      {
        id: 'C1',
        submitted: '2026-01-05',
        served: '2026-01-02',
        decided: '2026-01-20',
        rendering: 'DR2',
        rarc: 'N115',
        lines: [
          { billed: 60, paid: 50, procedure: '99213' },
          { billed: 40, carc: '50', procedure: '80053', modifiers: ['QW'], diagnoses: ['E11.9'] },
        ],
        overturnedOn: '2026-02-20',
        recovered: 30,
        appeals: [{ filed: '2026-02-01', outcome: 'overturned', decided: '2026-02-19', recovered: 30 }],
      },
      { id: 'C2', submitted: '2026-01-05', carc: '29', decided: '2026-01-20' },
    ])
    await context.db.run(
      sql`insert into patterns (organization_id, id, title, category, tier) values (${id}, 'PAT', 'Pattern', 'medical-necessity', 'high'), (${id}, 'OTHER', 'Other', 'timing', 'low')`,
    )
    await context.db.run(sql`
      insert into pattern_claims (organization_id, pattern_id, claim_id, line_number, denied)
      values (${id}, 'PAT', 'C1', 2, true), (${id}, 'OTHER', 'C1', 1, false), (${id}, 'OTHER', 'C2', 1, true)`)

    const { claim } = await perform(getClaim, context, { id: 'C1' })
    const denial = {
      reason: 'Not medically necessary',
      group: 'CO',
      carc: '50',
      rarc: 'N115',
      category: 'medical-necessity',
      action: 'documentation',
      remedy: 'appeal',
    }
    expect(claim).toMatchObject({
      id: 'C1',
      status: 'overturned',
      use: 'claim',
      initialOutcome: 'partially_denied',
      finalOutcome: 'paid',
      billedAmount: 100,
      paidAmount: 80,
      deniedAmount: 40,
      openDeniedAmount: 0,
      firstDecidedOn: '2026-01-20',
      firstDeniedOn: '2026-01-20',
      renderingProviderId: 'DR2',
      renderingProviderName: 'Provider DR2',
      denial,
      appeals: [{ level: 1, appealDate: '2026-02-01', outcome: 'overturned', decidedOn: '2026-02-19', recoveredAmount: 30, lineNumbers: [], note: null }],
      patterns: [{ id: 'PAT', title: 'Pattern', tier: 'high', status: 'active', lineNumbers: [2] }],
    })
    expect(claim.lines).toMatchObject([
      { lineNumber: 1, procedureCode: '99213', status: 'paid', billedAmount: 60, paidAmount: 50, units: 1, denial: null, initiallyDenied: false },
      {
        lineNumber: 2,
        procedureCode: '80053',
        modifiers: ['QW'],
        diagnosisCodes: ['E11.9'],
        status: 'overturned',
        paidAmount: 30,
        denialDate: '2026-01-20',
        denial,
        finallyDenied: false,
      },
    ])
    expect(claim.decisions.map(({ kind, decidedOn, paidAmount, statusCode }) => [kind, decidedOn, paidAmount, statusCode])).toEqual([
      ['original', '2026-01-20', 50, '1'],
      ['reversal', '2026-02-20', -50, '22'],
      ['original', '2026-02-20', 80, '1'],
    ])
    expect(claim.decisions[0]).toMatchObject({
      payerName: 'Payer P1',
      payerRank: 'primary',
      outcome: 'partially_denied',
      chargeAmount: 100,
      adjustments: [],
      remarks: [],
    })
    expect(claim.decisions[0]!.lines).toMatchObject([
      {
        lineNumber: 1,
        claimLineNumber: 1,
        denied: false,
        denial: null,
        adjustments: [{ group: 'CO', carc: '45', label: 'Above the agreed, scheduled or legal price', amount: 10, quantity: null }],
        remarks: [],
      },
      {
        lineNumber: 2,
        denied: true,
        denial,
        adjustments: [{ group: 'CO', carc: '50', label: 'Payer sees no medical need', amount: 40 }],
        remarks: [{ source: 'LQ', rarc: 'N115', label: 'Local coverage determination decided' }],
      },
    ])
    expect(claim.decisions[2]!.lines[1]).toMatchObject({ paidAmount: 30, denied: false, adjustments: [{ carc: '45', amount: 10 }], remarks: [] })
  })

  it('shows what is known of a claim without lines or decisions, and prior authorizations too', async () => {
    const context = await newContext(use.database)
    await insertClaims(context, [
      { id: 'bare', decided: '2026-01-20', reason: 'Some words of a source', lines: [], payer: null, provider: null },
      { id: 'open', submitted: '2026-01-05', use: 'preauthorization' },
    ])
    const { claim } = await perform(getClaim, context, { id: 'bare' })
    expect(claim).toMatchObject({ lines: [], payerName: null, providerName: null, submissionDate: null, appeals: [], patterns: [] })
    expect(claim.denial).toEqual({
      reason: 'Some words of a source',
      group: null,
      carc: null,
      rarc: null,
      category: 'unclassified',
      action: null,
      remedy: 'none',
    })
    expect((await perform(getClaim, context, { id: 'open' })).claim).toMatchObject({ use: 'preauthorization', status: 'pending', decisions: [], denial: null })
  })

  it('says nothing of the patient but the account number, by which the practice knows the claim', async () => {
    const context = await newContext(use.database)
    await insertClaims(context, [{ id: 'C1', submitted: '2026-01-05' }])
    await context.db.run(sql`
      update claims set patient_name = 'Ada Example', patient_dob = '1980-02-03', member_id = 'MEMBER-9', patient_control_number = 'ACCOUNT-7', extra = '{"patientPhone": "555"}'
      where organization_id = ${context.organization.id}`)
    const { claim } = await perform(getClaim, context, { id: 'C1' })
    expect(claim.patientControlNumber).toBe('ACCOUNT-7')
    expect(JSON.stringify(claim)).not.toMatch(/Ada|1980|MEMBER-9|555/)
  })

  it('names the id that is not there, also when another organization has it', async () => {
    const context = await newContext(use.database)
    await insertClaims(await newContext(use.database), [{ id: 'C-99' }])
    await expect(perform(getClaim, context, { id: 'C-99' })).rejects.toMatchObject({ code: 'not_found', message: expect.stringContaining('"C-99"') })
  })
})
