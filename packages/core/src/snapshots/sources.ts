import { sql, type SQL } from 'drizzle-orm'
import type { DateWindow } from '../dates.ts'
import type { DateBasis } from '../measures/organization-daily/sql.ts'

/** A table of daily rows, and how metric_restatements names what it says of it: `<metric>.<column>`, and `<metric>` alone for a row that is gone. */
export interface Source {
  table: string
  /** The column that says what a row is about. */
  subject: string
  metric: string
  basis?: DateBasis
  /** The table of the things, where a thing that is removed takes its rows along without a word in metric_restatements. */
  things?: string
}

const organization = (basis: DateBasis): Source => ({
  table: 'organization_daily_metrics',
  subject: 'payer_id',
  metric: `organization.${basis}`,
  basis,
})
const thing = (name: 'pattern' | 'policy' | 'provider', things?: string): Source => ({
  table: `${name}_daily_metrics`,
  subject: `${name}_id`,
  metric: name,
  ...(things !== undefined && { things }),
})

export const SOURCES = {
  submission: organization('submission'),
  payment: organization('payment'),
  service: organization('service'),
  pattern: thing('pattern', 'patterns'),
  policy: thing('policy', 'policies'),
  provider: thing('provider'),
} as const
export type SourceName = keyof typeof SOURCES

/** Which cells are asked for: some columns of the rows of a window, of one subject or of all. */
export interface Cells {
  organizationId: number
  source: SourceName
  columns: readonly string[]
  window: DateWindow
  subject?: string | undefined
}

const within = ({ organizationId, window }: Cells, alias: string) => {
  const of = (column: string) => sql.raw(`${alias}.${column}`)
  return sql`${of('organization_id')} = ${organizationId} and ${of('metric_date')} >= ${window.start} and ${of('metric_date')} < ${window.end}`
}

/** The rows `d` of the table as they are now, for `from … where`. */
export function standing(cells: Cells): SQL {
  const { table, subject, basis } = SOURCES[cells.source] as Source
  return sql`${sql.raw(table)} d where ${within(cells, 'd')} ${basis === undefined ? sql`` : sql`and d.date_basis = ${basis}`}
    ${cells.subject === undefined ? sql`` : sql`and d.${sql.raw(subject)} = ${cells.subject}`}`
}

/**
 * The restatements `r` of the cells from a moment on, and the first appearances of rows that are gone (metric without a column), for `from … where`.
 * What is told of a thing of the same name that was there before this one is left out.
 */
export function restated(cells: Cells, since: SQL | null): SQL {
  const { metric, things } = SOURCES[cells.source] as Source
  const changes = sql`r.metric = any(${sql.param(cells.columns.map((column) => `${metric}.${column}`))}::text[])`
  return sql`metric_restatements r where ${within(cells, 'r')} and (r.metric = ${metric} or ${changes} ${since === null ? sql`` : sql`and r.restated_at >= ${since}`})
    ${cells.subject === undefined ? sql`` : sql`and r.subject = ${cells.subject}`}
    ${things === undefined ? sql`` : sql`and exists (select from ${sql.raw(things)} t where t.organization_id = r.organization_id and t.id = r.subject and t.created_at <= r.restated_at)`}`
}
