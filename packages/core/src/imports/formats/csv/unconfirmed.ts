import { OverturnError } from '../../../errors.ts'
import { csvFields } from './fields.ts'
import { guessMapping, isKnownColumn, type MappingGuess } from './guess.ts'
import { problemsOf } from './mapping.ts'
import { lacksHeader, NoHeader } from './no-header.ts'

/** So much of the message may be names of columns: people have to read it to its end, where it says what to do. */
const NAMES = 140
const MAPPING = 'overturn mapping <file>'

/** A table whose columns nobody has confirmed. The file is whole: its remedy is not to get it again. */
export class UnconfirmedColumns extends OverturnError {
  readonly remedy = 'Confirm its columns and import it again.'

  constructor(message: string) {
    super('unreadable_file', message)
  }
}

/**
 * The refusal of a table whose columns nobody has confirmed: which of them are recognized, how many are not, and what to do. Only names that
 * are word for word ours are quoted: whatever else stands in the first line may be a patient's, and a message is kept. A table that has no header row
 * is another refusal: there is nothing to confirm.
 */
export function unconfirmed(header: readonly string[], rows: readonly (readonly string[])[]): UnconfirmedColumns | NoHeader {
  if (lacksHeader(header, rows)) return new NoHeader(header.length)
  if (header.filter(isKnownColumn).length < 2)
    return new UnconfirmedColumns(
      `The first line of the table names no columns that Overturn knows (${header.length} columns). If it does name them, say what they mean with "${MAPPING} --set field=column --confirm"; "${MAPPING}" shows what there is.`,
    )
  const guess = guessMapping(header, rows)
  const others =
    guess.unknown.length === 0 ? '' : `, and ${guess.unknown.length} ${guess.unknown.length === 1 ? 'column that is' : 'columns that are'} not recognized`
  return new UnconfirmedColumns(`Nobody has confirmed yet what the columns of this table mean. Recognized: ${recognized(guess)}${others}. ${whatToDo(guess)}`)
}

/** Columns by the names they have where these are ours, else by what they seem to mean. */
function recognized({ guesses }: MappingGuess): string {
  const names = guesses.map(({ field, column }) => (isKnownColumn(column) ? `"${column}"` : csvFields[field].label))
  let shown = names.length
  while (shown > 1 && names.slice(0, shown).join(', ').length > NAMES) shown--
  return `${names.slice(0, shown).join(', ')}${shown < names.length ? ` and ${names.length - shown} more` : ''}`
}

function whatToDo({ mapping, guesses, undecided, misnamed }: MappingGuess): string {
  const missing = problemsOf(mapping)
  if (missing.length > 0) return `Missing: ${missing.join('; ')}. Say which: "${MAPPING} --set field=column --confirm".`
  const flags = [undecided.includes('dateFormat') && '--dates month-first', undecided.includes('amountFormat') && '--amounts european'].filter(Boolean)
  if (flags.length > 0) {
    const what = [
      undecided.includes('dateFormat') && 'whether the month or the day is first in its dates (month-first, day-first)',
      undecided.includes('amountFormat') && 'whether 1.000 is a thousand (european, us)',
    ].filter(Boolean)
    return `Its rows do not tell ${what.join(', nor ')}. Say it: "${MAPPING} ${flags.join(' ')} --confirm".`
  }
  const isSure = misnamed.length === 0 && guesses.every(({ confidence }) => confidence !== 'unsure')
  return `Look with "${MAPPING}", confirm with "${MAPPING} --confirm"${isSure ? ', or import with --confirm-mapping' : ''}.`
}
