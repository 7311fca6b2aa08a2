import { sql } from 'drizzle-orm'
import type { TenantTransaction } from '../db/tenant.ts'
import type { KnownIds } from './claim-input.ts'

interface Found {
  kind: 'payer' | 'provider'
  given: string
  id: string
}

/**
 * Whom the names and numbers of claims mean. An id that is known is meant as it is, as in an import; else a provider's NPI or a payer's name, where they
 * are one's alone. What nobody knows stays as it was given: no scope names it.
 */
export async function readKnownIds(
  db: Pick<TenantTransaction, 'rows'>,
  organizationId: number,
  { payers, providers }: { payers: readonly string[]; providers: readonly string[] },
): Promise<KnownIds> {
  const rows = await db.rows<Found>(sql`
    select 'payer' as kind, given, min(p.id) as id
    from unnest(${sql.param(payers)}::text[]) as given join payers p on p.organization_id = ${organizationId} and (p.id = given or lower(p.name) = lower(given))
    where p.id = given or not exists (select from payers k where k.organization_id = ${organizationId} and k.id = given)
    group by given having count(*) = 1
    union all
    select 'provider', given, min(p.id)
    from unnest(${sql.param(providers)}::text[]) as given join providers p on p.organization_id = ${organizationId} and (p.id = given or p.npi = given)
    where p.id = given or not exists (select from providers k where k.organization_id = ${organizationId} and k.id = given)
    group by given having count(*) = 1`)
  const meant = (kind: Found['kind']) => {
    const ids = new Map(rows.filter((row) => row.kind === kind).map(({ given, id }) => [given, id]))
    return (given: string | null) => (given === null ? null : (ids.get(given) ?? given))
  }
  return { payer: meant('payer'), provider: meant('provider') }
}
