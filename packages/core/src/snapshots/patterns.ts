import { sql, type SQL } from 'drizzle-orm'
import type { DateWindow } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { percentOf } from '../measures/dashboard/rules.ts'
import { dollars } from '../money.ts'
import { readKnown } from './as-known.sql.ts'
import { figureOf } from './numbers.ts'
import type { PatternCountsThen, Snapshot } from './schemas.ts'

/**
 * What the days of every pattern that is not archived add up to in the window, before a moment and now. The population of a pattern by reason alone is
 * that of the organization, which the patterns' own rows repeat and do not restate (src/measures/pattern-daily/refresh.ts); with a scope it is its own.
 */
export async function readPatternCounts(tx: TenantTransaction, organizationId: number, window: DateWindow, before: SQL): Promise<Snapshot['patterns']> {
  const patterns = await tx.rows<Known>(sql`
    select id, title, scope <> '[]' as scoped from patterns
    where organization_id = ${organizationId} and status <> 'archived' and scope_key is not null order by id`)
  const known = await countsBefore(tx, organizationId, window, before)
  const today = await countsBefore(tx, organizationId, window, null)
  return patterns
    .map((pattern) => ({ id: pattern.id, title: pattern.title, known: known(pattern), today: today(pattern) ?? today({ ...pattern, id: null })! }))
    .sort((a, b) => (b.known?.dollarsDenied ?? -1) - (a.known?.dollarsDenied ?? -1) || b.today.dollarsDenied - a.today.dollarsDenied)
}

interface Known {
  id: string
  title: string
  scoped: boolean
}

/** The counts of a pattern, null for one that had no days; those of a pattern without days where `id` is null. */
async function countsBefore(tx: TenantTransaction, organizationId: number, window: DateWindow, before: SQL | null) {
  const days = await readKnown(tx, { organizationId, window, source: 'service', columns: ['adjudicated_count'] }, 'whole', before)
  const columns = ['claim_count', 'denied_count', 'dollars_denied']
  const sums = await readKnown(tx, { organizationId, window, source: 'pattern', columns }, 'subject', before)
  const ofAll = days.get('')?.['adjudicated_count']
  return ({ id, scoped }: Pick<Known, 'scoped'> & { id: string | null }): PatternCountsThen | null => {
    const sum = id === null ? {} : sums.get(id)
    if (!sum) return null
    const population = figureOf('adjudicated', scoped ? sum['claim_count'] : ofAll)
    const denied = figureOf('denied', sum['denied_count'])
    return { population, denied, denialRate: percentOf(denied, population), dollarsDenied: dollars(figureOf('deniedAmount', sum['dollars_denied'])) }
  }
}
