import type { ClaimLineRecord, ClaimRecord, ImportRecord } from '../../records.ts'
import { firstDay, firstOf, lastDay, patientOf, totalOf, type ClaimRows } from './claim-rows.ts'
import { decisionOf } from './decisions.ts'
import type { Output } from './issues.ts'
import type { ColumnMapping } from './mapping.ts'
import { pendingPayment } from './statuses.ts'

/** The claim that the rows tell of and, where it was decided, how. Nothing when the rows cannot be one claim, which is told. */
export function claimRecords(rows: ClaimRows, rowsAre: ColumnMapping['rows'], out: Output): ImportRecord[] {
  if (rowsAre === 'denial' && !repeatsAmounts(rows, out)) return []
  const lines = rowsAre === 'line' ? linesOf(rows, out) : []
  const decision = decisionOf(rows, lines, rowsAre, out)
  if (decision === 'refused') return []
  const claim = claimOf(rows, lines, rowsAre)
  return decision ? [claim, decision] : [claim]
}

/** In a list of denials each row repeats what the claim was billed and paid. */
function repeatsAmounts(rows: ClaimRows, out: Output): boolean {
  const differs = (['billed', 'paid', 'allowed', 'patientResponsibility'] as const).find((field) => rows.some((row) => row[field] !== rows[0][field]))
  if (differs)
    out.reject(
      'csv.amounts-differ',
      `The rows of one claim (from row ${rows[0].row.number}) say different amounts`,
      rows.map(({ row }) => row),
      differs,
    )
  return differs === undefined
}

const unique = (values: string[]) => [...new Set(values)]

/** A list of denials says only a part of a claim: what it was denied for. */
function claimOf(rows: ClaimRows, lines: ClaimLineRecord[], rowsAre: ColumnMapping['rows']): ClaimRecord {
  const [first] = rows
  return {
    kind: 'claim',
    id: first.claimId,
    patientControlNumber: first.patientControlNumber,
    payerId: firstOf(rows, ({ payer }) => payer?.id ?? null),
    providerId: firstOf(rows, ({ provider }) => provider?.id ?? null),
    renderingProviderId: firstOf(rows, ({ rendering }) => rendering?.id ?? null),
    claimType: null,
    use: 'claim',
    frequencyCode: null,
    patient: patientOf(rows),
    serviceDate: firstDay(rows),
    serviceDateEnd: lastDay(rows),
    submissionDate: firstOf(rows, ({ submissionDate }) => submissionDate),
    placeOfService: firstOf(rows, ({ placeOfService }) => placeOfService),
    billed: totalOf(rows, lines),
    procedureCodes: unique(rows.flatMap(({ procedureCodes }) => procedureCodes)),
    diagnosisCodes: unique(rows.flatMap(({ diagnosisCodes }) => diagnosisCodes)),
    modifiers: unique(rows.flatMap(({ modifiers }) => modifiers)),
    priorAuthorization: firstOf(rows, ({ priorAuthorization }) => priorAuthorization),
    lines,
    appeals: [],
    policyIds: [],
    reportedStatus: firstOf(rows, ({ status }) => status),
    reportedReason: firstOf(rows, ({ reason }) => reason),
    extra: pendingPayment(rows, rowsAre),
    ...(rowsAre === 'denial' && { isPart: true }),
  }
}

/** Line numbers are a key: where they are missing or stand twice, the order of the rows counts. */
function linesOf(rows: ClaimRows, out: Output): ClaimLineRecord[] {
  const stated = rows.map(({ lineNumber }) => lineNumber)
  const usable = new Set(stated).size === rows.length && stated.every((number) => number !== null && Number.isInteger(number) && number > 0)
  if (!usable && stated.some((number) => number !== null))
    out.warn('csv.line-numbers', `Line numbers are missing or stand twice in the claim of row ${rows[0].row.number}`, rows[0].row.number, 'lineNumber')
  return rows.map((row, index) => ({
    lineNumber: usable ? (row.lineNumber as number) : index + 1,
    controlNumber: null,
    procedureCode: row.procedureCodes[0] ?? null,
    revenueCode: row.revenueCode,
    modifiers: row.modifiers,
    diagnosisCodes: row.diagnosisCodes,
    placeOfService: row.placeOfService,
    units: row.units,
    unitsType: null,
    ndcCode: null,
    serviceDate: row.serviceDate,
    serviceDateEnd: row.serviceDateEnd,
    billed: row.billed,
    renderingProviderId: row.rendering?.id ?? null,
    editsFired: [],
    policiesTriggered: [],
    extra: {},
  }))
}
