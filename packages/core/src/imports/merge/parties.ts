import { sql } from 'drizzle-orm'
import type { TenantTransaction } from '../../db/tenant.ts'
import { staged, type Slice } from './slice.ts'

/** Payers that the file describes. A placeholder gets its name; a known payer keeps its own. */
export async function mergePayers(tx: TenantTransaction, slice: Slice): Promise<void> {
  await tx.run(sql`
    insert into payers (organization_id, id, name, import_id)
    select ${slice.organizationId}, s.body->>'id', min(s.body->>'name'), ${slice.importId}
    from staging_records s where ${staged(slice, 'payer')}
    group by s.body->>'id'
    on conflict (organization_id, id) do update set name = excluded.name, is_placeholder = false
    where payers.is_placeholder`)
}

/** Providers that the file describes. What is known already stays; what was missing is filled in. */
export async function mergeProviders(tx: TenantTransaction, slice: Slice): Promise<void> {
  await tx.run(sql`
    insert into providers as known (organization_id, id, name, npi, tax_id, taxonomy, specialty, import_id)
    select ${slice.organizationId}, s.body->>'id', min(s.body->>'name'), min(s.body->>'npi'), min(s.body->>'taxId'), min(s.body->>'taxonomy'),
           min(s.body->>'specialty'), ${slice.importId}
    from staging_records s where ${staged(slice, 'provider')}
    group by s.body->>'id'
    on conflict (organization_id, id) do update set
      name = case when known.is_placeholder then excluded.name else known.name end,
      npi = coalesce(known.npi, excluded.npi), tax_id = coalesce(known.tax_id, excluded.tax_id),
      taxonomy = coalesce(known.taxonomy, excluded.taxonomy), specialty = coalesce(known.specialty, excluded.specialty), is_placeholder = false
    where known.is_placeholder or (known.npi is null and excluded.npi is not null) or (known.tax_id is null and excluded.tax_id is not null)
       or (known.taxonomy is null and excluded.taxonomy is not null) or (known.specialty is null and excluded.specialty is not null)`)
}

/**
 * Payers and providers that claims and decisions of the slice name and nothing has described: they get a placeholder, so that nothing
 * is dropped. Returns the ids of the new placeholder providers, for the report.
 */
export async function placeholders(tx: TenantTransaction, slice: Slice): Promise<string[]> {
  const references = (kinds: string[], fields: string[]) => sql`
    select distinct reference from staging_records s
    cross join lateral unnest(array[${sql.join(
      fields.map((field) => sql`s.body->>${field}`),
      sql`, `,
    )}]) as reference
    where s.organization_id = ${slice.organizationId} and s.import_id = ${slice.importId} and s.seq between ${slice.from} and ${slice.to}
      and s.kind in (${sql.join(
        kinds.map((kind) => sql`${kind}`),
        sql`, `,
      )}) and reference is not null`
  await tx.run(sql`
    insert into payers (organization_id, id, name, is_placeholder, import_id)
    select ${slice.organizationId}, reference, 'Payer ' || reference, true, ${slice.importId}
    from (${references(['claim', 'decision', 'remittance'], ['payerId'])}) as named
    on conflict do nothing`)
  const added = await tx.rows<{ id: string }>(sql`
    insert into providers (organization_id, id, name, is_placeholder, import_id)
    select ${slice.organizationId}, reference, 'Provider ' || reference, true, ${slice.importId}
    from (${references(['claim', 'decision'], ['providerId', 'renderingProviderId'])}) as named
    on conflict do nothing
    returning id`)
  return added.map(({ id }) => id)
}
