import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { NETWORK_ANALYST, roles, roleTexts } from '@overturn/core/access/roles'
import { rolesFor } from '@overturn/core/access/table'
import { operations } from '@overturn/core/operations'
import { root } from './support/run.ts'

/** docs/access.md says who may do what between these two lines; everything around them is written by hand. */
const BEGIN = '<!-- from packages/core/src/access: node scripts/access-doc.ts -->'
const END = '<!-- to here -->'

export const accessDocument = join(root, 'docs', 'access.md')

const COLUMNS = [...roles, NETWORK_ANALYST] as const

/** What the audit trail has of it: every write but the mark that somebody is here; a read where it shows claims or may show who a patient is. */
const recordOf = ({ kind, isPresence, concerns, identifies }: (typeof operations)[number]) =>
  (kind === 'write' && !isPresence) || concerns || identifies ? 'yes' : ''

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(3, title.length, ...rows.map((row) => row[column]!.length)))
  const line = (cells: readonly string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}

/** The two tables: what each role is for, and each operation with who may call it. */
function tables(): string {
  const purposes = table(
    ['Role', 'What it is for'],
    COLUMNS.map((role) => [role, roleTexts[role]]),
  )
  const sorted = [...operations].sort((a, b) => (a.name < b.name ? -1 : 1))
  const rights = table(
    ['Operation', 'Kind', ...COLUMNS, 'On record'],
    sorted.map((operation) => [
      `\`${operation.name}\``,
      operation.kind,
      ...COLUMNS.map((role) => (rolesFor(operation.name).includes(role) ? 'yes' : '')),
      recordOf(operation),
    ]),
  )
  return `${purposes}\n\n${rights}`
}

/** The document as it should be: what stands there, with the tables of now. */
export function accessText(document = readFileSync(accessDocument, 'utf8')): string {
  const [before, rest] = document.split(BEGIN)
  const after = rest?.split(END)[1]
  if (before === undefined || after === undefined) throw new Error(`docs/access.md has lost the lines ${BEGIN} and ${END}`)
  return `${before}${BEGIN}\n\n${tables()}\n\n${END}${after}`
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(accessDocument, accessText())
