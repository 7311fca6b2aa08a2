import { sql, type SQL } from 'drizzle-orm'

export type BulkValue = string | number | boolean | null | readonly string[]

/** One column of a table that is written in bulk: its name, its type, and where its value comes from. */
export interface BulkColumn<Row> {
  name: string
  type: 'text' | 'text[]' | 'int' | 'int8' | 'numeric' | 'date' | 'boolean' | 'jsonb'
  of: (row: Row) => BulkValue
}

/**
 * Rows as a relation of one statement: an array per column, unnested. Measured on the embedded engine: 4,450 claims/s written so, 4,020 from
 * JSON; COPY is not there. Lists of texts travel as text, because arrays of arrays must be of one length.
 */
export function unnested<Row>(columns: readonly BulkColumn<Row>[], rows: readonly Row[], alias = 'r'): SQL {
  const arrays = columns.map(({ type, of }) => sql`${arrayLiteral(rows, of)}::${sql.raw(type === 'text[]' || type === 'jsonb' ? 'text' : type)}[]`)
  return sql`unnest(${sql.join(arrays, sql`, `)}) as ${sql.raw(`${alias}(${columns.map(({ name }) => name).join(', ')})`)}`
}

/** The columns of `unnested` with their types. */
export function selected(columns: readonly Pick<BulkColumn<never>, 'name' | 'type'>[], alias = 'r'): SQL {
  return sql.raw(columns.map(({ name, type }) => `${alias}.${name}${type === 'text[]' || type === 'jsonb' ? `::${type}` : ''}`).join(', '))
}

export const namesOf = (columns: readonly { name: string }[]): SQL => sql.raw(columns.map(({ name }) => name).join(', '))

/**
 * INSERT of all rows; `after` is what follows, such as ON CONFLICT. A column of which all rows say the same travels as one value: most slices
 * leave half of the columns empty, and each array costs the database a pass over its rows.
 */
export function bulkInsert<Row>(table: string, organizationId: number, columns: readonly BulkColumn<Row>[], rows: readonly Row[], after: SQL = sql``): SQL {
  const varied: BulkColumn<Row>[] = []
  const values = columns.map((column) => {
    const constant = constantOf(rows, column)
    if (constant !== undefined) return sql`${constant}::${sql.raw(column.type)}`
    varied.push(column)
    return selected([column])
  })
  // There is always a relation with as many rows as there are to be.
  if (varied.length === 0) varied.push(columns[0] as BulkColumn<Row>)
  return sql`insert into ${sql.raw(table)} (organization_id, ${namesOf(columns)}) select ${organizationId}::int, ${sql.join(values, sql`, `)} from ${unnested(varied, rows)} ${after}`
}

/** The value that all rows share, as a parameter; undefined where they differ. */
function constantOf<Row>(rows: readonly Row[], { of }: BulkColumn<Row>): string | null | undefined {
  const first = literal(of(rows[0] as Row))
  for (let at = 1; at < rows.length; at++) if (literal(of(rows[at] as Row)) !== first) return undefined
  return first
}

const literal = (value: BulkValue): string | null => (value === null ? null : typeof value === 'object' ? `{${value.map(quoted).join(',')}}` : String(value))

function arrayLiteral<Row>(rows: readonly Row[], of: (row: Row) => BulkValue): string {
  let text = '{'
  for (let at = 0; at < rows.length; at++) text += (at === 0 ? '' : ',') + element(of(rows[at] as Row))
  return `${text}}`
}

function element(value: BulkValue): string {
  if (value === null) return 'NULL'
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'object') return quoted(`{${value.map(quoted).join(',')}}`)
  return String(value)
}

const quoted = (text: string): string => (/["\\]/.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : `"${text}"`)
