import type { IsoDate } from '../../../dates.ts'
import type { ClaimLineRecord, Patient } from '../../records.ts'
import type { RowFacts } from './facts.ts'

/** The rows of one claim, all of them readable; at least one. */
export type ClaimRows = readonly [RowFacts, ...RowFacts[]]

/** What the claim was billed: its lines together, or what its rows say each. */
export const totalOf = (rows: ClaimRows, lines: readonly ClaimLineRecord[]) =>
  lines.length > 0 ? lines.reduce((sum, { billed }) => sum + billed, 0) : rows[0].billed

/** What some row says, the first that says it. */
export const firstOf = <Value>(rows: readonly RowFacts[], valueOf: (row: RowFacts) => Value | null): Value | null =>
  rows.map(valueOf).find((value) => value !== null) ?? null

const dates = (rows: readonly RowFacts[], dateOf: (row: RowFacts) => IsoDate | null) =>
  rows
    .map(dateOf)
    .filter((date) => date !== null)
    .sort()
export const firstDay = (rows: readonly RowFacts[]) => dates(rows, ({ serviceDate }) => serviceDate)[0] ?? null
export const lastDay = (rows: readonly RowFacts[]) => dates(rows, ({ serviceDate, serviceDateEnd }) => serviceDateEnd ?? serviceDate).at(-1) ?? null

export const patientOf = (rows: readonly RowFacts[]): Patient => ({
  name: firstOf(rows, ({ patient }) => patient.name),
  dateOfBirth: firstOf(rows, ({ patient }) => patient.dateOfBirth),
  sex: null,
  memberId: firstOf(rows, ({ patient }) => patient.memberId),
  groupId: null,
})
