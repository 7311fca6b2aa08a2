import { readFileSync, writeFileSync } from 'node:fs'
import { defineCommand } from 'citty'
import type { Context } from '@overturn/core/context'
import { OverturnError } from '@overturn/core/errors'
import { dismissReject } from '@overturn/core/imports/quarantine/dismiss'
import { exportRejects } from '@overturn/core/imports/quarantine/export'
import { getReject } from '@overturn/core/imports/quarantine/get'
import { listRejects } from '@overturn/core/imports/quarantine/list'
import { retryReject } from '@overturn/core/imports/quarantine/retry'
import type { Rejection, RetryResult } from '@overturn/core/imports/quarantine/schemas'
import { placeText } from '@overturn/core/imports/quarantine/table'
import { perform } from '@overturn/core/operation'
import { runAction, type Action, type Given } from '../actions.ts'
import { counted, pageLine, table, type Column } from '../format.ts'
import { globalFlags } from '../global-flags.ts'
import { inputFrom, operationFlags } from '../operation-flags.ts'
import { printJson, printNote, printResult } from '../output.ts'
import { EXIT } from '../problem.ts'

/** What can be done with rejections, and the words that each needs after its name. */
const ACTIONS: Record<string, Action<number>> = {
  list: { run: list },
  show: { needs: ['import', 'position'], run: show },
  export: { run: exportAll },
  retry: { needs: ['import', 'position', 'file'], run: retry },
  dismiss: { needs: ['import', 'position'], run: dismiss },
}

export default defineCommand({
  meta: { description: 'What imports have not taken in: list it, show a piece, export all with their reasons, try a mended piece again, dismiss it' },
  args: {
    action: { type: 'positional', required: false, description: 'list (if nothing is said), show, export, retry or dismiss' },
    import: { type: 'positional', required: false, description: 'Id of the import; with list and export only what it rejected' },
    position: { type: 'positional', required: false, description: 'Number of the rejection in that import' },
    file: { type: 'positional', required: false, description: 'With retry: the file with the mended piece' },
    out: { type: 'string', valueHint: 'file', description: 'With show and export: write to this file, readable by you only; it holds patient data' },
    ...operationFlags(listRejects.input.omit({ importId: true }), [], {
      state: 'With list and export: only rejections in this state',
      page: 'With list: page of the list',
      limit: 'With list: rejections per page, up to 200',
    }),
    ...globalFlags,
  },
  run: ({ args }) => runAction(ACTIONS, args, { command: 'rejects', about: 'rejections' }),
})

const keyOf = (given: Given) => ({ importId: given['import'], position: given['position'] })
const sentence = (message: string) => (/[.!?]$/.test(message) ? message : `${message}.`)
const ofImport = (given: Given) => (given['import'] === undefined ? {} : { importId: given['import'] })

const columns: Column<Rejection>[] = [
  { title: 'Import', value: ({ importId }) => String(importId), right: true },
  { title: 'No.', value: ({ position }) => String(position), right: true },
  { title: 'File', value: ({ fileName }) => fileName },
  { title: 'Where', value: ({ place }) => placeText(place) },
  { title: 'Code', value: ({ code }) => code },
  {
    title: 'State',
    value: ({ state, mendedByImport, hasContent }) =>
      mendedByImport === null ? (hasContent || state !== 'open' ? state : 'open, not kept') : `mended by ${mendedByImport}`,
  },
  { title: 'Why', value: ({ message }) => message },
]

async function list(context: Context, given: Given): Promise<number> {
  const found = await perform(listRejects, context, { ...inputFrom(listRejects.input, given), ...ofImport(given) })
  if (given['json']) printJson(found)
  else printResult(found.rejects.length === 0 ? 'No rejections.' : `${table(found.rejects, columns)}\n\n${pageLine(found.pagination)}`)
  return EXIT.ok
}

async function show(context: Context, given: Given): Promise<number> {
  const { reject } = await perform(getReject, context, keyOf(given))
  const { content, message, remedy, fileName, place } = reject
  if (given['json']) printJson({ reject })
  else {
    printNote(`${[fileName, placeText(place)].filter(Boolean).join(', ')}: ${sentence(message)} ${remedy}`)
    if (content === null) printNote('The rejected piece itself was not kept; look it up in the file.')
  }
  if (content !== null && given['out'] !== undefined) writePrivate(String(given['out']), [content])
  else if (content !== null && !given['json']) printResult(content)
  return EXIT.ok
}

async function exportAll(context: Context, given: Given): Promise<number> {
  const parts: string[] = []
  let rows = 0
  for (let next: string | null | undefined; next !== null;) {
    const part = await perform(exportRejects, context, { ...inputFrom(exportRejects.input, given), ...ofImport(given), ...(next && { after: next }) })
    parts.push(part.csv)
    rows += part.rows
    next = part.next
  }
  if (given['out'] === undefined) for (const part of parts) process.stdout.write(part)
  else {
    writePrivate(String(given['out']), parts)
    printNote(`${counted(rows, 'rejection')} written to ${String(given['out'])}.`)
  }
  return EXIT.ok
}

async function retry(context: Context, given: Given): Promise<number> {
  const result = await perform(retryReject, context, { ...keyOf(given), content: mendedPiece(String(given['file'])) })
  if (given['json']) printJson(result)
  else printResult(retryText(result))
  return result.outcome === 'mended' ? EXIT.ok : EXIT.data
}

function retryText({ outcome, mendedByImport, newClaims, changedClaims, newDecisions, issues }: RetryResult): string {
  if (outcome === 'rejected')
    return ['Nothing was taken in:', ...issues.map(({ code, message, remedy }) => `${code}: ${sentence(message)} ${remedy}`)].join('\n')
  return `Mended by import ${mendedByImport}: ${counted(newClaims, 'new claim')}, ${counted(changedClaims, 'changed claim')}, ${counted(newDecisions, 'new decision')}.`
}

async function dismiss(context: Context, given: Given): Promise<number> {
  const result = await perform(dismissReject, context, keyOf(given))
  if (given['json']) printJson(result)
  else printResult(`Rejection ${result.position} of import ${result.importId} is dismissed.`)
  return EXIT.ok
}

function mendedPiece(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new OverturnError('unreadable_file', `${file} cannot be read (${(cause as NodeJS.ErrnoException).code}).`, { cause })
  }
}

/** Never over a file that is there, which others may be allowed to read. */
function writePrivate(file: string, parts: readonly string[]): void {
  try {
    writeFileSync(file, parts.join(''), { mode: 0o600, flag: 'wx' })
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw new OverturnError('data_dir_unwritable', `${file} cannot be written (${code === 'EEXIST' ? 'there is such a file already' : code}).`, { cause })
  }
}
