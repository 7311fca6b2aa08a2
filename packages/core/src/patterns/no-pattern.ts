import { sql } from 'drizzle-orm'
import type { TenantTransaction } from '../db/tenant.ts'
import { OverturnError } from '../errors.ts'
import type { PatternStatus } from './rules.ts'

export interface KnownPattern {
  status: PatternStatus
  /** Computed from claims; false for an imported pattern whose reason has not become one here. */
  adopted: boolean
}

/** The pattern; throws `not_found`. `lock` holds it until the transaction ends, for what changes it. */
export async function knownPattern(
  tx: TenantTransaction,
  { id: organizationId, name }: { id: number; name: string },
  id: string,
  { lock = false } = {},
): Promise<KnownPattern> {
  const found = await tx.row<KnownPattern>(sql`
    select status, scope_key is not null as adopted from patterns where organization_id = ${organizationId} and id = ${id} ${lock ? sql`for update` : sql``}`)
  if (found) return found
  throw new OverturnError('not_found', `There is no pattern "${id}" in ${name}. The list of patterns names those there are.`, { command: 'overturn patterns' })
}
