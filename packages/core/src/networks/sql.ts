import { sql } from 'drizzle-orm'
import type { DateWindow } from '../dates.ts'
import type { Database } from '../db/connect.ts'
import { tenantDatabase } from '../db/tenant.ts'
import { parseCents } from '../money.ts'
import { payerKey, type PracticeClaims } from './rules.ts'

export interface Network {
  slug: string
  name: string
  practices: number[]
}

/**
 * The network of that slug, if that person is an analyst of it; else null. No role of an organization's transactions sees these tables: they are
 * read as their owner, with the person in the condition.
 */
export async function readNetwork({ pool }: Pick<Database, 'pool'>, slug: string, personId: string): Promise<Network | null> {
  const { rows } = await pool.query<Network>(
    `select n.slug, n.name, array(select p.practice_id from network_practices p where p.network_id = n.id order by 1) as practices
     from networks n join network_analysts a on a.network_id = n.id
     where n.slug = $1 and a.user_id = $2`,
    [slug, personId],
  )
  return rows[0] ?? null
}

/** The practices of every network that this person is an analyst of. */
export async function readPracticesOf({ pool }: Pick<Database, 'pool'>, personId: string): Promise<number[]> {
  const { rows } = await pool.query<{ id: number }>(
    'select distinct p.practice_id as id from network_practices p join network_analysts a on a.network_id = p.network_id where a.user_id = $1 order by 1',
    [personId],
  )
  return rows.map(({ id }) => id)
}

interface Row {
  month: string
  name: string | null
  adjudicated: number
  denied: number
  deniedAmount: string
}

/** Claims of one practice by month of submission and payer, read in a transaction of that practice that can do nothing but read. */
export async function readPractice(database: Database, practice: number, { start, end }: DateWindow): Promise<PracticeClaims[]> {
  const rows = await tenantDatabase(database, practice, null, 'overturn_reader').rows<Row>(sql`
    select to_char(d.metric_date, 'YYYY-MM') as month, case when not p.is_placeholder then p.name end as name, sum(d.adjudicated_count)::int as adjudicated,
      sum(d.denied_count)::int as denied, sum(d.denied_amount)::text as "deniedAmount"
    from organization_daily_metrics d
    left join payers p on p.organization_id = d.organization_id and p.id = d.payer_id
    where d.organization_id = ${practice} and d.date_basis = 'submission' and d.metric_date >= ${start} and d.metric_date < ${end} and d.adjudicated_count > 0
    group by 1, 2`)
  return rows.map(({ month, name, adjudicated, denied, deniedAmount }) => ({
    practice,
    month,
    payer: payerKey(name),
    adjudicated,
    denied,
    deniedAmount: parseCents(deniedAmount)!,
  }))
}
