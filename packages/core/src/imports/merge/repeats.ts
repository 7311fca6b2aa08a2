import { sql } from 'drizzle-orm'
import type { TenantTransaction } from '../../db/tenant.ts'
import type { IssueRecord } from '../records.ts'
import type { Slice } from './slice.ts'

/**
 * A claim that a file tells more than once is taken as it is told last: its earlier records, and the decisions without a remittance that
 * stand before its last one, become `superseded`. Decisions of remittances are payments of their own and stay. Covers the whole import,
 * before anything of it is merged. Returns the warning to note, if there is one.
 */
export async function supersedeRepeats(tx: TenantTransaction, { organizationId, importId }: Slice): Promise<Omit<IssueRecord, 'kind'>[]> {
  const mine = sql`s.organization_id = ${organizationId} and s.import_id = ${importId}`
  const repeated = await tx.rows<{ id: string; last: number }>(
    sql`select s.body->>'id' as id, max(s.seq) as last from staging_records s where ${mine} and s.kind = 'claim' and s.body->>'id' is not null group by 1 having count(*) > 1`,
  )
  if (repeated.length === 0) return []
  await tx.run(sql`
    update staging_records s set kind = 'superseded'
    from json_to_recordset(${JSON.stringify(repeated)}::json) as r(id text, last int)
    where ${mine} and s.kind in ('claim', 'decision') and s.seq < r.last and s.body->>'remittance' is null
      and case s.kind when 'claim' then s.body->>'id' else s.body->>'claimId' end = r.id`)
  return [
    {
      severity: 'warning',
      code: 'merge.claim-repeated',
      message: `${repeated.length} claims stand in the file more than once; each was taken as it stands there last.`,
      remedy: 'Nothing to do if the last one is right; else export the claims again, each once.',
      where: {},
    },
  ]
}
