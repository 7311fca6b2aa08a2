import { OverturnError } from '../../../errors.ts'
import { csvFields } from './fields.ts'
import { guessMapping, isKnownColumn } from './guess.ts'
import { problemsOf } from './mapping.ts'

const SHOWN = 40

/**
 * The refusal of a table whose columns nobody has confirmed: which of them are recognised, which are not, and what to do. Column names are
 * quoted only where the first line is one of names beyond doubt; in a file without one it would be a patient.
 */
export function unconfirmed(header: readonly string[]): OverturnError {
  if (header.filter(isKnownColumn).length < 2)
    return new OverturnError(
      'unreadable_file',
      `The first line of the table names no columns that Overturn knows (${header.length} columns). If it does name them, say what they mean with "overturn mapping <file> --set field=column --confirm"; "overturn mapping <file>" shows what there is.`,
    )
  const { mapping, guesses, unknown } = guessMapping(header, [])
  const recognised = guesses.map(({ field, column }) => `"${column}" (${csvFields[field].label})`)
  const missing = problemsOf(mapping)
  return new OverturnError(
    'unreadable_file',
    [
      `Nobody has confirmed yet what the columns of this table mean. Recognised: ${list(recognised)}.`,
      `Not recognised: ${unknown.length > 0 ? list(unknown.map((column) => `"${column}"`)) : 'none'}.`,
      ...(missing.length > 0 ? [`Missing: ${missing.join('; ')}.`] : []),
      'Look at it with "overturn mapping <file>", change it with --set field=column, and confirm it with "overturn mapping <file> --confirm"; then import again.',
    ].join(' '),
  )
}

const list = (names: string[]) => (names.length > SHOWN ? `${names.slice(0, SHOWN).join(', ')} and ${names.length - SHOWN} more` : names.join(', '))
