import { slicesOf } from '../../../packages/core/src/computation/slices.ts'
import { openDatabase } from '../../../packages/core/src/db/connect.ts'
import { tenantDatabase } from '../../../packages/core/src/db/tenant.ts'
import { silentLog } from '../../../packages/core/src/log.ts'
import { findOrganization } from '../../../packages/core/src/organizations.ts'
import { searchScopes } from '../../../packages/core/src/patterns/search/search.ts'
import { giveResult, taskOf } from '../imports/child.ts'
import type { Target } from '../imports/engines.ts'
import { peakMemory } from '../imports/usage.ts'

/** One search, in a process of its own. */
export interface SearchTask extends Target {
  slug: string
  today: string
}

export interface SearchFigures {
  claims: number
  searched: number
  found: number
  seconds: number
  peakBytes: number
  longestSliceMs: number
}

const { slug, today, ...target } = taskOf<SearchTask>()
const database = await openDatabase(target)
const organization = await findOrganization(database, slug)
const db = tenantDatabase(database, organization.id)
const slices = slicesOf(db)
const since = performance.now()
const search = await searchScopes(
  { db, database, organization, actor: { id: slug, role: 'administrator' }, now: new Date(`${today}T12:00:00Z`), log: silentLog },
  slices,
)
const seconds = (performance.now() - since) / 1000
await database.close()
if (search === null) throw new Error('no day is mature')
const { claims, searched, found } = search
giveResult({ claims, searched, found, seconds, peakBytes: peakMemory(), longestSliceMs: slices.longestMs } satisfies SearchFigures)
