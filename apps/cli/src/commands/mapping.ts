import { parseArgs } from 'node:util'
import { defineCommand } from 'citty'
import type { Context } from '@overturn/core/context'
import { OverturnError } from '@overturn/core/errors'
import { csvFields, fieldOf, type FieldName } from '@overturn/core/imports/formats/csv/fields'
import { formatWords } from '@overturn/core/imports/mappings/format-words'
import { guessedMapping } from '@overturn/core/imports/mappings/guessed'
import { confirmColumns, guessColumns, listColumns, removeColumns } from '@overturn/core/imports/mappings/operations'
import { tableAt } from '@overturn/core/imports/mappings/sample'
import { guessInput, type GuessedMapping, type SavedMapping, type ShownGuess } from '@overturn/core/imports/mappings/schemas'
import { invalidInput, perform } from '@overturn/core/operation'
import { findOrganizationForImport } from '@overturn/core/organizations'
import { hasData } from '../data-folder.ts'
import { counted, table, type Column } from '../format.ts'
import { globalFlags, type GlobalFlags } from '../global-flags.ts'
import { printJson, printResult } from '../output.ts'
import { EXIT } from '../problem.ts'
import { configOf, withContext } from '../session.ts'
import { suggest } from '../suggest.ts'

export default defineCommand({
  meta: { description: 'Show what the columns of a table (CSV) mean, change it, and confirm it, so that tables with this header can be imported' },
  args: {
    file: { type: 'positional', required: false, description: 'The table; its first line has the names of the columns' },
    set: { type: 'string', valueHint: 'field=column', description: 'Say which column a field is; may be given several times, with nothing after = for none' },
    rows: { type: 'string', valueHint: 'claim|line|denial', description: 'What one row is, where the guess is wrong' },
    dates: { type: 'string', valueHint: 'month-first|day-first', description: 'How dates with the year at the end are meant' },
    amounts: { type: 'string', valueHint: 'us|european', description: 'Whether cents stand behind a point or a comma' },
    confirm: { type: 'boolean', description: 'Confirm what is shown: from now on tables with this header are read so' },
    list: { type: 'boolean', description: 'List what was confirmed so far, instead of a file' },
    remove: {
      type: 'string',
      valueHint: 'name',
      description: 'Remove what was confirmed, by the name that --list has; the next such table is asked about again',
    },
    ...globalFlags,
  },
  run: async ({ args, rawArgs }) => {
    if (args.list) {
      const mappings = await withContext(args, (context) => perform(listColumns, context, {}))
      if (args.json) printJson(mappings)
      else printResult(listText(mappings.mappings))
      return EXIT.ok
    }
    if (args.remove !== undefined) {
      const answer = await withContext(args, async (context) => perform(removeColumns, context, { headerKey: await keyOf(context, args.remove as string) }))
      if (args.json) printJson(answer)
      else
        printResult(
          `The columns of "${answer.removed.name}" are not confirmed any more. The next table with them has to be confirmed; what was imported stays.`,
        )
      return EXIT.ok
    }
    if (!args.file) throw new OverturnError('invalid_input', '<file> is missing: the table whose columns are meant, or --list or --remove.')
    const { rows, dates: dateFormat, amounts: amountFormat } = args
    const fields = saidFields(rawArgs)
    const input = { path: args.file, fields, ...(rows && { rows }), ...(dateFormat && { dateFormat }), ...(amountFormat && { amountFormat }) }
    const { guess, saved } = args.confirm ? await confirm(args, input) : { guess: await look(args, input), saved: null }
    if (args.json) printJson({ ...guess, confirmed: guess.confirmed || saved !== null })
    else printResult(guessText(guess, saved, args.file))
    return EXIT.ok
  },
})

/** The key of the mapping with this name, or with a key that begins so: names may stand several times. */
async function keyOf(context: Context, name: string): Promise<string> {
  const { mappings } = await perform(listColumns, context, {})
  const named = mappings.filter((mapping) => mapping.name === name)
  const found = named.length > 0 ? named : mappings.filter(({ headerKey }) => name.length >= KEY && headerKey.startsWith(name))
  if (found.length > 1) {
    const keys = found.map(({ headerKey, confirmedAt }) => `${headerKey.slice(0, KEY)} (confirmed on ${confirmedAt.slice(0, 10)})`)
    throw new OverturnError(
      'conflict',
      `${found.length} column mappings are called "${name}". Say --remove with the key of the one that is meant: ${keys.join(', ')}.`,
    )
  }
  if (!found[0]) throw new OverturnError('not_found', `There is no column mapping called "${name}"; "overturn mapping --list" names those there are.`)
  return found[0].headerKey
}

function confirm(flags: GlobalFlags, input: object): Promise<{ guess: GuessedMapping; saved: SavedMapping }> {
  return withContext(
    flags,
    async (context) => {
      const guess = await perform(guessColumns, context, input)
      return { guess, saved: await perform(confirmColumns, context, { name: guess.file, mapping: guess.mapping }) }
    },
    { create: true, choose: findOrganizationForImport },
  )
}

/** Who only looks needs no database, and leaves none behind: without one nothing was confirmed before. */
async function look(flags: GlobalFlags, input: object): Promise<GuessedMapping> {
  const { databaseUrl, dataDir } = configOf(flags)
  if (databaseUrl !== null || hasData(dataDir)) return withContext(flags, (context) => perform(guessColumns, context, input))
  const read = guessInput.safeParse(input)
  if (!read.success) throw invalidInput(read.error)
  const { path, ...said } = read.data
  return guessedMapping(await tableAt(path), said, null)
}

/** Every --set, by field: "modifiers=Mod 1" twice names two columns. */
function saidFields(rawArgs: readonly string[]): Partial<Record<FieldName, string[]>> {
  const { values } = parseArgs({ args: [...rawArgs], options: { set: { type: 'string', multiple: true } }, strict: false, allowPositionals: true })
  const fields: Partial<Record<FieldName, string[]>> = {}
  for (const said of (values.set ?? []).map(String)) {
    const [field = '', ...rest] = said.split('=')
    if (rest.length === 0) throw new OverturnError('invalid_input', `--set: "${said}" is not field=column.`)
    if (fieldOf(field) === null) throw unknownField(field)
    const column = rest.join('=').trim()
    fields[field as FieldName] = [...(fields[field as FieldName] ?? []), ...(column === '' ? [] : [column])]
  }
  return fields
}

function unknownField(field: string): OverturnError {
  const near = suggest(field, Object.keys(csvFields))
  return new OverturnError(
    'invalid_input',
    `--set: there is no field "${field}"${near ? `; did you mean ${near}?` : `; there are: ${Object.keys(csvFields).join(', ')}.`}`,
  )
}

const columns: Column<ShownGuess>[] = [
  { title: 'Field', value: ({ field }) => field },
  { title: 'Means', value: ({ label }) => label },
  { title: 'Column', value: ({ column }) => column },
  { title: '', value: ({ confidence }) => confidence },
  { title: 'Examples', value: ({ examples }) => examples.map(shortened).join(' | ') },
]

const LONGEST = 24
/** So much of a key is shown, and asked for. */
const KEY = 12
const shortened = (example: string) => (example.length > LONGEST ? `${example.slice(0, LONGEST - 1)}…` : example).replace(/\p{Cc}/gu, ' ')
const ROWS = { claim: 'a claim', line: 'a line of a claim', denial: 'a denial of a claim' } as const
/** How to say what the rows cannot. */
const UNDECIDED = {
  dateFormat: 'whether the month or the day is first: say --dates month-first or --dates day-first',
  amountFormat: 'whether 1.000 is a thousand: say --amounts european or --amounts us',
} as const

function guessText(guess: GuessedMapping, saved: SavedMapping | null, file: string): string {
  const { mapping, guesses, unknown, misnamed, problems, undecided } = guess
  const command = `overturn mapping ${/\s/.test(file) ? `"${file}"` : file}`
  const next = saved
    ? 'Confirmed. Tables with this header can be imported now.'
    : guess.confirmed
      ? 'This was confirmed before; --set changes it, with --confirm.'
      : `Nothing is saved yet. If this is right: ${command} --confirm. To change it: --set field=column.`
  return [
    guesses.length > 0 && table(guesses, columns),
    unknown.length > 0 && `Not taken in: ${unknown.join(', ')}.`,
    saved === null && misnamed.length > 0 && misnamed.map(misnamedText).join('\n'),
    `One row is ${ROWS[mapping.rows]}; ${formatWords(mapping)}.`,
    saved === null && undecided.length > 0 && `The rows do not tell ${undecided.map((format) => UNDECIDED[format]).join(', nor ')}.`,
    problems.length > 0 ? `It cannot be confirmed yet: ${problems.join('; ')}.` : next,
  ]
    .filter(Boolean)
    .join('\n\n')
}

const misnamedText = ({ field, label, column }: GuessedMapping['misnamed'][number]) =>
  `${column} is called like a field (${label}), and (nearly) none of its values can be read as one. If it is one, say --set ${field}="${column}"; else --set ${field}= for none.`

const savedColumns: Column<SavedMapping>[] = [
  { title: 'Confirmed with', value: ({ name }) => name },
  { title: 'One row is', value: ({ mapping }) => ROWS[mapping.rows] },
  { title: 'Fields', value: ({ mapping }) => String(Object.keys(mapping.fields).length), right: true },
  { title: 'Columns', value: ({ mapping }) => String(mapping.header.length), right: true },
  { title: 'By', value: ({ confirmedBy }) => confirmedBy },
  { title: 'On', value: ({ confirmedAt }) => confirmedAt.slice(0, 10) },
]

const listText = (mappings: SavedMapping[]) =>
  mappings.length === 0 ? 'No column mapping is confirmed yet.' : `${table(mappings, savedColumns)}\n\n${counted(mappings.length, 'column mapping')}.`
