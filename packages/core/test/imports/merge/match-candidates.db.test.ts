import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Context } from '../../../src/context.ts'
import { findClaims, type Wanted } from '../../../src/imports/merge/candidates.ts'
import type { ClaimKey } from '../../../src/imports/merge/match/claims.ts'
import { newContext, useDatabase } from '../../support/database.ts'

const key = (more: Partial<ClaimKey> = {}): ClaimKey => ({
  patientControlNumber: 'ACCOUNT',
  payerControlNumber: null,
  payerId: null,
  memberId: 'M-1',
  serviceDate: '2026-01-10',
  billed: 1_000,
  ...more,
})
const submission = (more: Partial<ClaimKey> = {}) =>
  ({ ...key(more), frequencyCode: '1', submissionDate: null, payerRank: 'primary', procedureCodes: [], renderingProviderId: null }) as const

describe('claims that can be the one', () => {
  const use = useDatabase()

  const add = ({ db, organization }: Context, id: string, more: Partial<ClaimKey & { isSubmitted: boolean }> = {}) => {
    const { patientControlNumber, payerControlNumber, memberId, serviceDate, billed } = key(more)
    return db.run(sql`
      insert into claims (organization_id, id, import_id, patient_control_number, payer_control_number, member_id, date_of_service, billed_amount, is_submitted)
      values (${organization.id}, ${id}, 0, ${patientControlNumber}, ${payerControlNumber}, ${memberId}, ${serviceDate}, ${billed / 100}, ${more.isSubmitted ?? true})`)
  }
  const found = async ({ db, organization }: Context, wanted: Partial<Wanted>) => {
    const all = { ids: [], decisions: [], submissions: [], ...wanted }
    const { candidates } = await db.transaction((tx) => findClaims(tx, { organizationId: organization.id, importId: 1 }, all))
    return candidates.map(({ id }) => id).sort()
  }

  it('are few, also where a sender gives all its claims one number', async () => {
    const context = await newContext(use.database)
    await add(context, 'same day', { billed: 5 })
    await add(context, 'undated', { serviceDate: null, billed: 5 })
    await add(context, 'payer’s number', { payerControlNumber: 'I', serviceDate: '2025-01-01', billed: 5 })
    await add(context, 'same charge', { serviceDate: '2025-01-02' })
    await add(context, 'neither', { serviceDate: '2025-01-03', billed: 5 })
    await add(context, 'another number', { patientControlNumber: 'OTHER' })
    expect(await found(context, { decisions: [key()] })).toEqual(['same day', 'undated'])
    expect(await found(context, { decisions: [key({ payerControlNumber: 'I' })] })).toEqual(['payer’s number', 'same day', 'undated'])
    expect(await found(context, { decisions: [key({ serviceDate: null })] })).toEqual(['same charge', 'undated'])
    // A correction may be of another day.
    expect(await found(context, { submissions: [submission()] })).toEqual(['same charge', 'same day', 'undated'])
  })

  it('bear no number where a remittance that left it out made them', async () => {
    const context = await newContext(use.database)
    await add(context, 'decided', { patientControlNumber: null, isSubmitted: false })
    await add(context, 'submitted', { patientControlNumber: null })
    await add(context, 'another day', { patientControlNumber: null, isSubmitted: false, serviceDate: '2026-01-11' })
    expect(await found(context, { submissions: [submission()] })).toEqual(['decided'])
    expect(await found(context, { decisions: [key()] })).toEqual([])
    expect(await found(context, { decisions: [key({ patientControlNumber: null })] })).toEqual(['decided', 'submitted'])
  })
})
