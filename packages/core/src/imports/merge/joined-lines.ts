import { sql } from 'drizzle-orm'
import { loadClaims } from '../../adjudication/load.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import type { ClaimRecord } from '../records.ts'
import { matchLines, type LineKey } from './match/lines.ts'
import { staged, type Slice } from './slice.ts'

/**
 * A submission that joins a claim known by its remittance: its lines take the numbers that the claim's lines have, so that each line is one;
 * lines that no decision has named come after them.
 */
export async function renumberJoined(tx: TenantTransaction, slice: Slice): Promise<void> {
  const joins = await tx.rows<{ seq: number; claimId: string; record: ClaimRecord }>(sql`
    select s.seq, s.claim_id as "claimId", s.body as record from staging_records s where ${staged(slice, 'claim')} and (s.body->>'joins')::boolean`)
  if (joins.length === 0) return
  const claims = await loadClaims(
    tx,
    slice.organizationId,
    joins.map(({ claimId }) => claimId),
  )
  const bodies = joins.map(({ seq, claimId, record }) => ({ seq, lines: renumbered(record, claims.get(claimId)?.lines ?? []) }))
  await tx.run(sql`
    update staging_records s set body = s.body || jsonb_build_object('lines', r.lines) from json_to_recordset(${JSON.stringify(bodies)}::json) as r(seq int, lines jsonb)
    where s.organization_id = ${slice.organizationId} and s.import_id = ${slice.importId} and s.seq = r.seq`)
}

type Known = {
  lineNumber: number
  controlNumber: string | null
  procedureCode: string | null
  revenueCode: string | null
  modifiers: readonly string[]
  serviceDate: string | null
  billed: number
}

function renumbered({ lines, serviceDate }: ClaimRecord, known: readonly Known[]): ClaimRecord['lines'] {
  const key = (line: Known): LineKey => ({ ...line, code: line.procedureCode ?? line.revenueCode, charge: line.billed })
  const submitted = lines.map((line) => key({ ...line, serviceDate: line.serviceDate ?? serviceDate }))
  const found = matchLines(submitted, known.map(key), { numbered: false })
  const taken = new Set<number>()
  let last = Math.max(0, ...known.map(({ lineNumber }) => lineNumber))
  return lines.map((line, at) => {
    const match = found.get(submitted[at] as LineKey)
    const lineNumber = match !== undefined && !taken.has(match) ? match : ++last
    taken.add(lineNumber)
    return { ...line, lineNumber }
  })
}
