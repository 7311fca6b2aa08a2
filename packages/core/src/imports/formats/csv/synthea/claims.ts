import type { ClaimPayerRecord } from '../../../records.ts'
import type { Output } from '../issues.ts'
import type { CsvRow, CsvTable, RowReader } from '../table.ts'
import { syntheaClaimId, SyntheaRow } from './row.ts'

const DIAGNOSES = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `DIAGNOSIS${number}`)
/** Facts of the claim without a place of their own. */
const KEPT = ['APPOINTMENTID', 'DEPARTMENTID', 'CURRENTILLNESSDATE', 'STATUS1', 'STATUS2', 'STATUSP', 'OUTSTANDING1', 'OUTSTANDING2', 'OUTSTANDINGP']
const TYPES: Record<string, 'professional' | 'institutional'> = { '1': 'professional', '2': 'institutional' }

/** claims.csv: one row is a claim, without its amounts: those are in claims_transactions.csv. */
export class ClaimsReader implements RowReader {
  readonly #table: CsvTable
  readonly #out: Output

  constructor(table: CsvTable, out: Output) {
    this.#table = table
    this.#out = out
  }

  take(row: CsvRow): void {
    const claim = new SyntheaRow(row, this.#table, this.#out)
    const { cells } = claim
    const id = cells.require(claim.text('Id'), 'csv.no-claim-id', 'Id') ?? ''
    const payers = payersOf(claim)
    const record = {
      kind: 'claim' as const,
      id: syntheaClaimId(id),
      isPart: true,
      patientControlNumber: null,
      payerId: payers[0]?.payerId ?? null,
      providerId: claim.reference('PROVIDERID'),
      renderingProviderId: claim.reference('SUPERVISINGPROVIDERID'),
      referringProviderId: claim.reference('REFERRINGPROVIDERID'),
      claimType: TYPES[claim.text('HEALTHCARECLAIMTYPEID1') ?? ''] ?? null,
      use: 'claim' as const,
      frequencyCode: null,
      patient: { name: null, dateOfBirth: null, sex: null, memberId: claim.text('PATIENTID'), groupId: null },
      payers,
      serviceDate: claim.date('SERVICEDATE'),
      serviceDateEnd: null,
      // A claim without an insurance is billed to the patient only.
      submissionDate: payers.length > 0 ? claim.date('LASTBILLEDDATE1') : claim.date('LASTBILLEDDATEP'),
      placeOfService: null,
      billed: 0,
      procedureCodes: [],
      diagnosisCodes: DIAGNOSES.map(claim.text).filter((code) => code !== null),
      modifiers: [],
      priorAuthorization: null,
      lines: [],
      appeals: [],
      policyIds: [],
      reportedStatus: claim.text('STATUS1'),
      reportedReason: null,
      extra: Object.fromEntries(KEPT.map((column) => [column, claim.text(column)]).filter(([, value]) => value !== null)),
    }
    if (cells.fault) this.#out.reject(cells.fault.code, cells.fault.message, [row], cells.fault.field)
    else this.#out.emit(record)
  }

  end(): void {}
}

/** Who is to pay, in order. None where the patient pays alone. */
function payersOf(claim: SyntheaRow): ClaimPayerRecord[] {
  const [primary, secondary] = [claim.reference('PRIMARYPATIENTINSURANCEID'), claim.reference('SECONDARYPATIENTINSURANCEID')]
  const of = (rank: 'primary' | 'secondary', payerId: string | null): ClaimPayerRecord[] =>
    payerId === null ? [] : [{ rank, payerId, memberId: claim.text('PATIENTID'), groupId: null, filingCode: null, paid: null, paidOn: null }]
  return [...of('primary', primary), ...of('secondary', secondary)]
}
