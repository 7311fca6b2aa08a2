import { parse } from 'csv-parse/sync'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { ActorRole } from '../../../src/access/roles.ts'
import { exportClaims } from '../../../src/claims/export/operation.ts'
import { listClaims } from '../../../src/claims/list.ts'
import type { Context } from '../../../src/context.ts'
import { perform } from '../../../src/operation.ts'
import { insertClaims, type ClaimSpec } from '../../factories/claims.ts'
import { newContext, useDatabase } from '../../support/database.ts'

const use = useDatabase()
const all = { dateRange: 'all' }
const denied: ClaimSpec = { id: 'CLM-7', served: '2026-03-01', submitted: '2026-03-03', decided: '2026-03-20', carc: '197', billed: 120.5 }

async function practice(claims: ClaimSpec[] = [denied], born = '1930-05-05'): Promise<Context> {
  const context = await newContext(use.database)
  await insertClaims(context, claims)
  await context.db.run(sql`
    update claims set patient_name = 'Invented, Person', patient_dob = ${born}, member_id = 'MEMBER-1', patient_control_number = 'ACCOUNT-9', reported_reason = 'a word'
    where organization_id = ${context.organization.id}`)
  return context
}

const rowsOf = (content: string) => parse(content, { columns: true }) as Record<string, string>[]
const linesOf = (content: string) => content.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Record<string, unknown>]))

describe('an export of claims', () => {
  it('is de-identified when nothing is said', async () => {
    const { content, identified, next } = await perform(exportClaims, await practice(), all)
    expect({ identified, next }).toEqual({ identified: false, next: null })
    expect(content).not.toMatch(/Invented|1930|MEMBER|ACCOUNT|CLM-7|2026-\d|a word/)
    expect(rowsOf(content)).toMatchObject([
      {
        year: '2026',
        countedFrom: 'service',
        daysToSubmission: '2',
        daysToDecision: '19',
        patientAge: '90',
        billedAmount: '120.5',
        denialCarc: '197',
        isDuplicate: 'false',
      },
    ])
  })

  it('says who the patients are when it is asked to', async () => {
    const { content } = await perform(exportClaims, await practice(), { ...all, identified: true, format: 'ndjson' })
    expect(linesOf(content)).toMatchObject([
      {
        id: 'CLM-7',
        patientControlNumber: 'ACCOUNT-9',
        patientName: 'Invented, Person',
        patientBirthDate: '1930-05-05',
        memberId: 'MEMBER-1',
        dateOfService: '2026-03-01',
        reportedReason: 'a word',
        procedureCodes: expect.any(Array),
      },
    ])
  })

  it.each([
    ['1986-03-01', 40],
    ['1986-03-02', 39],
    ['1936-03-01', 90],
    ['1936-03-02', 89],
    ['1901-01-01', 90],
    ['2026-03-02', null],
  ])('has the age at the day of service of somebody born on %s: %s', async (born, patientAge) => {
    const { content } = await perform(exportClaims, await practice([denied], born), { ...all, format: 'ndjson' })
    expect(linesOf(content)).toMatchObject([{ patientAge }])
  })

  it('holds what a list with these filters shows, in parts under one key, each claim once', async () => {
    const many = Array.from({ length: 2003 }, (_, n): ClaimSpec => ({
      id: `C${n}`,
      submitted: '2026-03-20',
      ...(n % 2 === 0 && { decided: '2026-03-25', carc: '50' }),
    }))
    const context = await practice(many)
    const parts = [await perform(exportClaims, context, {})]
    for (let last = parts[0]!; last.next !== null; parts.push(last)) last = await perform(exportClaims, context, { after: last.next, key: last.key })
    expect(parts.map(({ claimIds }) => claimIds.length)).toEqual([1000, 1000, 3])
    const rows = rowsOf(parts.map(({ content }) => content).join(''))
    expect(new Set(rows.map(({ claim }) => claim)).size).toBe(2003)
    const { pagination } = await perform(listClaims, context, { status: 'denied' })
    const { claimIds } = await perform(exportClaims, context, { status: 'denied', after: 'C1999' })
    expect(pagination.total).toBe(1002)
    expect(claimIds).toEqual(
      many
        .filter(({ id, carc }) => carc !== undefined && id > 'C1999')
        .map(({ id }) => id)
        .sort(),
    )
  }, 60_000)

  it('gives no spreadsheet a formula', async () => {
    const context = await practice()
    await context.db.run(sql`update payers set name = '=HYPERLINK("http://x")' where organization_id = ${context.organization.id}`)
    const [row] = rowsOf((await perform(exportClaims, context, all)).content)
    expect(row?.payerName).toBe('\'=HYPERLINK("http://x")')
  })

  it('is on record with its claims, and with whether it says who they are about', async () => {
    const context = await practice()
    await perform(exportClaims, context, { ...all, identified: true })
    expect(
      await context.db.rows(
        sql`select operation, outcome, claim_ids as claims, about->'identified' as identified from audit_events where organization_id = ${context.organization.id}`,
      ),
    ).toEqual([{ operation: 'claims.export', outcome: 'done', claims: ['CLM-7'], identified: true }])
  })

  it.each([
    ['analyst', {}, 'forbidden'],
    ['manager', { key: 'short' }, 'invalid_input'],
    ['manager', { controlNumber: 'ACCOUNT-9' }, 'invalid_input'],
  ] as const)('is not for %s with %j', async (role: ActorRole, input, code) => {
    const context = await practice()
    await expect(perform(exportClaims, { ...context, actor: { id: 'x', role } }, input)).rejects.toMatchObject({ code })
  })
})
