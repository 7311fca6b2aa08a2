import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { checkClaims } from '../../src/checks/check-claims.ts'
import type { ClaimInput } from '../../src/checks/claim-input.ts'
import type { Context } from '../../src/context.ts'
import { perform } from '../../src/operation.ts'
import type { Condition } from '../../src/patterns/scope/condition.ts'
import { insertCheck, insertScopedPattern, performance, type CheckSpec } from '../factories/patterns.ts'
import { claim837, file837 } from '../factories/x12.ts'
import { newContext, useDatabase } from '../support/database.ts'

const use = useDatabase()
let context: Context
beforeEach(async () => {
  context = await newContext(use.database)
})

const is = (field: Condition['field'], value: string): Condition => ({ field, op: 'is', value })
const lacks25: Condition = { field: 'modifier', op: 'lacks', value: '25' }

async function check(id: string, reason: string, scope: Condition[], more: Partial<CheckSpec> = {}) {
  await insertScopedPattern(context, { id: `PTN-${id}`, reason, scope, title: `Title of ${id}` })
  await insertCheck(context, { id: `CHK-${id}`, patternId: `PTN-${id}`, ...more })
}

const visit = (more: Partial<ClaimInput> = {}): ClaimInput => ({
  patientControlNumber: 'PCN-9',
  payer: 'HM001',
  serviceDate: '2026-03-01',
  lines: [
    { procedureCode: '99213', billedAmount: 120.5 },
    { procedureCode: '93000', billedAmount: 60 },
  ],
  ...more,
})
const ask = (claims: ClaimInput[], more: object = {}) => perform(checkClaims, context, { claims, ...more })

describe('claims that are about to be sent', () => {
  it('are told line by line why a denial is likely, and what to do', async () => {
    await check('1', 'Modifier missing or inconsistent', [is('payer', 'HM001'), is('procedureCode', '99213'), lacks25])
    const { asOf, ...answer } = await ask([visit({ payer: 'Another payer' }), visit()])
    expect(asOf).toBe('2026-03-31T12:00:00.000Z')
    expect(answer).toEqual({
      claims: [
        {
          position: 2,
          patientControlNumber: 'PCN-9',
          lines: [
            {
              lineNumber: 1,
              procedureCode: '99213',
              atStake: 120.5,
              alerts: [
                {
                  check: 'CHK-1',
                  pattern: 'PTN-1',
                  state: 'live',
                  reason: 'Modifier missing or inconsistent',
                  scope: [is('payer', 'HM001'), is('procedureCode', '99213'), lacks25],
                  evidence: {
                    start: '2026-01-01',
                    end: '2026-02-01',
                    claims: 100,
                    denied: 40,
                    rate: 40,
                    interval: { low: 30.94, high: 49.8 },
                    rateElsewhere: 2,
                  },
                  why: 'Title of 1. Of 100 such claims 40 were denied for “Modifier missing or inconsistent” (40.0 %, 95 % interval 30.9 to 49.8 %); of other claims 2.0 %.',
                  fixes: [
                    'Add modifier 25 if the record supports it.',
                    'Check before sending whether the services of the visit need a modifier, and that the record supports the one that is used.',
                  ],
                  atStake: 120.5,
                },
              ],
            },
          ],
        },
      ],
      totals: { claims: 2, lines: 4, claimsWithAlerts: 1, linesWithAlerts: 1, atStake: 120.5 },
      checks: 1,
    })
  })

  it('are told nothing once it is mended', async () => {
    await check('1', 'Modifier missing or inconsistent', [is('procedureCode', '99213'), lacks25])
    expect(await ask([visit({ lines: [{ procedureCode: '99213', modifiers: ['25'] }] })])).toMatchObject({
      claims: [],
      totals: { claimsWithAlerts: 0, atStake: 0 },
    })
  })

  it('are told of each reason by the most specific live check, and of shadow only where it is asked for', async () => {
    const reason = 'Authorization absent'
    await check('1', reason, [is('payer', 'HM001')])
    await check('2', reason, [is('payer', 'HM001'), is('procedureCode', '93000')])
    await check('3', 'Filing time limit passed', [{ field: 'daysToSubmission', op: 'above', value: 29 }])
    await check('4', reason, [is('payer', 'HM001'), is('procedureCode', '93000'), lacks25], { state: 'shadow' })
    await check('5', reason, [lacks25], { state: 'retired' })
    const said = async (more: object = {}) =>
      (await ask([visit()], more)).claims.map(({ lines }) =>
        lines.map(({ lineNumber, alerts }) => [lineNumber, ...alerts.map((alert) => `${alert.state} ${alert.check}`)]),
      )
    expect(await said()).toEqual([
      [
        [1, 'live CHK-1', 'live CHK-3'],
        [2, 'live CHK-2', 'live CHK-3'],
      ],
    ])
    expect(await said({ includeShadow: true })).toEqual([
      [
        [1, 'live CHK-1', 'live CHK-3'],
        [2, 'live CHK-2', 'live CHK-3', 'shadow CHK-4'],
      ],
    ])
  })

  it('are late as of today where no day of submission is given', async () => {
    await check('1', 'Filing time limit passed', [{ field: 'daysToSubmission', op: 'above', value: 30 }])
    // 2026-03-01 to 2026-03-31 are thirty days.
    expect((await ask([visit()])).claims).toEqual([])
    expect((await ask([visit({ serviceDate: '2026-02-28' })])).claims[0]?.lines).toHaveLength(2)
    expect((await ask([visit({ serviceDate: '2026-02-28', submissionDate: '2026-03-02' })])).claims).toEqual([])
    expect((await ask([visit({ serviceDate: '2026-02-28' })])).claims[0]?.lines[0]?.alerts[0]?.fixes[0]).toMatch(
      /^It is sent more than 30 days after the service/,
    )
  })

  it('are told by what the check has said since, once that is enough', async () => {
    const latest = performance({ start: '2026-02-01', end: '2026-03-01', alerts: 50, denied: 5 })
    await check('1', 'Authorization absent', [is('payer', 'HM001')], { latest })
    const [claim] = (await ask([visit({ hasAuthorization: false })])).claims
    expect(claim?.lines[0]?.alerts[0]).toMatchObject({ evidence: { start: '2026-02-01', claims: 50, denied: 5, rate: 10 } })
    expect(claim?.lines[0]?.alerts[0]?.fixes[0]).toBe('Put the number of the prior authorization on the claim; there is none on it.')
  })

  it('may name payers by name and providers by NPI, where these are one’s alone', async () => {
    const { id } = context.organization
    await context.db.run(sql`
      insert into payers (organization_id, id, name) values (${id}, 'HM001', 'Harbor Mutual'), (${id}, 'T1', 'Twin'), (${id}, 'T2', 'Twin')`)
    await context.db.run(sql`
      insert into providers (organization_id, id, name, npi) values (${id}, 'DR1', 'Willow Practice', '1999999984'), (${id}, 'DR2', 'Healer', '1999999976')`)
    await check('1', 'Authorization absent', [is('payer', 'HM001'), is('provider', 'DR1')])
    await check('2', 'Referral absent', [is('provider', 'DR2')])
    await check('3', 'Filing time limit passed', [is('payer', 'T1')])
    const checks = async (claim: Partial<ClaimInput>) => (await ask([visit(claim)])).claims.flatMap(({ lines }) => lines[0]!.alerts.map((alert) => alert.check))
    expect(await checks({ payer: 'harbor mutual', provider: '1999999984' })).toEqual(['CHK-1'])
    expect(await checks({ payer: 'HM001', provider: 'DR1', renderingProvider: '1999999976' })).toEqual(['CHK-1', 'CHK-2'])
    expect(await checks({ payer: 'Twin' })).toEqual([])
  })

  it('may come as an 837, of which nothing is kept', async () => {
    await check('1', 'Diagnosis does not support the procedure', [is('payer', 'HM001'), is('diagnosis', 'I10'), is('provider', '1999999976')])
    const answer = await perform(checkClaims, context, { x12: file837().toString() })
    // Of the two diagnoses J06.9 and I10 both lines point to the second.
    expect(answer.claims).toMatchObject([
      {
        patientControlNumber: 'PCN-1',
        lines: [
          { lineNumber: 1, atStake: 120 },
          { lineNumber: 2, atStake: 60 },
        ],
      },
    ])
    expect(answer.totals).toEqual({ claims: 1, lines: 2, claimsWithAlerts: 1, linesWithAlerts: 2, atStake: 180 })
    expect(JSON.stringify(answer)).not.toMatch(/Rowan|Testcase|M-1001|GROUP-9|AUTH-1/)
    const kept = await context.db.row<{ rows: number }>(
      sql`select (select count(*) from claims) + (select count(*) from imports) + (select count(*) from payers) as rows`,
    )
    expect(kept?.rows).toBe(0)
    const trail = await context.db.rows(sql`select * from audit_events where operation = 'claims.check'`)
    expect(trail).toEqual([])
  })

  it('are refused by field where they are none', async () => {
    await expect(ask([visit({ lines: [] })])).rejects.toMatchObject({ code: 'invalid_input', fields: [{ field: 'claims.0.lines' }] })
    await expect(perform(checkClaims, context, {})).rejects.toMatchObject({ code: 'invalid_input', fields: [{ field: 'claims' }] })
    await expect(perform(checkClaims, context, { claims: [visit()], x12: 'ISA' })).rejects.toMatchObject({ code: 'invalid_input', fields: [{ field: 'x12' }] })
    await expect(perform(checkClaims, context, { x12: 'Hello' })).rejects.toMatchObject({ code: 'invalid_input', fields: [{ field: 'x12' }] })
    const broken = file837({ claims: [claim837.map((segment) => segment.replace('PCN-1*180', 'PCN-1*much'))] }).toString()
    await expect(perform(checkClaims, context, { x12: broken })).rejects.toMatchObject({ code: 'invalid_input', fields: [{ field: 'x12' }] })
  })
})
