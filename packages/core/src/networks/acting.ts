import { NETWORK_ANALYST } from '../access/roles.ts'
import type { Context, Organization } from '../context.ts'
import { tenantDatabase } from '../db/tenant.ts'
import type { Visitor } from '../identity/recognize.ts'
import { readPracticesOf } from './sql.ts'

/** Where an analyst of networks acts: in none. No organization has this number, so its transactions see no row and write none. */
export const NO_ORGANIZATION: Organization = { id: 0, slug: '', name: '', timeZone: 'UTC', isDemo: false }

/**
 * The context of an analyst of networks; null for everybody else, who acts from a seat. Whoever has a seat too acts as an analyst only in what is
 * asked of a network. What is refused there is on record with all practices of the person's networks: they let this person look.
 */
export function networkContext(visitor: Visitor, operation: string, around: Pick<Context, 'database' | 'origin' | 'now' | 'log'>): Context | null {
  if (visitor.kind !== 'person' || visitor.networks.length === 0) return null
  if (visitor.memberships.length > 0 && !operation.startsWith('networks.')) return null
  return {
    ...around,
    db: tenantDatabase(around.database, NO_ORGANIZATION.id),
    organization: NO_ORGANIZATION,
    actor: { id: visitor.userId, role: NETWORK_ANALYST },
    trails: () => readPracticesOf(around.database, visitor.userId),
  }
}
