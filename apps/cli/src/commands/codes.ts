import { defineCommand } from 'citty'
import { listCodes } from '@overturn/core/codes/list'
import { loadCodes } from '@overturn/core/codes/load'
import { getCodeIntelligence } from '@overturn/core/codes/performance/intelligence'
import { listCodePerformance } from '@overturn/core/codes/performance/list'
import { refreshCodesOperation } from '@overturn/core/codes/performance/operation'
import type { CodeEntry, CodeList, LoadedCodes } from '@overturn/core/codes/schemas'
import { codeSystems } from '@overturn/core/codes/systems'
import { OverturnError } from '@overturn/core/errors'
import { perform } from '@overturn/core/operation'
import { findOrganizationForImport } from '@overturn/core/organizations'
import { codeIntelligenceText, codePerformanceText } from '../code-text.ts'
import { count, counted, pageLine, table, text, type Column } from '../format.ts'
import { globalFlags, type GlobalFlags } from '../global-flags.ts'
import { inputFrom, operationFlags } from '../operation-flags.ts'
import { printJson, printResult } from '../output.ts'
import { performAsTyped } from '../perform-as-typed.ts'
import { withContext } from '../session.ts'

/** A screenful; `--json` has them all. */
const SHOWN = 20

const columns: Column<CodeEntry>[] = [
  { title: 'Code', value: ({ system, code }) => `${system.toUpperCase()} ${code}` },
  { title: 'Meaning', value: ({ label, retired }) => text(label) + (retired ? ' (retired)' : '') },
  { title: 'Denial reason', value: ({ reason, adjustmentKind }) => reason ?? text(adjustmentKind?.replaceAll('_', ' ') ?? null) },
  { title: 'Category', value: ({ category }) => (category === 'unclassified' ? '' : category) },
  { title: 'Remedy', value: ({ remedy }) => (remedy === 'none' ? '' : remedy.replaceAll('_', ' ')) },
]

export default defineCommand({
  meta: {
    description:
      'What the codes on a remittance mean; with "performance", "intelligence <code>" and "refresh": procedure codes on own claims; with "load <file>": take in a licensed list',
  },
  args: {
    search: { type: 'positional', required: false, description: 'A code or words; or "performance", "intelligence", "refresh" or "load"' },
    file: {
      type: 'positional',
      required: false,
      description: 'With load: CSV or JSON file with a code and a description in each row; with intelligence: the procedure code',
    },
    ...operationFlags(listCodes.input.omit({ search: true }).extend(listCodePerformance.input.shape), [], {
      kind: 'Only codes of this list',
      code: 'With performance: only codes that begin with this',
      sort: 'With performance: what comes first',
      page: 'Page of the list',
      limit: 'Codes per page, up to 200',
    }),
    system: { type: 'string', valueHint: codeSystems.join('|'), description: 'With load: which code list it is' },
    source: { type: 'string', valueHint: 'text', description: 'With load: who licensed it to you' },
    ...globalFlags,
  },
  run: ({ args }) => {
    const flags = args as unknown as GlobalFlags
    const given: Readonly<Record<string, unknown>> = args
    const action = Object.hasOwn(ACTIONS, String(given['search'])) ? ACTIONS[String(given['search'])] : undefined
    return (action ?? list)(flags, given)
  },
})

/** What can be done with codes but to search them, by the word that says so. */
const ACTIONS: Record<string, (flags: GlobalFlags, given: Readonly<Record<string, unknown>>) => Promise<void>> = { load, performance, intelligence, refresh }

async function performance(flags: GlobalFlags, given: Readonly<Record<string, unknown>>): Promise<void> {
  const codes = await withContext(flags, (context) => performAsTyped(listCodePerformance, context, inputFrom(listCodePerformance.input, given)))
  if (flags.json) printJson(codes)
  else printResult(codePerformanceText(codes))
}

async function intelligence(flags: GlobalFlags, { file: code }: Readonly<Record<string, unknown>>): Promise<void> {
  if (code === undefined) throw new OverturnError('invalid_input', '<code> is missing: overturn codes intelligence <code>.')
  const known = await withContext(flags, (context) => performAsTyped(getCodeIntelligence, context, { code }, ['code']))
  if (flags.json) printJson(known)
  else printResult(codeIntelligenceText(known))
}

async function refresh(flags: GlobalFlags): Promise<void> {
  const done = await withContext(flags, (context) => perform(refreshCodesOperation, context, {}))
  if (flags.json) printJson(done)
  else printResult(`${counted(done.codes, 'procedure code')} computed.`)
}

async function list(flags: GlobalFlags, given: Readonly<Record<string, unknown>>): Promise<void> {
  if (given['file'] !== undefined) throw new OverturnError('invalid_input', 'Put words to search for between quotation marks: overturn codes "two words".')
  const codes = await withContext(flags, (context) => performAsTyped(listCodes, context, inputFrom(listCodes.input, given)))
  if (flags.json) printJson(codes)
  else printResult(listText(codes))
}

function listText({ codes, pagination }: CodeList): string {
  if (codes.length === 0) return 'No code has these words.'
  const licensed = codes.flatMap(({ code, licensed: own }) => (own ? [`${code}: ${own.text} (${own.source})`] : []))
  return [table(codes, columns), ...(licensed.length > 0 ? [licensed.join('\n')] : []), pageLine(pagination)].join('\n\n')
}

async function load(flags: GlobalFlags, { file, system, source }: Readonly<Record<string, unknown>>): Promise<void> {
  const missing = Object.entries({ '<file>': file, '--system': system, '--source': source }).find(([, value]) => value === undefined)
  if (missing) throw new OverturnError('invalid_input', `${missing[0]} is missing: overturn codes load <file> --system <list> --source <who licensed it>.`)
  const loaded = await withContext(flags, (context) => performAsTyped(loadCodes, context, { path: file, system, source }), {
    create: true,
    choose: findOrganizationForImport,
  })
  if (flags.json) printJson(loaded)
  else printResult(loadedText(loaded))
}

function loadedText({ system, rows, inserted, updated, unchanged, rejected, rejectedRows }: LoadedCodes): string {
  const changes = `${counted(rows, 'row')} of ${system}: ${count(inserted)} new, ${count(updated)} changed, ${count(unchanged)} as before, ${count(rejected)} rejected.`
  const shown = rejectedRows.slice(0, SHOWN).map(({ row, field, message }) => `Row ${count(row)}, ${field}: ${message}.`)
  return [changes, ...shown, ...(rejected > shown.length ? [`… and ${count(rejected - shown.length)} more; --json lists up to 1,000.`] : [])].join('\n')
}
