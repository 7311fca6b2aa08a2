import { defineCommand, type ArgsDef, type CommandContext, type CommandDef } from 'citty'
import { OverturnError } from '@overturn/core/errors'
import { verifyExport } from '@overturn/core/imports/verify/operation'
import type { Check, Difference, Mismatch, Stated, Verification } from '@overturn/core/imports/verify/schemas'
import { verifyTruth } from '@overturn/core/imports/verify-truth/operation'
import type { TruthVerification } from '@overturn/core/imports/verify-truth/schemas'
import { count, table, text, type Column } from '../format.ts'
import { operationCommand } from '../operation-command.ts'

/** A screenful; `--json` has them all. */
const SHOWN = 20

/** An amount or a rate has two decimals on both sides of its comparison; a count has none. */
export function shown(value: Stated, other: Stated): string {
  if (typeof value !== 'number') return text(value)
  const digits = [value, other].every((side) => typeof side !== 'number' || Number.isInteger(side)) ? 0 : 2
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

const checkColumns = (source: string): Column<Check>[] => [
  { title: 'Check', value: ({ name }) => name },
  { title: source, value: ({ expected, actual }) => shown(expected, actual), right: true },
  { title: 'Database', value: ({ expected, actual }) => shown(actual, expected), right: true },
  { title: '', value: ({ equal }) => (equal ? 'equal' : 'NOT EQUAL') },
]

const differenceColumns: Column<Difference>[] = [
  { title: 'Other by definition', value: ({ name }) => name },
  { title: 'Stated', value: ({ stated, computed }) => shown(stated, computed), right: true },
  { title: 'Computed', value: ({ stated, computed }) => shown(computed, stated), right: true },
  { title: 'Why', value: ({ reason }) => reason },
]

const mismatchColumns: Column<Mismatch>[] = [
  { title: 'Object', value: ({ kind, id }) => `${kind} ${id}` },
  { title: 'Problem', value: ({ problem }) => problem },
  { title: 'Fields', value: ({ fields }) => fields.join(', ') },
]

function comparison({ directory, files, equal, checks, differencesByDefinition, missing, unresolved }: Verification): string {
  return [
    table(checks, checkColumns('Export')),
    differencesByDefinition.length > 0 && firstOf(differencesByDefinition, differenceColumns),
    missing.length > 0 && firstOf(missing, mismatchColumns),
    unresolved > 0 && `${count(unresolved)} references name objects that no file has brought.`,
    equal ? `What was imported is what ${directory} says (${count(files.length)} files).` : `What was imported is NOT what ${directory} says.`,
  ]
    .filter(Boolean)
    .join('\n\n')
}

function firstOf<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const more = rows.length > SHOWN ? `\n… and ${count(rows.length - SHOWN)} more; --json lists them all.` : ''
  return table(rows.slice(0, SHOWN), columns) + more
}

function truthComparison({ truth, equal, checks }: TruthVerification): string {
  return [table(checks, checkColumns('Truth')), equal ? `The database holds what ${truth} says.` : `The database does NOT hold what ${truth} says.`].join(
    '\n\n',
  )
}

const ofExport = operationCommand(verifyExport, {
  positionals: ['directory'],
  describe: { directory: "Folder of the portal's JSON export, or one of its files" },
  format: comparison,
  isNegative: ({ equal }) => !equal,
})

const ofTruth = operationCommand(verifyTruth, {
  describe: { truth: 'Compare with the truth file of an invented group ("overturn generate --truth") instead of an export' },
  format: truthComparison,
  isNegative: ({ equal }) => !equal,
})

/** One of the two is named: an export, or a truth file. */
export default defineCommand({
  meta: { description: 'Compare what was imported with where it came from: a portal JSON export, or the truth file of an invented group' },
  args: { ...optional(ofTruth), ...optional(ofExport) },
  run: async (context) => {
    const { truth, directory } = context.args as { truth?: string; directory?: string }
    if ((truth === undefined) === (directory === undefined))
      throw new OverturnError('invalid_input', 'Name one of the two: the folder of an export, or --truth <file>.')
    return (truth === undefined ? ofExport : ofTruth).run?.(context as CommandContext)
  },
}) as CommandDef

/** Neither is required by itself. */
function optional({ args }: CommandDef) {
  return Object.fromEntries(Object.entries(args as ArgsDef).map(([name, arg]) => [name, { ...arg, required: false }])) as ArgsDef
}
