import { sql, type SQL } from 'drizzle-orm'
import { addDays } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import type { AuditEvent } from './chain.ts'
import type { AuditFilter } from './schemas.ts'

const columns = sql`
  e.organization_id as "organizationId", e.number, e.at, e.actor_id as "actorId", e.role, e.operation, e.outcome, e.claim_ids as "claimIds", e.about, e.channel, e.address,
  e.request_id as "requestId", e.previous_hash as "previousHash", e.hash`

/** Whose events, and where its days begin. */
export interface AuditOf {
  id: number
  timeZone: string
}

function matching({ id, timeZone }: AuditOf, { actor, operation, outcome, claim, from, to }: AuditFilter): SQL {
  const beginning = (day: string) => sql`(${day}::date::timestamp at time zone ${timeZone})`
  const conditions = [sql`e.organization_id = ${id}`]
  if (actor !== undefined) conditions.push(sql`e.actor_id = ${actor}`)
  if (operation !== undefined) conditions.push(sql`e.operation = ${operation}`)
  if (outcome !== undefined) conditions.push(sql`e.outcome = ${outcome}`)
  if (claim !== undefined) conditions.push(sql`e.claim_ids @> array[${claim}]::text[]`)
  if (from !== undefined) conditions.push(sql`e.at >= ${beginning(from)}`)
  if (to !== undefined) conditions.push(sql`e.at < ${beginning(addDays(to, 1))}`)
  return sql.join(conditions, sql` and `)
}

/** One page, newest first, and how many there are in all: without a filter that is the last number. */
export async function readPage(
  tx: TenantTransaction,
  of: AuditOf,
  { page, limit, ...filter }: AuditFilter & { page: number; limit: number },
): Promise<{ events: AuditEvent[]; total: number }> {
  const where = matching(of, filter)
  const isWhole = Object.values(filter).every((value) => value === undefined)
  const count = isWhole ? sql`coalesce(max(e.number), 0)` : sql`count(*)`
  const { total } = (await tx.row<{ total: number }>(sql`select ${count} as total from audit_events e where ${where}`))!
  const events = await tx.rows<AuditEvent>(
    sql`select ${columns} from audit_events e where ${where} order by e.number desc limit ${limit} offset ${(page - 1) * limit}`,
  )
  return { events, total }
}

/** Events after a number, in their order. */
export const readAfter = (tx: Pick<TenantTransaction, 'rows'>, of: AuditOf, filter: AuditFilter, after: number, limit: number): Promise<AuditEvent[]> =>
  tx.rows(sql`select ${columns} from audit_events e where ${matching(of, filter)} and e.number > ${after} order by e.number limit ${limit}`)
