import { sql, type SQL } from 'drizzle-orm'
import type { TenantTransaction } from '../db/tenant.ts'
import { dollars, parseCents } from '../money.ts'
import type { Found } from './schemas.ts'

type Claim = Found['claims'][number]
interface Sought {
  organizationId: number
  query: string
  /** Whether account numbers of patients are looked at. */
  byAccount: boolean
  limit: number
}

/** The columns that are looked at, each with an index that begins with it. */
const ID = sql.raw('c.id')
const ACCOUNT = sql.raw('c.patient_control_number')
/** Above every text that begins as this one does: both columns compare byte by byte. */
const upTo = (prefix: string): SQL => sql`${prefix}::text || chr(1114111)`

/**
 * Claims by how their id or account number begins, as it was typed and in capitals. Each reads a few entries of an index; to look for words within
 * a number would read every claim there is.
 */
export async function findClaims(tx: Pick<TenantTransaction, 'rows'>, { organizationId, query, byAccount, limit }: Sought): Promise<Claim[]> {
  const prefixes = [...new Set([query.trim(), query.trim().toUpperCase()])].filter((prefix) => prefix !== '')
  const looks = prefixes.flatMap((prefix) => (byAccount ? [ID, ACCOUNT] : [ID]).map((column) => ({ prefix, column })))
  if (looks.length === 0) return []
  const found = looks.map(
    ({ prefix, column }) => sql`(
      select c.id, ${column} = ${prefix} as exact from claims c
      where c.organization_id = ${organizationId} and ${column} >= ${prefix} and ${column} < ${upTo(prefix)} and c.use = 'claim' order by ${column} limit ${limit})`,
  )
  const rows = await tx.rows<Omit<Claim, 'billedAmount'> & { billedAmount: string }>(sql`
    select c.id, c.patient_control_number as "patientControlNumber", c.status, y.name as "payerName", c.date_of_service as "dateOfService",
      c.billed_amount as "billedAmount"
    from (select id, bool_or(exact) as exact from (${sql.join(found, sql` union all `)}) found group by id order by 2 desc, 1 limit ${limit}) f
    join claims c on c.organization_id = ${organizationId} and c.id = f.id
    left join payers y on y.organization_id = c.organization_id and y.id = c.payer_id
    order by f.exact desc, c.id`)
  return rows.map(({ billedAmount, ...claim }) => ({ ...claim, billedAmount: dollars(parseCents(billedAmount)!) }))
}
