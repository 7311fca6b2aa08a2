import { sql, type SQL } from 'drizzle-orm'
import type { DateWindow } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { percentOf } from '../measures/dashboard/rules.ts'
import { dollars } from '../money.ts'
import { readKnown } from './as-known.sql.ts'
import { figureOf } from './numbers.ts'
import type { PatternCountsThen, Snapshot } from './schemas.ts'

/**
 * What the days of every pattern that is not archived add up to in the window, before a moment and now. The population is that of the
 * organization, which the patterns' own rows repeat and do not restate (src/measures/pattern-daily/refresh.ts).
 */
export async function readPatternCounts(tx: TenantTransaction, organizationId: number, window: DateWindow, before: SQL): Promise<Snapshot['patterns']> {
  const known = await countsBefore(tx, organizationId, window, before)
  const today = await countsBefore(tx, organizationId, window, null)
  const patterns = await tx.rows<{ id: string; title: string }>(
    sql`select id, title from patterns where organization_id = ${organizationId} and status <> 'archived' and scope_key is not null order by id`,
  )
  const none: PatternCountsThen = { population: today.population, denied: 0, denialRate: percentOf(0, today.population), dollarsDenied: 0 }
  return patterns
    .map(({ id, title }) => ({ id, title, known: known.of.get(id) ?? null, today: today.of.get(id) ?? none }))
    .sort((a, b) => (b.known?.dollarsDenied ?? -1) - (a.known?.dollarsDenied ?? -1) || b.today.dollarsDenied - a.today.dollarsDenied)
}

async function countsBefore(tx: TenantTransaction, organizationId: number, window: DateWindow, before: SQL | null) {
  const days = await readKnown(tx, { organizationId, window, source: 'service', columns: ['adjudicated_count'] }, 'whole', before)
  const sums = await readKnown(tx, { organizationId, window, source: 'pattern', columns: ['denied_count', 'dollars_denied'] }, 'subject', before)
  const population = figureOf('adjudicated', days.get('')?.['adjudicated_count'])
  const of = new Map<string, PatternCountsThen>()
  for (const [id, sum] of sums) {
    const denied = figureOf('denied', sum['denied_count'])
    of.set(id, { population, denied, denialRate: percentOf(denied, population), dollarsDenied: dollars(figureOf('deniedAmount', sum['dollars_denied'])) })
  }
  return { population, of }
}
