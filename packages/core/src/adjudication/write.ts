import { sql } from 'drizzle-orm'
import { namesOf, selected, unnested, type BulkColumn } from '../db/bulk.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { decimalText, type Cents } from '../money.ts'
import { deriveClaim, type DerivedClaim, type DerivedLine } from './derive.ts'
import { loadClaims } from './load.ts'

type ClaimRow = { id: string; derived: DerivedClaim }
type LineRow = { claimId: string; line: DerivedLine }

export const money = (amount: Cents | null): string | null => (amount === null ? null : decimalText(amount))

/** What a claim derives, as its columns; `claims` and its lines are written with them at once, or brought up to date. */
export const derivedClaimColumns: readonly BulkColumn<ClaimRow>[] = [
  { name: 'status', type: 'text', of: ({ derived }) => derived.status },
  { name: 'processing_date', type: 'date', of: ({ derived }) => derived.processingDate },
  { name: 'paid_amount', type: 'numeric', of: ({ derived }) => money(derived.paid) },
  { name: 'patient_responsibility', type: 'numeric', of: ({ derived }) => money(derived.patientResponsibility) },
  { name: 'allowed_amount', type: 'numeric', of: ({ derived }) => money(derived.allowed) },
  { name: 'first_decided_on', type: 'date', of: ({ derived }) => derived.firstDecidedOn },
  { name: 'first_denied_on', type: 'date', of: ({ derived }) => derived.firstDeniedOn },
  { name: 'initial_outcome', type: 'text', of: ({ derived }) => derived.initialOutcome },
  { name: 'final_outcome', type: 'text', of: ({ derived }) => derived.finalOutcome },
  { name: 'is_duplicate', type: 'boolean', of: ({ derived }) => derived.isDuplicate },
  { name: 'denial_reason', type: 'text', of: ({ derived }) => derived.denialReason },
  { name: 'denial_group', type: 'text', of: ({ derived }) => derived.denialGroup },
  { name: 'denial_carc', type: 'text', of: ({ derived }) => derived.denialCarc },
  { name: 'denial_rarc', type: 'text', of: ({ derived }) => derived.denialRarc },
  { name: 'denied_amount', type: 'numeric', of: ({ derived }) => money(derived.denied) },
  { name: 'open_denied_amount', type: 'numeric', of: ({ derived }) => money(derived.openDenied) },
  { name: 'line_count', type: 'int', of: ({ derived }) => derived.lineCount },
  { name: 'denied_line_count', type: 'int', of: ({ derived }) => derived.deniedLineCount },
  { name: 'duplicate_line_count', type: 'int', of: ({ derived }) => derived.duplicateLineCount },
  { name: 'appeal_status', type: 'text', of: ({ derived }) => derived.appealStatus },
]

export const derivedLineColumns: readonly BulkColumn<LineRow>[] = [
  { name: 'status', type: 'text', of: ({ line }) => line.status },
  { name: 'paid_amount', type: 'numeric', of: ({ line }) => money(line.paid) },
  { name: 'allowed_amount', type: 'numeric', of: ({ line }) => money(line.allowed) },
  { name: 'first_decided_on', type: 'date', of: ({ line }) => line.firstDecidedOn },
  { name: 'denial_date', type: 'date', of: ({ line }) => line.denialDate },
  { name: 'denial_reason', type: 'text', of: ({ line }) => line.denialReason },
  { name: 'denial_group', type: 'text', of: ({ line }) => line.denialGroup },
  { name: 'denial_carc', type: 'text', of: ({ line }) => line.denialCarc },
  { name: 'denial_rarc', type: 'text', of: ({ line }) => line.denialRarc },
  { name: 'initially_denied', type: 'boolean', of: ({ line }) => line.initiallyDenied },
  { name: 'finally_denied', type: 'boolean', of: ({ line }) => line.finallyDenied },
  { name: 'is_duplicate', type: 'boolean', of: ({ line }) => line.isDuplicate },
]

/** Derives claims again from what the database has of them, and writes what differs. Facts stay as received. */
export async function deriveClaims(tx: TenantTransaction, organizationId: number, claimIds: readonly string[]): Promise<void> {
  const claims = await loadClaims(tx, organizationId, claimIds)
  const derived = [...claims.values()].map((claim) => ({ id: claim.id, derived: deriveClaim(claim) }))
  await writeDerived(tx, organizationId, derived)
}

export async function writeDerived(tx: TenantTransaction, organizationId: number, claims: readonly ClaimRow[]): Promise<void> {
  if (claims.length === 0) return
  const columns: BulkColumn<ClaimRow>[] = [
    { name: 'id', type: 'text', of: ({ id }) => id },
    { name: 'payer_control_number', type: 'text', of: ({ derived }) => derived.payerControlNumber },
    ...derivedClaimColumns,
  ]
  // A correction says the payer's number of what it corrects; every other claim has the number that its payer gave it last.
  const number = sql.raw(`case when c.is_submitted and c.frequency_code in ('7', '8') then coalesce(c.payer_control_number, r.payer_control_number)
      else coalesce(r.payer_control_number, c.payer_control_number) end`)
  await tx.run(sql`
    update claims c set payer_control_number = ${number}, (${namesOf(derivedClaimColumns)}) = row(${selected(derivedClaimColumns)})
    from ${unnested(columns, claims)}
    where c.organization_id = ${organizationId} and c.id = r.id
      and (c.payer_control_number, ${sql.raw(derivedClaimColumns.map(({ name }) => `c.${name}`).join(', '))}) is distinct from (${number}, ${selected(derivedClaimColumns)})`)
  const lines = claims.flatMap(({ id, derived }) => derived.lines.map((line): LineRow => ({ claimId: id, line })))
  if (lines.length > 0) await writeLines(tx, organizationId, lines)
  const cash = claims.flatMap(({ derived }) => derived.cash)
  if (cash.length > 0) await writeCash(tx, organizationId, cash)
  const appeals = claims.flatMap(({ id, derived }) => derived.closedAppeals.map((appeal) => ({ id, ...appeal })))
  if (appeals.length > 0) await writeAppeals(tx, organizationId, appeals)
}

async function writeLines(tx: TenantTransaction, organizationId: number, lines: readonly LineRow[]): Promise<void> {
  const keys: BulkColumn<LineRow>[] = [
    { name: 'claim_id', type: 'text', of: ({ claimId }) => claimId },
    { name: 'line_number', type: 'int', of: ({ line }) => line.lineNumber },
  ]
  await tx.run(sql`
    update claim_line_items l set (${namesOf(derivedLineColumns)}) = row(${selected(derivedLineColumns)})
    from ${unnested([...keys, ...derivedLineColumns], lines)}
    where l.organization_id = ${organizationId} and l.claim_id = r.claim_id and l.line_number = r.line_number
      and (${sql.raw(derivedLineColumns.map(({ name }) => `l.${name}`).join(', '))}) is distinct from (${selected(derivedLineColumns)})`)
}

async function writeCash(tx: TenantTransaction, organizationId: number, cash: DerivedClaim['cash']): Promise<void> {
  const columns: BulkColumn<DerivedClaim['cash'][number]>[] = [
    { name: 'id', type: 'int8', of: ({ id }) => id },
    { name: 'is_cash', type: 'boolean', of: ({ isCash }) => isCash },
  ]
  await tx.run(sql`update adjudications a set is_cash = r.is_cash from ${unnested(columns, cash)} where a.organization_id = ${organizationId} and a.id = r.id`)
}

/** An appeal that a decision won says that a remittance closed it. */
async function writeAppeals(
  tx: TenantTransaction,
  organizationId: number,
  appeals: readonly ({ id: string } & DerivedClaim['closedAppeals'][number])[],
): Promise<void> {
  type Row = (typeof appeals)[number]
  const columns: BulkColumn<Row>[] = [
    { name: 'claim_id', type: 'text', of: ({ id }) => id },
    { name: 'level', type: 'int', of: ({ level }) => level },
    { name: 'outcome', type: 'text', of: ({ outcome }) => outcome },
    { name: 'decided_on', type: 'date', of: ({ decidedOn }) => decidedOn },
    { name: 'recovered_amount', type: 'numeric', of: ({ recovered }) => money(recovered) },
  ]
  await tx.run(sql`
    update claim_appeals p set outcome = r.outcome, decided_on = r.decided_on, recovered_amount = r.recovered_amount, closed_by = 'remittance'
    from ${unnested(columns, appeals)} where p.organization_id = ${organizationId} and p.claim_id = r.claim_id and p.level = r.level`)
}
