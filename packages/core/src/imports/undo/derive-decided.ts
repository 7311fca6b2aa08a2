import { sql } from 'drizzle-orm'
import { deriveClaim, type DerivedClaim } from '../../adjudication/derive.ts'
import { loadClaims, type StoredClaim } from '../../adjudication/load.ts'
import { writeDerived } from '../../adjudication/write.ts'
import type { IsoDate } from '../../dates.ts'
import type { TenantDatabase, TenantTransaction } from '../../db/tenant.ts'
import { markDaysOf } from '../../measures/marks.ts'
import { assertUndoing, type OpenImport } from '../lifecycle.ts'
import { firstRowId, lastRowId } from '../merge/slice.ts'

const DECISIONS = 500

interface Decided {
  id: number
  claimId: string
  number: string | null
  decidedOn: IsoDate | null
}

/**
 * Claims of other imports that this one decided are derived from the decisions that remain. `shown` is what everybody sees: the import's own
 * decisions are in it no more; `open.db` sees them. Done again, it does the same. Returns how many claims there were.
 */
export async function deriveDecided(shown: TenantDatabase, open: OpenImport): Promise<number> {
  const claims = new Set<string>()
  for (let after = firstRowId(open.id) - 1, more = true; more;) {
    const decided = await open.db.rows<Decided>(sql`
      select id, claim_id as "claimId", payer_control_number as number, decided_on as "decidedOn" from adjudications
      where organization_id = ${open.db.organizationId} and id > ${after} and id <= ${lastRowId(open.id)} order by id limit ${DECISIONS}`)
    more = decided.length === DECISIONS
    after = decided.at(-1)?.id ?? after
    if (decided.length === 0) break
    await shown.transaction(async (tx) => {
      await assertUndoing(tx, open)
      for (const id of await deriveOthers(tx, open, decided)) claims.add(id)
    })
  }
  return claims.size
}

async function deriveOthers(tx: TenantTransaction, { db: { organizationId }, id: importId }: OpenImport, decided: readonly Decided[]): Promise<string[]> {
  const named = sql.param([...new Set(decided.map(({ claimId }) => claimId))])
  // Claims that it changed as well have everything back already.
  const rows = await tx.rows<{ id: string }>(sql`
    select c.id from claims c where c.organization_id = ${organizationId} and c.id = any(${named}::text[])
      and not exists (select from import_changes k where k.organization_id = c.organization_id and k.import_id = ${importId} and k.claim_id = c.id)`)
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return ids
  await markDaysOf(tx, organizationId, ids, `undo:${importId}`)
  await reopenAppeals(tx, organizationId, ids, decided)
  const claims = await loadClaims(tx, organizationId, ids)
  const derived = [...claims].map(([id, claim]) => ({ id, derived: deriveClaim(claim) }))
  await writeDerived(tx, organizationId, derived)
  const numbers = derived.filter((one) => isNumberOf(decided, claims.get(one.id) as StoredClaim))
  await takeBackNumbers(tx, organizationId, numbers)
  await markDaysOf(tx, organizationId, ids, `undo:${importId}`)
  return ids
}

/** Appeals that a remittance closed on the day of one of these decisions are open again, until another decision closes them. */
async function reopenAppeals(tx: TenantTransaction, organizationId: number, ids: readonly string[], decided: readonly Decided[]): Promise<void> {
  await tx.run(sql`
    update claim_appeals p set outcome = 'pending', decided_on = null, recovered_amount = null, closed_by = null
    from (select distinct * from unnest(${sql.param(decided.map(({ claimId }) => claimId))}::text[], ${sql.param(decided.map(({ decidedOn }) => decidedOn))}::date[])) as d(claim_id, day)
    where p.organization_id = ${organizationId} and p.claim_id = any(${sql.param(ids)}::text[]) and p.claim_id = d.claim_id
      and p.closed_by = 'remittance' and p.decided_on is not distinct from d.day`)
}

/** Whether these decisions, and none that remains, say the number under which the payer knows the claim. */
const isNumberOf = (decided: readonly Decided[], { id, payerControlNumber: number, decisions }: StoredClaim): boolean =>
  number !== null &&
  decided.some((one) => one.claimId === id && one.number === number) &&
  !decisions.some(({ payerControlNumber }) => payerControlNumber === number)

/**
 * A claim without a number of its own takes that of a decision, and which it was is not kept. Only an 837 is known to say none, unless it replaces or
 * voids (7, 8) and names it; in doubt the number stays: it is true, and at worst a later decision finds the claim by it.
 */
async function takeBackNumbers(tx: TenantTransaction, organizationId: number, claims: readonly { id: string; derived: DerivedClaim }[]): Promise<void> {
  if (claims.length === 0) return
  const ids = sql.param(claims.map(({ id }) => id))
  const numbers = sql.param(claims.map(({ derived }) => derived.payerControlNumber))
  await tx.run(sql`
    update claims c set payer_control_number = r.number
    from unnest(${ids}::text[], ${numbers}::text[]) as r(id, number), imports i
    where c.organization_id = ${organizationId} and c.id = r.id and i.organization_id = c.organization_id and i.id = c.import_id
      and i.format like 'x12%' and coalesce(c.frequency_code, '') not in ('7', '8')
      and not exists (select from claim_submissions s where s.organization_id = c.organization_id and s.claim_id = c.id and s.payer_control_number = c.payer_control_number)`)
}
