import type { IsoDate } from '../../../dates.ts'
import type { Cents } from '../../../money.ts'
import type { Patient, PayerRecord, ProviderRecord } from '../../records.ts'
import { slugOf } from '../x12/fields.ts'
import { RowCells, type CellFormats } from './cells.ts'
import type { FieldName } from './fields.ts'
import type { Output } from './issues.ts'
import type { ColumnPositions } from './mapping.ts'
import { leadingReasonCode, parseReasonCodes, parseRemarkCodes, type ReasonCode } from './reasons.ts'
import type { CsvRow } from './table.ts'
import { parseCodes } from './values.ts'

/** What one row says, whatever its columns are called. Null is not stated. */
export interface RowFacts {
  row: CsvRow
  claimId: string | null
  patientControlNumber: string | null
  payerControlNumber: string | null
  lineNumber: number | null
  payer: PayerRecord | null
  provider: ProviderRecord | null
  rendering: ProviderRecord | null
  patient: Patient
  serviceDate: IsoDate | null
  serviceDateEnd: IsoDate | null
  submissionDate: IsoDate | null
  decisionDate: IsoDate | null
  procedureCodes: string[]
  revenueCode: string | null
  modifiers: string[]
  diagnosisCodes: string[]
  placeOfService: string | null
  units: number | null
  priorAuthorization: string | null
  billed: Cents
  allowed: Cents | null
  paid: Cents | null
  patientResponsibility: Cents | null
  status: string | null
  reasonCodes: ReasonCode[]
  adjustmentAmount: Cents | null
  remarks: string[]
  reason: string | null
}

/** Reads the cells of a row by the columns of a mapping; `cells.fault` says why the row cannot be taken in. */
export function readFacts(row: CsvRow, columns: number, positions: ColumnPositions, formats: CellFormats, out: Output): { facts: RowFacts; cells: RowCells } {
  const cells = new RowCells(row, columns, out, formats)
  const at = (field: FieldName) => positions[field]?.[0]
  const text = (field: FieldName) => cells.text(at(field), field)
  const date = (field: FieldName) => cells.date(at(field), field)
  const amount = (field: FieldName) => cells.amount(at(field), field)
  const codes = (field: FieldName) => cells.texts(positions[field], field).flatMap(parseCodes)
  const claimId = text('claimId')
  const account = text('patientControlNumber')
  cells.require(claimId ?? account, 'csv.no-claim-id', positions.claimId ? 'claimId' : 'patientControlNumber')
  const billed = cells.require(amount('billed'), 'csv.bad-amount', 'billed') ?? 0
  if (billed < 0) cells.refuse('csv.bad-amount', `billed in row ${row.number} is below zero`, 'billed')
  const facts: RowFacts = {
    row,
    claimId,
    // The number of a claim is what a practice sends as the patient control number, unless the table has one of its own.
    patientControlNumber: account ?? claimId,
    payerControlNumber: text('payerControlNumber'),
    lineNumber: cells.quantity(at('lineNumber'), 'lineNumber'),
    payer: payerOf(text('payerId'), text('payerName')),
    provider: providerOf(text('providerNpi'), text('providerId'), text('providerName')),
    rendering: namedProvider(text('renderingProvider')),
    patient: {
      name: cells.texts(positions.patientName, 'patientName').join(' ') || null,
      dateOfBirth: cells.unimportantDate(at('dateOfBirth'), 'dateOfBirth'),
      sex: null,
      memberId: text('memberId'),
      groupId: null,
    },
    serviceDate: date('serviceDate'),
    serviceDateEnd: date('serviceDateEnd'),
    submissionDate: date('submissionDate'),
    decisionDate: date('decisionDate'),
    procedureCodes: codes('procedureCode'),
    revenueCode: text('revenueCode'),
    modifiers: codes('modifiers'),
    diagnosisCodes: codes('diagnosisCodes'),
    placeOfService: text('placeOfService'),
    units: cells.quantity(at('units'), 'units'),
    priorAuthorization: text('priorAuthorization'),
    billed,
    allowed: amount('allowed'),
    paid: amount('paid'),
    patientResponsibility: amount('patientResponsibility'),
    status: text('status'),
    adjustmentAmount: amount('adjustmentAmount'),
    remarks: remarksOf(text('rarc'), cells),
    ...reasonsOf(text('carc'), text('adjustmentGroup'), text('denialReason'), cells),
  }
  return { facts, cells }
}

/** Codes of their own column, else the code before the words of a reason. What stands for a code and is none is the reason's text. */
function reasonsOf(carc: string | null, group: string | null, reason: string | null, cells: RowCells): Pick<RowFacts, 'reasonCodes' | 'reason'> {
  const isGroup = group !== null && /^(?:CO|PR|OA|PI|CR)$/i.test(group)
  if (group !== null && !isGroup) cells.warn('csv.field-not-read', `adjustmentGroup in row ${cells.row.number} is no group code`, 'adjustmentGroup')
  const codes = carc === null ? null : parseReasonCodes(carc, isGroup ? group : undefined)
  if (codes) return { reasonCodes: codes, reason }
  if (carc !== null) cells.warn('csv.reason-not-a-code', `carc in row ${cells.row.number} holds no reason code; it is read as text`, 'carc')
  const words = reason ?? carc
  const leading = words === null ? null : (parseReasonCodes(words) ?? leadingReasonCode(words))
  return { reasonCodes: leading === null ? [] : [leading].flat(), reason: words }
}

function remarksOf(text: string | null, cells: RowCells): string[] {
  const codes = text === null ? [] : parseRemarkCodes(text)
  if (codes === null) cells.warn('csv.field-not-read', `rarc in row ${cells.row.number} holds no remark code`, 'rarc')
  return codes ?? []
}

/** A payer or provider that is only numbered stays nameless: another file may describe it. */
function payerOf(id: string | null, name: string | null): PayerRecord | null {
  const known = id ?? (name && slugOf(name))
  return known ? { kind: 'payer', id: known, name: name ?? '' } : null
}

function providerOf(npi: string | null, id: string | null, name: string | null): ProviderRecord | null {
  const known = npi ?? id ?? (name && slugOf(name))
  return known ? { kind: 'provider', id: known, name: name ?? '', npi } : null
}

/** One column for who rendered: an NPI or a name. */
function namedProvider(text: string | null): ProviderRecord | null {
  if (text === null) return null
  return /^\d{10}$/.test(text) ? providerOf(text, null, null) : providerOf(null, null, text)
}
