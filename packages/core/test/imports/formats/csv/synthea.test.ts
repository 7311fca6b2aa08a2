import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { dryRun } from '../../../../src/imports/dry-run.ts'
import { csvImporter } from '../../../../src/imports/formats/csv/importer.ts'
import type { ImportRecord } from '../../../../src/imports/records.ts'
import { fixture, issuesOf, ofKind, readCsv } from './reading.ts'

const transactions = fixture('synthea/claims_transactions.csv').toString()

describe('a Synthea export', () => {
  it('gives claims without amounts of claims.csv', async () => {
    const records = await readCsv(fixture('synthea/claims.csv'))
    expect(issuesOf(records)).toEqual([])
    const claims = ofKind(records, 'claim')
    expect(claims.map(({ id, isPart, billed, payerId, claimType }) => [id, isPart, billed, payerId, claimType])).toEqual([
      ['synthea-c-1', true, 0, 'payer-1', 'professional'],
      ['synthea-c-2', true, 0, null, 'institutional'],
      ['synthea-c-3', true, 0, 'payer-1', 'professional'],
    ])
    expect(claims[0]).toMatchObject({
      providerId: 'prov-1',
      renderingProviderId: 'prov-2',
      serviceDate: '2026-02-03',
      submissionDate: '2026-02-04',
      diagnosisCodes: ['44054006', '38341003'],
      reportedStatus: 'CLOSED',
      payers: [
        { rank: 'primary', payerId: 'payer-1', memberId: 'pat-1' },
        { rank: 'secondary', payerId: 'payer-2' },
      ],
    })
    expect(claims[1]).toMatchObject({ submissionDate: '2026-02-06', payers: [] })
  })

  it('gives lines and what each payer decided of claims_transactions.csv, mixed rows and all', async () => {
    const records = await readCsv(transactions)
    expect(issuesOf(records)).toEqual([])
    const claims = ofKind(records, 'claim')
    expect(claims.map(({ id, isPart, billed, lines }) => [id, isPart, billed, lines.length])).toEqual([
      ['synthea-c-2', true, 5000, 1],
      ['synthea-c-3', true, 0, 1],
      ['synthea-c-1', true, 14000, 2],
    ])
    expect(claims[2]?.lines).toMatchObject([
      {
        lineNumber: 1,
        controlNumber: '0',
        procedureCode: '185345009',
        units: 1,
        billed: 10000,
        serviceDate: '2026-02-03',
        serviceDateEnd: '2026-02-03',
        diagnosisCodes: [],
        extra: { diagnosisPointers: [1, 2] },
      },
      { lineNumber: 8, controlNumber: '7', procedureCode: '140', units: 2, billed: 4000, serviceDateEnd: '2026-03-03', diagnosisCodes: ['44054006'] },
    ])
    expect(claims[0]?.lines[0]?.serviceDateEnd).toBeNull()
    const decisions = ofKind(records, 'decision')
    expect(
      decisions.map(({ claimId, payerRank, charge, paid, allowed, patientResponsibility, decidedOn }) => [
        claimId,
        payerRank,
        charge,
        paid,
        allowed,
        patientResponsibility,
        decidedOn,
      ]),
    ).toEqual([
      ['synthea-c-1', 'primary', 14000, 10000, 13500, 3500, '2026-02-03'],
      ['synthea-c-1', 'secondary', 10000, 1000, 9500, 2500, '2026-02-04'],
    ])
    expect(decisions.flatMap(({ verdict, lines }) => [verdict, ...lines.map((line) => line.verdict)]).some(({ denied }) => denied)).toBe(false)
  })

  it('says in both files the same of what both say', async () => {
    const byId = (records: ImportRecord[]) => new Map(ofKind(records, 'claim').map((claim) => [claim.id, claim]))
    const [one, other] = [byId(await readCsv(fixture('synthea/claims.csv'))), byId(await readCsv(transactions))]
    expect([...one.keys()].sort()).toEqual([...other.keys()].sort())
    for (const [id, claim] of one) {
      for (const [field, value] of Object.entries(other.get(id) as object)) {
        const own = claim[field as keyof typeof claim]
        const saysNothing = (said: unknown) =>
          said === null || said === 0 || said === undefined || (Array.isArray(said) && said.length === 0) || JSON.stringify(said) === '{}'
        if (!saysNothing(own) && !saysNothing(value)) expect({ id, field, value }).toEqual({ id, field, value: own })
      }
    }
  })

  it('gives who the ids are, and passes over what claims do not need', async () => {
    expect(await readCsv(fixture('synthea/payers.csv'))).toEqual([
      { kind: 'payer', id: 'payer-1', name: 'Northwind Health' },
      { kind: 'payer', id: 'payer-2', name: 'Tall Oak Plan' },
    ])
    expect(await readCsv(fixture('synthea/providers.csv'))).toEqual([
      { kind: 'provider', id: 'prov-1', name: 'Víctor Stone', npi: null, specialty: 'GENERAL PRACTICE' },
      { kind: 'provider', id: 'prov-2', name: 'Uma Reed', npi: null },
    ])
    expect(await readCsv(fixture('synthea/organizations.csv'))).toEqual([{ kind: 'provider', id: 'org-1', name: 'Lakeside Clinic', npi: null }])
    expect(issuesOf(await readCsv(fixture('synthea/patients.csv')))).toEqual(['warning csv.synthea.not-needed'])
  })

  it.each([
    ['a payment before any charge', (text: string) => text.replace('c-2,8,pat-2,CHARGE,50.00,,', 'c-2,8,pat-2,PAYMENT,,CASH,'), 'csv.synthea.no-charge 5 TYPE'],
    ['a type that is none', (text: string) => text.replace('c-2,9,pat-2,PAYMENT', 'c-2,9,pat-2,REFUND'), 'csv.synthea.unknown-type 5 TYPE'],
    ['a method that is none', (text: string) => text.replace('PAYMENT,,CASH', 'PAYMENT,,BARTER'), 'csv.synthea.unknown-type 5 METHOD'],
    ['a charge without amount', (text: string) => text.replace('CHARGE,50.00', 'CHARGE,'), 'csv.bad-amount 5 AMOUNT'],
    ['a number that is none', (text: string) => text.replace('c-2,9,', 'c-2,nine,'), 'csv.no-claim-id 5 CHARGEID'],
  ])('refuses the whole claim for %s', async (_name, change, issue) => {
    const records = await readCsv(change(transactions))
    expect(issuesOf(records)).toEqual([`rejection ${issue}`])
    expect(ofKind(records, 'claim').map(({ id }) => id)).toEqual(['synthea-c-3', 'synthea-c-1'])
    expect(ofKind(records, 'issue')[0]?.content?.trim().split('\n')).toHaveLength(3)
  })

  it.each([1, 64, 100_000])('is the same in chunks of %i bytes', async (chunk) => {
    expect(await readCsv(transactions, { chunk })).toEqual(await readCsv(transactions))
  })
})

/** A real export; it is not part of the repository and lies beside it where it may be used. */
const folder = fileURLToPath(new URL('../../../../../../../shared/corpora/csv/synthea/', import.meta.url))

if (!existsSync(folder)) {
  it('counts a real Synthea export', ({ skip }) => skip('no such files stand beside this repository (shared/corpora/csv/synthea)'))
} else {
  describe('a real Synthea export', () => {
    const read = async (name: string) => {
      const records: ImportRecord[] = []
      for await (const batch of csvImporter.read(createReadStream(join(folder, name)), { partial: false })) records.push(...batch)
      return records
    }

    it('has 1,267 claims, no denials, and every cent', async () => {
      const claims = ofKind(await read('claims.csv'), 'claim')
      const records = await read('claims_transactions.csv')
      const charged = ofKind(records, 'claim')
      expect(claims).toHaveLength(1267)
      expect(new Set(charged.map(({ id }) => id))).toEqual(new Set(claims.map(({ id }) => id)))
      expect(charged).toHaveLength(1267)
      expect(issuesOf(records)).toEqual([])
      const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)
      expect(sum(charged.map(({ billed }) => billed))).toBe(109_240_273)
      expect(sum(ofKind(records, 'decision').map(({ paid }) => paid))).toBe(1_547_358)
    })

    it('is read in a dry run, file by file', async () => {
      const { totals, files } = await dryRun([join(folder)], { partial: false })
      expect(files.filter(({ format }) => format !== 'csv').map(({ file }) => file.slice(folder.length))).toEqual(['_LICENSE'])
      expect(totals).toMatchObject({ claims: 2 * 1267, deniedClaims: 0, deniedLines: 0 })
    })
  })
}
