import { stringify } from 'csv-stringify/sync'
import { defineOperation } from '../operation.ts'
import { guardedCell } from '../formula-guard.ts'
import type { AuditEvent } from './chain.ts'
import { exportAuditInput, exportAuditOutput } from './schemas.ts'
import { readAfter } from './sql.ts'

/** Events of one part: a small document. */
const PART = 1_000

/** With the hashes, so that it can be checked elsewhere (docs/adr/0017-audit-trail.md says how they are computed). */
export const exportAudit = defineOperation({
  name: 'audit.export',
  kind: 'read',
  concerns: () => [],
  summary: 'Gives the audit trail in parts, oldest first, as a table (CSV) or as JSON lines.',
  input: exportAuditInput,
  output: exportAuditOutput,
  async run({ db, organization }, { format, after, ...filter }) {
    const events = await readAfter(db, organization, filter, after, PART)
    const next = events.length === PART ? events.at(-1)!.number : null
    return { format, content: format === 'csv' ? tableOf(events, after === 0) : linesOf(events), rows: events.length, next }
  },
})

const COLUMNS = [
  'organizationId',
  'number',
  'at',
  'actorId',
  'role',
  'operation',
  'outcome',
  'claimIds',
  'about',
  'channel',
  'address',
  'requestId',
  'previousHash',
  'hash',
] as const satisfies (keyof AuditEvent)[]

function cellOf(value: AuditEvent[keyof AuditEvent]): string | number | null {
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value
}

/** Names and ids come from people. */
const tableOf = (events: readonly AuditEvent[], isFirst: boolean): string =>
  stringify([...(isFirst ? [[...COLUMNS]] : []), ...events.map((event) => COLUMNS.map((column) => cellOf(event[column])))], { cast: { string: guardedCell } })

const linesOf = (events: readonly AuditEvent[]): string =>
  events.map((event) => `${JSON.stringify(Object.fromEntries(COLUMNS.map((column) => [column, event[column]])))}\n`).join('')
