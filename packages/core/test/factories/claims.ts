import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { DecisionKind, PayerRank } from '../../src/imports/records.ts'
import type { Context } from '../../src/context.ts'
import type { TenantTransaction } from '../../src/db/tenant.ts'
import type { IsoDate } from '../../src/dates.ts'
import { deriveClaims } from '../../src/adjudication/write.ts'
import { claimRows, emptyRows, type Row } from './claim-rows.ts'

/** One service line. Amounts are dollars. Denied when it has a `carc` (its own, or the denied claim's) and no payment. */
export interface LineSpec {
  billed: number
  /** Default: 0 when a CARC denies it, else what was billed. */
  paid?: number
  carc?: string
  rarc?: string
  /** Default CO. */
  group?: string
  procedure?: string
  modifiers?: string[]
  diagnoses?: string[]
  placeOfService?: string
}

/** A decision after the first, as the payer sends it: payments per line (one number: the claim as a whole, or its first line). */
export interface LaterDecision {
  on: IsoDate
  paid: number | number[]
  kind?: DecisionKind
  rank?: PayerRank
  /** Denies every line of this decision that is paid nothing. Reversals state negative payments. */
  carc?: string
}

export interface AppealSpec {
  filed: IsoDate
  outcome?: 'pending' | 'upheld' | 'overturned' | 'partially_overturned'
  decided?: IsoDate
  recovered?: number
}

/**
 * A claim in a few words. Amounts are dollars. Without `decided` it is pending. Verdicts come from src/adjudication/rules.ts, so that a
 * test cannot state an outcome that the rules would not give: `outcome` (default paid, or denied when a carc, reason or duplicate is named)
 * only says how the payments default.
 */
export interface ClaimSpec {
  id: string
  submitted?: IsoDate | null
  served?: IsoDate | null
  decided?: IsoDate
  /** Default: the sum of the lines, or 100. */
  billed?: number
  /** Payment of the first decision, where the lines do not say. Default: all (paid), half (partially_denied), nothing (denied). */
  paid?: number
  outcome?: 'paid' | 'partially_denied' | 'denied'
  /** Canonical label (its first CARC is used), or a text of the source that no CARC explains. */
  reason?: string
  /** Default 197, authorization absent. */
  carc?: string
  rarc?: string
  group?: string
  /** Default: one line with the claim's codes (two when partially denied). `[]` is a claim without lines. */
  lines?: LineSpec[]
  duplicate?: boolean
  /** Paid after all: a correction on this day pays `recovered` (default: everything denied), with a reversal before it if anything was paid. */
  overturnedOn?: IsoDate
  recovered?: number
  later?: LaterDecision[]
  appeals?: AppealSpec[]
  /** Default P1; null for unknown. */
  payer?: string | null
  /** Default DR1; null for unknown. */
  provider?: string | null
  rendering?: string
  use?: 'claim' | 'preauthorization' | 'predetermination'
  claimType?: 'professional' | 'institutional' | 'dental' | 'pharmacy'
  procedure?: string
  modifiers?: string[]
  diagnoses?: string[]
  placeOfService?: string
}

/** The tables in the order in which their rows may be written. */
const TABLES = [
  'payers',
  'providers',
  'claims',
  'claim_line_items',
  'claim_appeals',
  'adjudications',
  'adjudication_lines',
  'adjustments',
  'adjudication_remarks',
] as const
export type ClaimTable = (typeof TABLES)[number]

/** Writes the claims as one complete import and derives their status, outcomes and cash as an import does. Returns the import's id. */
export async function insertClaims({ db, organization }: Pick<Context, 'db' | 'organization'>, specs: readonly ClaimSpec[]): Promise<number> {
  return db.transaction(async (tx) => {
    const file = await tx.row<{ id: number }>(sql`
      insert into imports (organization_id, file_name, format, sha256, bytes, writer, status, finished_at)
      values (${organization.id}, 'claims.json', 'factory', ${randomUUID()}, 1, 'factory', 'complete', now()) returning id::int`)
    const importId = file!.id
    const rows = emptyRows()
    specs.forEach((spec, index) => claimRows({ organization_id: organization.id, import_id: importId }, index, spec, rows))
    for (const table of TABLES) await insertRows(tx, table, rows[table])
    await deriveClaims(
      tx,
      organization.id,
      specs.map(({ id }) => id),
    )
    return importId
  })
}

/** Rows of one table, all with the columns of the first; those whose key is there already are left alone. */
export async function insertRows(tx: Pick<TenantTransaction, 'run'>, table: string, rows: readonly Row[]): Promise<void> {
  const first = rows[0]
  if (!first) return
  const columns = sql.raw(Object.keys(first).join(', '))
  const name = sql.raw(table)
  await tx.run(
    sql`insert into ${name} (${columns}) select ${columns} from json_populate_recordset(null::${name}, ${JSON.stringify(rows)}::json) on conflict do nothing`,
  )
}
