import type { Output } from '../issues.ts'
import type { CsvTable, RowReader } from '../table.ts'
import { ClaimsReader } from './claims.ts'
import { PartiesReader } from './parties.ts'
import { TransactionsReader } from './transactions.ts'

/** A file of a Synthea export, known by columns that no other table has together. Source: CSV File Data Dictionary of Synthea. */
interface SyntheaFile {
  columns: readonly string[]
  /** Null: the file holds nothing that claims need. */
  reader: ((table: CsvTable, out: Output) => RowReader) | null
}

const files: readonly SyntheaFile[] = [
  { columns: ['Id', 'PATIENTID', 'PROVIDERID', 'PRIMARYPATIENTINSURANCEID', 'SERVICEDATE'], reader: (table, out) => new ClaimsReader(table, out) },
  {
    columns: ['ID', 'CLAIMID', 'CHARGEID', 'TYPE', 'AMOUNT', 'PAYMENTS', 'ADJUSTMENTS', 'TRANSFERS'],
    reader: (table, out) => new TransactionsReader(table, out),
  },
  { columns: ['Id', 'NAME', 'STATE_HEADQUARTERED', 'AMOUNT_COVERED'], reader: (table, out) => new PartiesReader('payer', table, out) },
  { columns: ['Id', 'ORGANIZATION', 'NAME', 'SPECIALITY'], reader: (table, out) => new PartiesReader('provider', table, out) },
  { columns: ['Id', 'NAME', 'ADDRESS', 'REVENUE', 'UTILIZATION'], reader: (table, out) => new PartiesReader('provider', table, out) },
  { columns: ['Id', 'BIRTHDATE', 'DEATHDATE', 'SSN', 'HEALTHCARE_COVERAGE'], reader: null },
  { columns: ['Id', 'START', 'STOP', 'PATIENT', 'ENCOUNTERCLASS'], reader: null },
  { columns: ['PATIENT', 'START_YEAR', 'END_YEAR', 'PAYER'], reader: null },
  { columns: ['PATIENT', 'START_DATE', 'END_DATE', 'PAYER'], reader: null },
  // Conditions, allergies, medications, procedures and the like.
  { columns: ['PATIENT', 'ENCOUNTER', 'CODE', 'DESCRIPTION'], reader: null },
  { columns: ['PATIENT', 'ENCOUNTER', 'BODYSITE_CODE'], reader: null },
  { columns: ['PATIENT', 'ENCOUNTER', 'CODE', 'VALUE'], reader: null },
]

/** The file of a Synthea export that has this header; null when it is none. */
export const syntheaFile = (header: readonly string[]): SyntheaFile | null =>
  files.find(({ columns }) => columns.every((column) => header.includes(column))) ?? null
