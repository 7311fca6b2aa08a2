import { reasonOfText } from '../../../adjudication/reasons.ts'
import { adjudicate, decideReported, isDenying, NOT_DENIED, type LineVerdict } from '../../../adjudication/rules.ts'
import type { Cents } from '../../../money.ts'
import type { AdjustmentRecord, ClaimLineRecord, DecisionLineRecord, DecisionRecord } from '../../records.ts'
import { firstDay, firstOf, lastDay, patientOf, totalOf, type ClaimRows } from './claim-rows.ts'
import type { RowFacts } from './facts.ts'
import type { Output } from './issues.ts'
import type { ColumnMapping } from './mapping.ts'
import { decidedAs, type Decided, type StatusWord } from './statuses.ts'

/** A row, what was decided of it and what was paid. */
interface DecidedRow {
  facts: RowFacts
  status: StatusWord | null
  decided: Decided | null
  paid: Cents
}

/**
 * How the rows say that the claim was decided: null while it was not, `refused` when a payment is told of that no cell states. A table says
 * how a claim stands, not who paid when: it is taken as the primary payer's original decision, a statement without a remittance.
 */
export function decisionOf(rows: ClaimRows, lines: readonly ClaimLineRecord[], rowsAre: ColumnMapping['rows'], out: Output): DecisionRecord | null | 'refused' {
  const read = rows.map((facts) => ({ facts, ...decidedAs(facts, out) }))
  if (read.every(({ decided }) => decided === null)) return null
  const decidedRows = read.map((row) => withPayment(row, out))
  if (decidedRows.some((row) => row === null)) {
    refuse(rows, out)
    return 'refused'
  }
  const known = decidedRows as DecidedRow[]
  const paid = rowsAre === 'line' ? known.reduce((sum, row) => sum + row.paid, 0) : (known.find((row) => row.decided !== null) as DecidedRow).paid
  const charge = totalOf(rows, lines)
  if (paid > charge) out.warn('csv.paid-above-charge', `The claim of row ${rows[0].row.number} was paid more than was billed`, rows[0].row.number, 'paid')
  const adjustments = rowsAre === 'line' ? [] : adjustmentsOf(rows, charge - paid)
  const remarks = rowsAre === 'line' ? [] : [...new Set(rows.flatMap((row) => row.remarks))].map((code) => ({ source: 'MOA' as const, code }))
  const decided = known.some((row) => row.decided === 'denied') ? 'denied' : 'paid'
  const facts = { charge, paid, adjustments, remarks: remarks.map(({ code }) => code) }
  if (rowsAre !== 'line' && known.some(({ status }) => status === 'partially_denied') && adjustments.length === 0)
    out.warn('csv.partial-without-lines', `The claim of row ${rows[0].row.number} is partially denied and has no lines`, rows[0].row.number, 'status')
  return {
    kind: 'decision',
    remittance: null,
    claimId: rows[0].claimId,
    patientControlNumber: rows[0].patientControlNumber,
    payerControlNumber: firstOf(rows, ({ payerControlNumber }) => payerControlNumber),
    payerId: firstOf(rows, ({ payer }) => payer?.id ?? null),
    providerId: firstOf(rows, ({ provider }) => provider?.id ?? null),
    renderingProviderId: firstOf(rows, ({ rendering }) => rendering?.id ?? null),
    decisionKind: 'original',
    payerRank: 'primary',
    statusCode: null,
    decidedOn:
      rows
        .map(({ decisionDate }) => decisionDate)
        .filter((date) => date !== null)
        .sort()
        .at(-1) ?? null,
    receivedOn: null,
    charge,
    paid,
    patientResponsibility: sumOf(rows, rowsAre, ({ patientResponsibility }) => patientResponsibility),
    allowed: sumOf(rows, rowsAre, ({ allowed }) => allowed),
    claimFilingCode: null,
    facilityCode: null,
    frequencyCode: null,
    patient: patientOf(rows),
    serviceDate: firstDay(rows),
    serviceDateEnd: lastDay(rows),
    adjustments,
    remarks,
    lines: rowsAre === 'line' ? known.map((row, index) => decidedLine(row, lines[index] as ClaimLineRecord, out)) : [],
    verdict:
      rowsAre === 'line'
        ? NOT_DENIED
        : judged(
            'claim',
            facts,
            { ...(known[0] as DecidedRow), decided },
            firstOf(rows, ({ reason }) => reason),
            out,
          ),
    imbalance: 0,
    reportedReason: firstOf(rows, ({ reason }) => reason),
  }
}

/** A denied row that names no payment was paid nothing; a paid one without an amount says too little. What a pending one names is not counted. */
function withPayment({ facts, status, decided }: Omit<DecidedRow, 'paid'>, out: Output): DecidedRow | null {
  const { number } = facts.row
  if (decided === 'denied' && facts.paid === null) out.warn('csv.denied-without-payment', `Row ${number} is denied and names no payment`, number, 'paid')
  if (decided === 'denied' && status !== null && (facts.paid ?? 0) > 0)
    out.warn('csv.denied-but-paid', `Row ${number} is denied and names a payment`, number, 'paid')
  if (decided === 'paid' && facts.paid === null) return null
  return { facts, status, decided, paid: decided === null ? 0 : (facts.paid ?? 0) }
}

function refuse(rows: ClaimRows, out: Output): void {
  const message = `The claim of row ${rows[0].row.number} was paid, and no cell says how much`
  out.reject(
    'csv.no-payment-stated',
    message,
    rows.map(({ row }) => row),
    'paid',
  )
}

/** Claim amounts stand once where every row repeats them; of lines they add up, as far as every line states one. */
function sumOf(rows: ClaimRows, rowsAre: ColumnMapping['rows'], amountOf: (row: RowFacts) => Cents | null): Cents | null {
  if (rowsAre !== 'line') return amountOf(rows[0])
  const amounts = rows.map(amountOf).filter((amount) => amount !== null)
  return amounts.length === rows.length ? amounts.reduce((sum, amount) => sum + amount, 0) : null
}

/**
 * The reason codes with their amounts. A row states one amount for its codes, or none: then it is what is left of the charge after the
 * payment. It goes to the first code that denies, else to the first: a table that lists CO-45 before CO-197 names the denial.
 */
function adjustmentsOf(rows: readonly RowFacts[], left: Cents): AdjustmentRecord[] {
  const stated = rows.some(({ adjustmentAmount }) => adjustmentAmount !== null)
  if (!stated)
    return spread(
      rows.flatMap(({ reasonCodes }) => reasonCodes),
      left,
    )
  return rows.flatMap(({ reasonCodes, adjustmentAmount }) => spread(reasonCodes, adjustmentAmount ?? 0))
}

function spread(codes: RowFacts['reasonCodes'], amount: Cents): AdjustmentRecord[] {
  const denying = codes.findIndex((code) => isDenying({ ...code, amount: 1 }))
  return codes.map((code, index) => ({ ...code, amount: index === Math.max(0, denying) ? amount : 0, quantity: null }))
}

function decidedLine(row: DecidedRow, line: ClaimLineRecord, out: Output): DecisionLineRecord {
  const { facts, paid } = row
  const adjustments = adjustmentsOf([facts], facts.billed - paid)
  return {
    lineNumber: line.lineNumber,
    controlNumber: null,
    qualifier: null,
    procedureCode: line.procedureCode,
    revenueCode: line.revenueCode,
    modifiers: line.modifiers,
    charge: facts.billed,
    paid,
    allowed: facts.allowed,
    units: line.units,
    serviceDate: line.serviceDate,
    serviceDateEnd: line.serviceDateEnd,
    adjustments,
    remarks: facts.remarks,
    verdict: judged('line', { charge: facts.billed, paid, adjustments, remarks: facts.remarks }, row, facts.reason, out),
    imbalance: 0,
  }
}

type Facts = { charge: Cents; paid: Cents; adjustments: AdjustmentRecord[]; remarks: string[] }

/** The verdict of a line or of a claim without lines: codes decide, and the status and the text of the reason only where there are none. */
function judged(subject: 'line' | 'claim', facts: Facts, { decided, status, facts: { row } }: DecidedRow, reason: string | null, out: Output): LineVerdict {
  if (facts.adjustments.length === 0) {
    tellReason(reason, row.number, out)
    return decideReported({ status: decided ?? 'paid', charge: facts.charge, paid: facts.paid, reason })
  }
  const { verdict, lineVerdicts } = adjudicate({ ...facts, decisionKind: 'original', lines: [facts] })
  const own = subject === 'claim' ? verdict : (lineVerdicts[0] ?? NOT_DENIED)
  if (status === 'denied' && facts.paid === 0 && facts.charge > 0 && !own.denied) {
    const message = `Row ${row.number} is called denied; its codes are a price or the patient's share, and count as paid`
    out.warn('csv.denied-by-word-only', message, row.number, 'status')
  }
  return own
}

/** A reason in words that are not ours goes into the mapping report; one that names nothing we know is told. */
function tellReason(reason: string | null, row: number, out: Output): void {
  const known = reasonOfText(reason)
  if (reason === null || known === null || (known.recognized && known.label === reason)) return
  const isNew = out.foreignWord('denialReason', reason, known.recognized ? known.label : null)
  if (isNew && !known.recognized) out.warn('csv.word-unknown', 'A denial reason names nothing we know; it keeps its own words', row, 'denialReason')
}
