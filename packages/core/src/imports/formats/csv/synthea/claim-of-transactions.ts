import { NOT_DENIED } from '../../../../adjudication/rules.ts'
import type { IsoDate } from '../../../../dates.ts'
import type { Cents } from '../../../../money.ts'
import type { ClaimRecord, DecisionLineRecord, DecisionRecord, Patient } from '../../../records.ts'
import { syntheaClaimId } from './row.ts'

/** What a transaction behind a charge says. */
export interface PayerRow {
  /** `payer`: paid by an insurance; `copay`: by the patient, because an insurance says so; `patient`: by the patient. */
  means: 'payer' | 'copay' | 'patient' | 'adjustment' | 'to-secondary' | 'transfer'
  amount: Cents
  day: IsoDate | null
}

/** A CHARGE row and what follows it. */
export interface Charge {
  chargeId: number
  amount: Cents
  procedureCode: string | null
  modifiers: string[]
  diagnosisCodes: string[]
  units: number | null
  from: IsoDate | null
  to: IsoDate | null
  providerId: string | null
  renderingProviderId: string | null
  patientId: string | null
  extra: Record<string, unknown>
  rows: PayerRow[]
}

const unique = (codes: (string | null)[]) => [...new Set(codes.filter((code) => code !== null))]
const sum = <Item>(items: readonly Item[], amountOf: (item: Item) => Cents) => items.reduce((total, item) => total + amountOf(item), 0)
const patientOf = (charges: readonly Charge[]): Patient => ({
  name: null,
  dateOfBirth: null,
  sex: null,
  memberId: charges[0]?.patientId ?? null,
  groupId: null,
})

/** The amounts and lines of a claim. Its day, its payers and its diagnoses are in claims.csv; what both files say is the same in both. */
export function claimOf(id: string, charges: readonly Charge[]): ClaimRecord {
  return {
    kind: 'claim',
    id: syntheaClaimId(id),
    isPart: true,
    patientControlNumber: null,
    payerId: null,
    providerId: charges[0]?.providerId ?? null,
    renderingProviderId: charges[0]?.renderingProviderId ?? null,
    claimType: null,
    use: 'claim',
    frequencyCode: null,
    patient: patientOf(charges),
    serviceDate: null,
    serviceDateEnd: null,
    submissionDate: null,
    placeOfService: null,
    billed: sum(charges, ({ amount }) => amount),
    procedureCodes: unique(charges.map(({ procedureCode }) => procedureCode)),
    diagnosisCodes: [],
    modifiers: unique(charges.flatMap(({ modifiers }) => modifiers)),
    priorAuthorization: null,
    lines: charges.map((charge) => ({
      ...keyOf(charge),
      revenueCode: null,
      diagnosisCodes: charge.diagnosisCodes,
      placeOfService: null,
      unitsType: null,
      ndcCode: null,
      billed: charge.amount,
      renderingProviderId: charge.renderingProviderId,
      editsFired: [],
      policiesTriggered: [],
      extra: charge.extra,
    })),
    appeals: [],
    policyIds: [],
    reportedStatus: null,
    reportedReason: null,
    extra: {},
  }
}

/** CHARGEID counts from 0 and is unique in a claim; line numbers count from 1. */
const keyOf = (charge: Charge) => ({
  lineNumber: charge.chargeId + 1,
  controlNumber: String(charge.chargeId),
  procedureCode: charge.procedureCode,
  modifiers: charge.modifiers,
  units: charge.units,
  serviceDate: charge.from,
  serviceDateEnd: charge.to,
})

type Rank = 'primary' | 'secondary'

/** The rows of a charge that a payer stands behind: up to the transfer to the secondary payer the primary's, from there on the secondary's. */
function rowsOf({ rows }: Charge, rank: Rank): PayerRow[] {
  const at = rows.findIndex(({ means }) => means === 'to-secondary')
  const own = rank === 'primary' ? rows.slice(0, at < 0 ? undefined : at) : at < 0 ? [] : rows.slice(at)
  return own
}

/**
 * What the payers decided. A payment counts as a payer's where an insurance paid it (ECHECK); money of the patient is not cash of a payer,
 * and a claim that only the patient pays for was decided by nobody. What a payer leaves of the charge after its payment and adjustments is
 * for the next payer or the patient. Synthea knows no denials: nothing here is one.
 */
export function decisionsOf(id: string, charges: readonly Charge[]): DecisionRecord[] {
  return (['primary', 'secondary'] as const).flatMap((rank) => {
    const own = charges.flatMap((charge) => rowsOf(charge, rank))
    return own.some(({ means }) => means !== 'patient') ? [decisionOf(id, charges, rank)] : []
  })
}

function decisionOf(id: string, charges: readonly Charge[], rank: Rank): DecisionRecord {
  const shown = rank === 'primary' ? charges : charges.filter((charge) => rowsOf(charge, rank).length > 0)
  const lines = shown.map((charge) => decidedLine(charge, rank))
  const days = shown.flatMap((charge) => rowsOf(charge, rank)).flatMap(({ means, day }) => (means === 'patient' || day === null ? [] : [day]))
  return {
    kind: 'decision',
    remittance: null,
    claimId: syntheaClaimId(id),
    patientControlNumber: null,
    payerControlNumber: null,
    payerId: null,
    providerId: charges[0]?.providerId ?? null,
    renderingProviderId: charges[0]?.renderingProviderId ?? null,
    decisionKind: 'original',
    payerRank: rank,
    statusCode: null,
    decidedOn: days.sort().at(-1) ?? null,
    receivedOn: null,
    charge: sum(lines, ({ line }) => line.charge),
    paid: sum(lines, ({ line }) => line.paid),
    patientResponsibility: sum(lines, ({ left }) => left),
    allowed: sum(lines, ({ line }) => line.allowed ?? 0),
    claimFilingCode: null,
    facilityCode: null,
    frequencyCode: null,
    patient: patientOf(charges),
    serviceDate: null,
    serviceDateEnd: null,
    adjustments: [],
    remarks: [],
    lines: lines.map(({ line }) => line),
    verdict: NOT_DENIED,
    imbalance: 0,
    reportedReason: null,
  }
}

/** A line as one payer decided it, and what that payer left of the charge. A copay may be more than the charge: then nothing is left. */
function decidedLine(charge: Charge, rank: Rank): { line: DecisionLineRecord; left: Cents } {
  const byPayers = (rows: readonly PayerRow[], means: PayerRow['means']) => sum(rows, (row) => (row.means === means ? row.amount : 0))
  const before = rank === 'secondary' ? rowsOf(charge, 'primary') : []
  const own = rowsOf(charge, rank)
  const paid = byPayers(own, 'payer')
  const allowed = charge.amount - byPayers(own, 'adjustment') - byPayers(before, 'adjustment')
  const left = Math.max(0, allowed - paid - byPayers(before, 'payer'))
  const line = {
    ...keyOf(charge),
    qualifier: null,
    revenueCode: null,
    charge: charge.amount,
    paid,
    allowed,
    adjustments: [],
    remarks: [],
    verdict: NOT_DENIED,
    imbalance: 0,
  }
  return { line, left }
}
