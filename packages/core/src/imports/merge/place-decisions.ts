import { sql } from 'drizzle-orm'
import { loadClaims, type StoredClaim } from '../../adjudication/load.ts'
import { unnested, type BulkColumn } from '../../db/bulk.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import type { LineKey } from './match/lines.ts'
import { placeLines } from './match/places.ts'
import { staged, type Slice } from './slice.ts'

/** Decisions that are to be placed on the lines of a claim, whatever lines they decided before. */
export interface Placement {
  claim: Pick<StoredClaim, 'id' | 'lines'>
  decisions: readonly { id: number; isStatement: boolean }[]
}

interface PlacedLine {
  claimId: string
  adjudicationId: number
  lineNumber: number
  claimLine: number
  isAdded: boolean
}

/**
 * The submission of a claim that was known by its remittances, or the decision that tells it while there is none: its lines are those, and the
 * decisions are placed on them as if they came only now. So it is the same whichever came first. What was submitted meanwhile no decision tells.
 */
export async function joinedClaims(tx: TenantTransaction, slice: Slice): Promise<string[]> {
  await tx.run(sql`
    delete from staging_records s using claims c
    where ${staged(slice, 'claim')} and (s.body->>'retells')::boolean and c.organization_id = s.organization_id and c.id = s.claim_id and c.is_submitted`)
  const joins = await tx.rows<{ id: string }>(
    sql`select s.claim_id as id from staging_records s where ${staged(slice, 'claim')} and ((s.body->>'joins')::boolean or (s.body->>'retells')::boolean)`,
  )
  return joins.map(({ id }) => id)
}

/** The lines that decisions made go; the submitted ones come. */
export async function dropLines(tx: TenantTransaction, organizationId: number, claimIds: readonly string[]): Promise<void> {
  if (claimIds.length > 0)
    await tx.run(sql`delete from claim_line_items where organization_id = ${organizationId} and claim_id = any(${sql.param(claimIds)}::text[])`)
}

/** Places all decisions of these claims on their lines anew. */
export async function placeAnew(tx: TenantTransaction, organizationId: number, claimIds: readonly string[]): Promise<void> {
  if (claimIds.length === 0) return
  const claims = await loadClaims(tx, organizationId, claimIds)
  await placeDecisions(
    tx,
    organizationId,
    [...claims.values()].map((claim) => ({ claim, decisions: claim.decisions })),
  )
}

/** Says which line of its claim each line of these decisions decides; a line that the claim does not have is added to it. Returns how many were. */
export async function placeDecisions(tx: TenantTransaction, organizationId: number, placements: readonly Placement[]): Promise<number> {
  const ids = placements.flatMap(({ decisions }) => decisions.map(({ id }) => id))
  const decided = await tx.rows<LineKey & { adjudicationId: number }>(sql`
    select adjudication_id as "adjudicationId", line_number as "lineNumber", control_number as "controlNumber", coalesce(procedure_code, revenue_code) as code, modifiers,
           date_of_service as "serviceDate", (abs(charge_amount) * 100)::int8 as charge
    from adjudication_lines where organization_id = ${organizationId} and adjudication_id = any(${sql.param(ids)}::int8[])
    order by adjudication_id, line_number`)
  const byDecision = Map.groupBy(decided, ({ adjudicationId }) => adjudicationId)
  const placed = placements.flatMap((placement) => placesOf(placement, byDecision))
  if (placed.length > 0) await writePlaces(tx, organizationId, placed)
  return placed.filter(({ isAdded }) => isAdded).length
}

function placesOf({ claim, decisions }: Placement, decided: ReadonlyMap<number, readonly (LineKey & { adjudicationId: number })[]>): PlacedLine[] {
  const billed: LineKey[] = claim.lines.map((line) => ({ ...line, code: line.procedureCode ?? line.revenueCode, charge: line.billed }))
  const placed: PlacedLine[] = []
  for (const { id, isStatement } of decisions) {
    const lines = decided.get(id) ?? []
    placeLines(lines, billed, { numbered: isStatement }).forEach(({ claimLine, isAdded }, at) => {
      const line = lines[at] as LineKey
      placed.push({ claimId: claim.id, adjudicationId: id, lineNumber: line.lineNumber, claimLine, isAdded })
      // What one decision adds, the next one may decide too.
      if (isAdded) billed.push({ ...line, lineNumber: claimLine })
    })
  }
  return placed
}

const placeColumns: readonly BulkColumn<PlacedLine>[] = [
  { name: 'claim_id', type: 'text', of: ({ claimId }) => claimId },
  { name: 'adjudication_id', type: 'int8', of: ({ adjudicationId }) => adjudicationId },
  { name: 'line_number', type: 'int', of: ({ lineNumber }) => lineNumber },
  { name: 'claim_line', type: 'int', of: ({ claimLine }) => claimLine },
  { name: 'is_added', type: 'boolean', of: ({ isAdded }) => isAdded },
]

/** An added line belongs to the import of the decision that added it, as one that the merge adds. */
async function writePlaces(tx: TenantTransaction, organizationId: number, placed: readonly PlacedLine[]): Promise<void> {
  await tx.run(sql`
    insert into claim_line_items (organization_id, claim_id, line_number, import_id, control_number, procedure_code, revenue_code, modifiers, units, date_of_service,
      date_of_service_end, billed_amount)
    select l.organization_id, r.claim_id, r.claim_line, a.import_id, l.control_number, l.procedure_code, l.revenue_code, l.modifiers, l.units, l.date_of_service,
           l.date_of_service_end, abs(l.charge_amount)
    from ${unnested(placeColumns, placed)}
    join adjudication_lines l on l.organization_id = ${organizationId} and l.adjudication_id = r.adjudication_id and l.line_number = r.line_number
    join adjudications a on a.organization_id = l.organization_id and a.id = l.adjudication_id
    where r.is_added`)
  await tx.run(sql`
    update adjudication_lines l set claim_line_number = r.claim_line from ${unnested(placeColumns, placed)}
    where l.organization_id = ${organizationId} and l.adjudication_id = r.adjudication_id and l.line_number = r.line_number
      and l.claim_line_number is distinct from r.claim_line`)
}
