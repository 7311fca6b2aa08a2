import { defineCommand } from 'citty'
import { OverturnError } from '@overturn/core/errors'
import { getImport } from '@overturn/core/imports/history/get'
import { listImports } from '@overturn/core/imports/history/list'
import type { ImportIssue, ImportRow } from '@overturn/core/imports/history/schemas'
import { placeText } from '@overturn/core/imports/quarantine/table'
import { undoImport } from '@overturn/core/imports/undo/operation'
import type { UndoneImport } from '@overturn/core/imports/undo/schemas'
import { perform } from '@overturn/core/operation'
import { count, counted, facts, pageLine, table, text, type Column } from '../format.ts'
import { globalFlags, type GlobalFlags } from '../global-flags.ts'
import { duration } from '../import-progress.ts'
import { inputFrom, operationFlags } from '../operation-flags.ts'
import { printJson, printResult } from '../output.ts'
import { withContext } from '../session.ts'

type Given = Readonly<Record<string, unknown>>

export default defineCommand({
  meta: { description: 'The files that were imported, newest first; with an id one of them and what was wrong with it; "undo" takes one back' },
  args: {
    import: { type: 'positional', required: false, description: 'Id of the import to look at; or "undo", to take one back' },
    id: { type: 'positional', required: false, description: 'With undo: id of the import' },
    ...operationFlags(listImports.input, [], {
      status: 'Only imports of this status',
      page: 'Page of the list, or of the issues',
      limit: 'Imports or issues per page, up to 200',
    }),
    ...globalFlags,
  },
  run: ({ args }) => {
    const flags = args as unknown as GlobalFlags
    const given: Given = args
    if (given['import'] === 'undo') return undo(flags, given)
    if (given['id'] !== undefined) throw new OverturnError('invalid_input', `"${String(given['id'])}" is one word too many for this command.`)
    return given['import'] === undefined ? list(flags, given) : show(flags, given)
  },
})

async function list(flags: GlobalFlags, given: Given): Promise<void> {
  const found = await withContext(flags, (context) => perform(listImports, context, inputFrom(listImports.input, given)))
  if (flags.json) printJson(found)
  else printResult(found.imports.length === 0 ? 'No imports.' : `${table(found.imports, columns)}\n\n${pageLine(found.pagination)}`)
}

async function show(flags: GlobalFlags, given: Given): Promise<void> {
  if (given['status'] !== undefined) throw new OverturnError('invalid_input', '--status is for the list of imports; leave it out to see one of them.')
  const found = await withContext(flags, (context) => perform(getImport, context, { ...inputFrom(getImport.input, given), id: given['import'] }))
  if (flags.json) return printJson(found)
  const issues = found.issues.length > 0 ? [table(found.issues, issueColumns), pageLine(found.pagination)] : [withoutIssues(found.import)]
  printResult([overview(found.import), ...issues].join('\n\n'))
}

function withoutIssues({ status }: ImportRow): string {
  if (status === 'failed') return 'Nothing of it was taken in.'
  return status === 'complete' || status === 'undone' ? 'Nothing was wrong with it.' : 'It is not done yet.'
}

async function undo(flags: GlobalFlags, given: Given): Promise<void> {
  if (given['id'] === undefined)
    throw new OverturnError('invalid_input', '<id> is missing: overturn imports undo <id>. "overturn imports" lists what there is.')
  const undone = await withContext(flags, (context) => perform(undoImport, context, { id: given['id'] }))
  if (flags.json) printJson(undone)
  else printResult(undoneText(undone))
}

function undoneText({ id, fileName, claims, decisions, restoredClaims }: UndoneImport): string {
  const restored = restoredClaims > 0 ? `; ${counted(restoredClaims, 'claim')} of other files as before` : ''
  return `Import ${id}, ${fileName}, is undone: ${counted(claims, 'claim')} and ${counted(decisions, 'decision')} gone${restored}. It can be imported again.`
}

const minute = (moment: string) => moment.slice(0, 16).replace('T', ' ')
const took = ({ duration: ms }: ImportRow) => (ms === null ? '–' : ms < 1_000 ? `${ms} ms` : duration(ms))

const columns: Column<ImportRow>[] = [
  { title: 'Id', value: ({ id }) => String(id), right: true },
  { title: 'File', value: ({ fileName }) => fileName },
  { title: 'Format', value: ({ format }) => format },
  { title: 'Status', value: ({ status }) => status },
  { title: 'By', value: ({ importedBy }) => importedBy },
  { title: 'Started (UTC)', value: ({ startedAt }) => minute(startedAt) },
  { title: 'Took', value: took, right: true },
  { title: 'New claims', value: ({ newClaims }) => count(newClaims), right: true },
  { title: 'Decisions', value: ({ newDecisions }) => count(newDecisions), right: true },
  { title: 'Denied', value: ({ deniedClaims }) => count(deniedClaims), right: true },
  { title: 'Rejected', value: ({ rejections }) => count(rejections), right: true },
  { title: 'Warnings', value: ({ warnings }) => count(warnings), right: true },
]

const issueColumns: Column<ImportIssue>[] = [
  { title: 'No.', value: ({ position }) => String(position), right: true },
  { title: 'What', value: ({ severity, state }) => (severity === 'rejection' && state !== 'open' ? `rejection, ${state}` : severity) },
  { title: 'Code', value: ({ code }) => code },
  { title: 'Where', value: ({ place }) => placeText(place) },
  { title: 'Why', value: ({ message, remedy }) => `${message}${/[.!?]$/.test(message) ? '' : '.'} ${remedy}` },
]

function overview(row: ImportRow): string {
  return facts([
    ['Import', `${row.id}, ${row.fileName}`],
    ['Format', `${row.format}, ${count(row.bytes)} bytes, SHA-256 ${row.sha256}…`],
    ['Status', row.status],
    ...(row.error === null ? [] : [['Why', row.error] as const]),
    ['Imported', `${minute(row.startedAt)} UTC by ${row.importedBy}, took ${took(row)}`],
    ...(row.undoneAt === null ? [] : [['Undone', `${minute(row.undoneAt)} UTC by ${text(row.undoneBy)}`] as const]),
    ['Claims', `${count(row.newClaims)} new, ${count(row.changedClaims)} changed`],
    ['Decisions', `${count(row.newDecisions)} new; ${count(row.deniedClaims)} claims of the file denied`],
    ['Issues', `${count(row.rejections)} rejected, ${count(row.warnings)} warnings`],
  ])
}
