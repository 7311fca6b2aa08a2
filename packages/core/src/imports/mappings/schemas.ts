import { z } from 'zod'
import { isStorable, NOT_STORABLE, text } from '../../schemas.ts'
import { fieldNames, type FieldName } from '../formats/csv/fields.ts'
import { confidences } from '../formats/csv/guess.ts'
import { columnMapping, rowKinds } from '../formats/csv/mapping.ts'
import { amountFormats, dateFormats } from '../formats/csv/values.ts'

const fieldName = z.enum(fieldNames as [FieldName, ...FieldName[]])

/** Columns that somebody names in place of the guess; an empty list takes a field out. */
export const fieldColumns = z.partialRecord(fieldName, z.array(z.string().min(1)).max(30))

export const guessInput = z.strictObject({
  /** A table (CSV) on this machine. */
  path: text(4096),
  fields: fieldColumns.optional(),
  rows: z.enum(rowKinds).optional(),
  dateFormat: z.enum(dateFormats).optional(),
  amountFormat: z.enum(amountFormats).optional(),
})

export type SaidOfColumns = Omit<z.output<typeof guessInput>, 'path'>

export const columnGuess = z.object({
  field: fieldName,
  label: z.string(),
  column: z.string(),
  /** How sure the guess is; `set` was said by who asks. */
  confidence: z.enum([...confidences, 'set']),
  /** Values of the column, patient data among them. */
  examples: z.array(z.string()),
})
export type ShownGuess = z.output<typeof columnGuess>

export const guessOutput = z.object({
  file: z.string(),
  mapping: columnMapping,
  guesses: z.array(columnGuess),
  /** Columns that nothing is taken from. */
  unknown: z.array(z.string()),
  /** Those of them that are called just like a field, of whose values (nearly) none can be read as it, and of which nobody has said what they are. */
  misnamed: z.array(z.object({ field: fieldName, label: z.string(), column: z.string() })),
  /** What keeps the mapping from being confirmed; empty when nothing does. */
  problems: z.array(z.string()),
  /** Whether a table with this header has been confirmed before; the guess is then what was confirmed. */
  confirmed: z.boolean(),
  /** What the rows cannot tell, and nobody has said: the format in the mapping is only the more usual one. */
  undecided: z.array(z.enum(['dateFormat', 'amountFormat'])),
})
export type GuessedMapping = z.output<typeof guessOutput>

/** A header that a file holds may have what the database cannot. */
const storableMapping = columnMapping.refine(
  ({ delimiter, header, fields }) => [delimiter, ...header, ...Object.values(fields).flat()].every(isStorable),
  NOT_STORABLE,
)
export const confirmInput = z.strictObject({ name: text(200), mapping: storableMapping })

export const savedMapping = z.object({ name: z.string(), headerKey: z.string(), mapping: columnMapping, confirmedBy: z.string(), confirmedAt: z.string() })
export type SavedMapping = z.output<typeof savedMapping>
export const removeInput = z.strictObject({ headerKey: z.string().regex(/^[0-9a-f]{64}$/, 'must be the headerKey of a confirmed mapping') })
export const removeOutput = z.object({ removed: z.object({ name: z.string(), headerKey: z.string() }) })
export const listOutput = z.object({ mappings: z.array(savedMapping) })

const tableColumns = z.object({
  /** Files of the upload with this header. */
  files: z.array(z.string()),
  /** As guessed, or as confirmed before; to be confirmed as it is or corrected. */
  mapping: columnMapping,
  columns: z.array(
    z.object({
      column: z.string(),
      /** What is taken from it; nothing, mostly one thing. */
      fields: z.array(fieldName),
      label: z.string().nullable(),
      confidence: z.enum([...confidences, 'set']).nullable(),
      /** What the column is called like, where nothing is taken from it because (nearly) none of its values can be read so. */
      calledLike: z.string().nullable(),
      /** Up to three values: amounts, dates of service and codes as they stand there; of anything else only the shape, such as `Xxxxx 99`. */
      examples: z.array(z.string()),
    }),
  ),
  problems: z.array(z.string()),
  confirmed: z.boolean(),
  undecided: z.array(z.enum(['dateFormat', 'amountFormat'])),
})
export type TableColumns = z.output<typeof tableColumns>
export const uploadColumnsOutput = z.object({ tables: z.array(tableColumns) })
