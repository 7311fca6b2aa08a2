import { sql } from 'drizzle-orm'
import { deriveClaim } from '../../adjudication/derive.ts'
import { loadClaims } from '../../adjudication/load.ts'
import { deriveClaims, writeDerived } from '../../adjudication/write.ts'
import { markDaysOf } from '../../measures/marks.ts'
import { assertPublishing, type OpenImport } from '../lifecycle.ts'
import { applyChanges, applyVoids, keepBefore } from './changes.ts'
import { nextChanges } from './next-changes.ts'
import { DayMarks } from './day-marks.ts'
import { dropLines, joinedClaims, placeAnew } from './place-decisions.ts'
import { claimsOf } from './rows-of.ts'
import { firstRowId, lastRowId } from './slice.ts'

/** Decisions whose claims are brought up to date in one transaction. */
const DECISIONS = 500
const STAGED = 5_000

type OnSlice = (claims: number) => void

/**
 * After the file is visible: claims of earlier imports take its changes and decisions, and the days they touch are marked. Each slice of changes
 * ends by removing its staging rows, and deriving a claim again does no harm: a second run goes on where the first one stopped.
 * `touchesEarlier`: whether the import decided claims that were there; true where that is not known. Returns how many claims were told anew.
 */
export async function publishImport(open: OpenImport, { touchesEarlier }: { touchesEarlier: boolean }, onSlice: OnSlice = () => undefined): Promise<number> {
  const { db, id: importId } = open
  let changed = 0
  let done = 0
  const own = { organizationId: db.organizationId, importId }
  const cause = `import:${importId}`
  const next = () =>
    db.transaction(async (tx) => {
      await assertPublishing(tx, open)
      const changes = await nextChanges(tx, own, 0)
      if (!changes) return false
      const { slice, claimIds } = changes
      const earlier = await claimsOf(tx, own, claimIds, 'earlier')
      await keepBefore(tx, slice, earlier)
      // The days that a claim leaves need computing as much as those that it comes to.
      await markDaysOf(tx, db.organizationId, claimIds, cause)
      await applyVoids(tx, slice)
      if (earlier.length > 0) {
        const joined = (await joinedClaims(tx, slice)).filter((id) => earlier.includes(id))
        await dropLines(tx, db.organizationId, joined)
        changed += await applyChanges(tx, slice, 'earlier')
        await placeAnew(tx, db.organizationId, joined)
        await deriveClaims(tx, db.organizationId, earlier)
        await markDaysOf(tx, db.organizationId, earlier, cause)
      }
      await tx.run(sql`
        delete from staging_records where organization_id = ${db.organizationId} and import_id = ${importId} and kind in ('claim', 'void') and seq between ${slice.from} and ${slice.to}`)
      onSlice((done += claimIds.length))
      return true
    })
  while (await next());
  if (touchesEarlier) await deriveEarlierClaims(open, (claims) => onSlice((done += claims)))
  const rest = sql`select seq from staging_records where organization_id = ${db.organizationId} and import_id = ${importId} limit ${STAGED}`
  while ((await db.run(sql`delete from staging_records where organization_id = ${db.organizationId} and import_id = ${importId} and seq in (${rest})`)) > 0);
  return changed
}

/** The claims of earlier imports that decisions of this one are of. */
async function deriveEarlierClaims(open: OpenImport, onSlice: OnSlice): Promise<void> {
  const { db, id: importId } = open
  for (let after: number | null = firstRowId(importId) - 1; after !== null;) {
    after = await db.transaction(async (tx) => {
      await assertPublishing(tx, open)
      const rows = await tx.rows<{ id: number; claim_id: string; earlier: boolean }>(sql`
        select a.id, a.claim_id, c.import_id <> ${importId} as earlier from (
          select id, claim_id from adjudications where organization_id = ${db.organizationId} and id > ${after} and id <= ${lastRowId(importId)} order by id limit ${DECISIONS}
        ) a join claims c on c.organization_id = ${db.organizationId} and c.id = a.claim_id`)
      const ids = [...new Set(rows.filter(({ earlier }) => earlier).map(({ claim_id: id }) => id))]
      const claims = [...(await loadClaims(tx, db.organizationId, ids)).values()].map((claim) => ({ id: claim.id, claim, derived: deriveClaim(claim) }))
      await writeDerived(tx, db.organizationId, claims)
      const marks = new DayMarks()
      for (const { claim, derived } of claims) marks.addStored(claim, derived)
      await marks.write(tx, db.organizationId, `import:${importId}`)
      if (ids.length > 0) onSlice(ids.length)
      return rows.length < DECISIONS ? null : Math.max(...rows.map(({ id }) => id))
    })
  }
}
