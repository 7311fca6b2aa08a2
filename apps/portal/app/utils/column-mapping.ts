import type { Schemas } from '@overturn/client'
import { csvFields, fieldNames, fieldOf, type FieldName } from '@overturn/core/imports/formats/csv/fields'

export type TableColumns = Schemas['ImportsTaskColumns']['tables'][number]
export type Mapping = TableColumns['mapping']

/** What a column may be said to mean; the first takes nothing from it. */
export const columnMeanings = [{ label: 'Not used', value: 'none' }, ...fieldNames.map((name) => ({ label: csvFields[name].label, value: name }))]

/**
 * The mapping when a column is said to mean something else. A field that takes one column leaves the one that it had; a column that was read twice keeps
 * its other meanings only where it is not changed.
 */
export function withMeaning(mapping: Mapping, column: string, meaning: string): Mapping {
  const fields = Object.fromEntries(
    Object.entries(mapping.fields).flatMap(([field, columns]) => {
      const left = columns.filter((other) => other !== column)
      return left.length > 0 ? [[field, left]] : []
    }),
  ) as Partial<Record<FieldName, string[]>>
  const field = fieldOf(meaning)
  if (field === null) return { ...mapping, fields: fields as Mapping['fields'] }
  const name = meaning as FieldName
  const others = 'several' in field ? (fields[name] ?? []) : []
  // Several columns of one field are read in the order of the table.
  const columns = [...others, column].toSorted((one, other) => mapping.header.indexOf(one) - mapping.header.indexOf(other))
  return { ...mapping, fields: { ...fields, [name]: columns } as Mapping['fields'] }
}

/** What a column is taken for. */
export const meaningOf = ({ fields }: Mapping, column: string): string => Object.entries(fields).find(([, columns]) => columns.includes(column))?.[0] ?? 'none'

/** A mapping that was confirmed before, to be looked at again: without a table there are no values to show. */
export const tableOfMapping = (name: string, mapping: Mapping): TableColumns => ({
  files: [name],
  mapping,
  columns: mapping.header.map((column) => {
    const fields = fieldNames.filter((field) => mapping.fields[field]?.includes(column))
    return { column, fields, label: fields[0] ? csvFields[fields[0]].label : null, confidence: null, calledLike: null, examples: [] }
  }),
  problems: [],
  confirmed: true,
  undecided: [],
})

/** What keeps the mapping from being confirmed; the server checks it again. */
export function missingIn({ fields }: Mapping): string[] {
  return [
    ...(fields.claimId || fields.patientControlNumber ? [] : ['Say which column tells the claim: claim id or patient control number.']),
    ...(fields.billed ? [] : ['Say which column tells the billed amount.']),
  ]
}

/** What the table then leaves open without being refused: such claims have no day, or no payment, in any number. */
export function leftOpenBy({ fields }: Mapping): string[] {
  return [
    ...(fields.serviceDate ? [] : ['No column is read as the date of service: these claims are in no period by day of service.']),
    ...(fields.paid ? [] : ['No column is read as the paid amount: nothing of this table is counted as paid.']),
  ]
}
