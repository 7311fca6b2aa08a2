import { sql, type SQL } from 'drizzle-orm'
import type { TenantTransaction } from '../db/tenant.ts'
import { searched, wordsOf } from './rules.ts'
import type { Found } from './schemas.ts'

/** A table of which an organization has hundreds or some thousands of rows: read from end to end, in a millisecond or two. */
interface Kind {
  from: string
  columns: string
  /** What its rows are called by. */
  names: readonly string[]
  /** What more is said of them. */
  texts?: readonly string[]
  /** What settles ties, before the id. */
  first?: string
}

const KINDS = {
  patterns: {
    from: 'patterns t',
    columns: 't.id, t.title',
    names: ['t.id', 't.title'],
    texts: ['t.denial_reason'],
    first: "t.status = 'archived', t.preventable_amount desc nulls last",
  },
  payers: { from: 'payers t', columns: 't.id, t.name', names: ['t.id', 't.name'] },
  providers: { from: 'providers t', columns: 't.id, t.name, t.npi', names: ['t.id', 't.name', 't.npi'], texts: ['t.specialty'] },
  policies: { from: 'policies t', columns: 't.id, t.name, t.mode', names: ['t.id', 't.name'], texts: ['t.topic'], first: "t.mode = 'retired'" },
  procedures: {
    from: `(select f.organization_id, f.procedure_code as id, f.line_count, i.description from code_performance f
      left join code_intelligence i on i.organization_id = f.organization_id and i.procedure_code = f.procedure_code) t`,
    columns: `'procedure' as system, t.id as code, t.description as label`,
    names: ['t.id'],
    texts: ['t.description'],
    first: 't.line_count desc',
  },
} as const satisfies Record<string, Kind>

/** The order of rules.ts, said in SQL: exactly that, begins with it, holds every word. position() and starts_with() know no wildcards. */
export async function findThings<Name extends keyof typeof KINDS>(
  tx: Pick<TenantTransaction, 'rows'>,
  name: Name,
  { organizationId, query, limit }: { organizationId: number; query: string; limit: number },
): Promise<(Name extends keyof Found ? Found[Name] : Found['codes'])[number][]> {
  const { from, columns, names, texts = [], first }: Kind = KINDS[name]
  const sought = searched(query)
  const any = (test: (column: SQL) => SQL) =>
    sql.join(
      names.map((column) => test(sql.raw(`lower(coalesce(${column}, ''))`))),
      sql` or `,
    )
  const all = sql.raw(`lower(concat_ws(E'\\n', ${[...names, ...texts].join(', ')}))`)
  const holds = wordsOf(query).map((word) => sql`position(${word} in ${all}) > 0`)
  return tx.rows(sql`
    select ${sql.raw(columns)} from ${sql.raw(from)}
    where t.organization_id = ${organizationId} and ((${any((column) => sql`starts_with(${column}, ${sought})`)}) or (${sql.join([...holds], sql` and `)}))
    order by case when ${any((column) => sql`${column} = ${sought}`)} then 0 when ${any((column) => sql`starts_with(${column}, ${sought})`)} then 1 else 2 end,
      ${sql.raw(first === undefined ? '' : `${first},`)} t.id
    limit ${limit}`)
}
