import { sql } from 'drizzle-orm'
import { deriveClaims } from '../../adjudication/write.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import type { IssueRecord } from '../records.ts'
import { applyChanges } from './changes.ts'
import { nextChanges } from './next-changes.ts'
import { dropLines, joinedClaims, placeAnew } from './place-decisions.ts'
import { claimsOf, removeFacts } from './rows-of.ts'
import { rowId, staged, type Slice } from './slice.ts'

type Guarded = <T>(work: (tx: TenantTransaction) => Promise<T>) => Promise<T>
type Tell = (tx: TenantTransaction, issue: Omit<IssueRecord, 'kind'>) => Promise<void>

/**
 * Changes of claims that the same file brought: a part joins its claim; a claim that the file tells again is taken as it is told last, without
 * the statements that stand before. Decisions of remittances are payments of their own and stay. Returns how many statements went.
 */
export async function applyOwnChanges(guarded: Guarded, own: Pick<Slice, 'organizationId' | 'importId'>, tell: Tell): Promise<number> {
  let repeated = 0
  let statements = 0
  const next = (after: number) =>
    guarded(async (tx): Promise<number | null> => {
      const changes = await nextChanges(tx, own, after)
      if (!changes) return null
      const claims = await claimsOf(tx, own, changes.claimIds, 'own')
      if (claims.length === 0) return changes.slice.to
      const joined = (await joinedClaims(tx, changes.slice)).filter((id) => claims.includes(id))
      const again = await supersede(tx, changes.slice)
      repeated += again.claims
      statements += again.statements
      await dropLines(tx, own.organizationId, joined)
      await applyChanges(tx, changes.slice, 'own')
      await placeAnew(tx, own.organizationId, joined)
      await deriveClaims(tx, own.organizationId, claims)
      return changes.slice.to
    })
  for (let after: number | null = 0; after !== null; after = await next(after));
  if (repeated === 0) return statements
  await guarded((tx) =>
    tell(tx, {
      severity: 'warning',
      code: 'merge.claim-repeated',
      message: `${repeated} claims stand in the file more than once; each was taken as it stands there last.`,
      remedy: 'Nothing to do if the last one is right; else export the claims again, each once.',
      where: {},
    }),
  )
  return statements
}

/**
 * How many claims the slice tells again, and how many statements stood before. A statement goes where the claim says its status anew, or a later
 * statement of the file takes its place; sources that tell claim and decision apart may tell the claim alone again.
 */
async function supersede(tx: TenantTransaction, slice: Slice): Promise<{ claims: number; statements: number }> {
  const again = sql`
    select s.claim_id, s.seq, s.body->>'reportedStatus' is not null as says_status from staging_records s join claims c on c.organization_id = s.organization_id and c.id = s.claim_id
    where ${staged(slice, 'claim')} and not coalesce((s.body->>'isPart')::boolean, (s.body->>'joins')::boolean, (s.body->>'retells')::boolean, false) and c.import_id = ${slice.importId}`
  const gone = await tx.rows<{ id: number }>(sql`
    delete from adjudications a using (${again}) as told
    where a.organization_id = ${slice.organizationId} and a.claim_id = told.claim_id and a.import_id = ${slice.importId} and a.remittance_id is null
      and a.id < ${rowId(slice.importId, sql`told.seq`)}
      and (told.says_status or exists (
        select from adjudications n
        where n.organization_id = a.organization_id and n.claim_id = a.claim_id and n.import_id = a.import_id and n.remittance_id is null
          and n.id > ${rowId(slice.importId, sql`told.seq`)}))
    returning a.id`)
  await removeFacts(
    tx,
    slice.organizationId,
    gone.map(({ id }) => id),
  )
  const claims = (await tx.row<{ n: number }>(sql`select count(distinct claim_id) as n from (${again}) as told`))?.n ?? 0
  return { claims, statements: gone.length }
}
