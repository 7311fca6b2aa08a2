import { sql } from 'drizzle-orm'
import { deriveClaims } from '../../adjudication/derive.ts'
import { analyzeTables, isGrowthStep } from '../../db/analyze.ts'
import type { Database } from '../../db/connect.ts'
import type { TenantDatabase, TenantTransaction } from '../../db/tenant.ts'
import { markDaysOf } from '../../measures/marks.ts'
import type { IssueRecord } from '../records.ts'
import type { Staging } from '../staging.ts'
import { insertClaims, updateClaims } from './claims.ts'
import { mergeCodeReferences } from './code-references.ts'
import { dropKnownDecisions, insertDecisions } from './decisions.ts'
import { mergeLearningEvents } from './learning-events.ts'
import { matchLines } from './lines.ts'
import { matchDecisions } from './match.ts'
import { mergePatterns } from './patterns.ts'
import { mergePayers, mergeProviders, placeholders } from './parties.ts'
import { mergePolicies } from './policies.ts'
import { resolveReferences } from './references.ts'
import { supersedeRepeats } from './repeats.ts'
import { dropKnownRemittances, insertProviderLevelAdjustments, insertRemittances } from './remittances.ts'
import type { Slice } from './slice.ts'
import { mergeWords } from './words.ts'
import { assertMerging, showImport, type OpenImport } from '../lifecycle.ts'
import { addToSummary, type FileSummary } from '../summary.ts'

/** Staged records per transaction: about 250 ms on the embedded engine, where a transaction has the database to itself. */
const SLICE = 500

export interface MergeReport {
  newClaims: number
  changedClaims: number
  decisions: number
  /** Decisions and remittances that were in the database already. */
  known: number
  /** Providers that are only named, not described. */
  placeholders: number
  other: { inserted: number; updated: number; unchanged: number }
}

type OnSlice = (phase: 'merging' | 'publishing', records: number) => void

const slicesOf = (organizationId: number, importId: number, last: number): Slice[] =>
  Array.from({ length: Math.ceil(last / SLICE) }, (_, index) => ({
    organizationId,
    importId,
    from: index * SLICE + 1,
    to: Math.min((index + 1) * SLICE, last),
  }))

export interface Merge {
  database: Database
  open: OpenImport
  staging: Staging
  /** Counts of the file; what the merge has to tell is added. */
  summary: FileSummary
}

/**
 * Merges a staged file: its rows are written in slices that only this import sees; the last step shows them all at once.
 * What it writes on rows that were there before comes after that (publishing), and a restart finishes it.
 */
export async function mergeImport(merge: Merge, onSlice: OnSlice): Promise<MergeReport> {
  const { database, open, staging, summary } = merge
  const { db, id: importId } = open
  const has = (kind: string) => staging.counts.has(kind)
  const report: MergeReport = { newClaims: 0, changedClaims: 0, decisions: 0, known: 0, placeholders: 0, other: { inserted: 0, updated: 0, unchanged: 0 } }
  const slices = slicesOf(db.organizationId, importId, staging.last)
  const guarded = (work: (tx: TenantTransaction) => Promise<void>) =>
    db.transaction(async (tx) => {
      await assertMerging(tx, open)
      await work(tx)
    })
  const each = async (work: (tx: TenantTransaction, slice: Slice) => Promise<void>) => {
    for (const [index, slice] of slices.entries()) {
      await guarded((tx) => work(tx, slice))
      if (isGrowthStep(index + 1)) await analyzeTables(database)
      onSlice('merging', slice.to)
    }
  }
  const whole: Slice = { organizationId: db.organizationId, importId, from: 1, to: staging.last }
  if (has('claim')) await guarded(async (tx) => tell(tx, merge, await supersedeRepeats(tx, whole)))
  if (has('payer') || has('provider')) await guarded(async (tx) => (await mergePayers(tx, whole), mergeProviders(tx, whole)))
  if (has('remittance')) await guarded(async (tx) => void (report.known += await dropKnownRemittances(tx, whole)))
  if (has('claim') || has('remittance')) {
    await each(async (tx, slice) => {
      report.placeholders += (await addPlaceholders(tx, slice, merge)).length
      if (has('claim')) report.newClaims += await insertClaims(tx, slice)
      if (has('remittance')) await insertRemittances(tx, slice)
    })
  }
  if (has('decision')) await each((tx, slice) => mergeDecisionSlice(tx, slice, report, merge))
  if (has('plb')) await each(async (tx, slice) => void (await insertProviderLevelAdjustments(tx, slice)))
  await guarded(async (tx) => {
    await mergePortalObjects(tx, whole, has, report)
    await showImport(tx, open, { ...summary, file: summary.file.split('/').at(-1) ?? '' })
  })
  report.changedClaims = await publishImport(db, importId, onSlice)
  return report
}

async function addPlaceholders(tx: TenantTransaction, slice: Slice, merge: Merge): Promise<string[]> {
  const added = await placeholders(tx, slice)
  await tell(
    tx,
    merge,
    added.map((id) => ({
      severity: 'warning' as const,
      code: 'merge.placeholder-provider',
      message: `Provider ${id} is named by claims, but no file describes it.`,
      remedy: 'Import a provider list that has it; until then it is shown under its id.',
      where: { record: id },
    })),
  )
  return added
}

/** What the merge finds is told where the reading's issues are: in the summary and, with the slice that found it, in the database. */
async function tell(tx: TenantTransaction, { staging, summary }: Merge, issues: Omit<IssueRecord, 'kind'>[]): Promise<void> {
  await staging.addIssues(tx, issues)
  for (const issue of issues) addToSummary(summary, { kind: 'issue', ...issue })
}

async function mergeDecisionSlice(tx: TenantTransaction, slice: Slice, report: MergeReport, merge: Merge): Promise<void> {
  const { created, unmatched } = await matchDecisions(tx, slice)
  report.newClaims += created
  report.known += await dropKnownDecisions(tx, slice)
  report.decisions += await insertDecisions(tx, slice)
  await matchLines(tx, slice)
  if (unmatched > 0) {
    await tell(tx, merge, [
      {
        severity: 'rejection',
        code: 'merge.claim-unknown',
        message: `${unmatched} decisions name claims that are neither in this file nor in the database.`,
        remedy: 'Import the claims first, or together with their decisions.',
        where: {},
      },
    ])
  }
  const fresh = await tx.rows<{ claim_id: string }>(sql`
    select distinct s.claim_id from staging_records s join claims c on c.organization_id = ${slice.organizationId} and c.id = s.claim_id
    where s.organization_id = ${slice.organizationId} and s.import_id = ${slice.importId} and s.seq between ${slice.from} and ${slice.to}
      and s.kind = 'decision' and c.import_id = ${slice.importId}`)
  await deriveClaims(
    tx,
    slice.organizationId,
    fresh.map((row) => row.claim_id),
  )
}

/** The small objects of a portal export: in the transaction that shows the file, because their rows are not hidden. */
async function mergePortalObjects(tx: TenantTransaction, slice: Slice, has: (kind: string) => boolean, report: MergeReport): Promise<void> {
  const steps = [
    ['policy', mergePolicies],
    ['pattern', mergePatterns],
    ['code_reference', mergeCodeReferences],
    ['learning_event', mergeLearningEvents],
    ['word', mergeWords],
  ] as const
  for (const [kind, merge] of steps) {
    if (!has(kind)) continue
    const counts = await merge(tx, slice)
    for (const key of ['inserted', 'updated', 'unchanged'] as const) report.other[key] += counts[key]
  }
  await resolveReferences(tx, slice.organizationId)
}

/**
 * After the file is visible: rows that were there before take its changes, every touched day is marked for recomputation, and the staging
 * rows go. Each slice ends by removing its staging rows, so that a second run goes on where the first one stopped.
 */
export async function publishImport(db: TenantDatabase, importId: number, onSlice: OnSlice = () => undefined): Promise<number> {
  let changed = 0
  for (;;) {
    const done = await db.transaction(async (tx) => {
      const next = await tx.row<{ first: number | null }>(
        sql`select min(seq) as first from staging_records where organization_id = ${db.organizationId} and import_id = ${importId}`,
      )
      if (!next?.first) return null
      const slice: Slice = { organizationId: db.organizationId, importId, from: next.first, to: next.first + SLICE - 1 }
      const touched = await tx.rows<{ claim_id: string; earlier: boolean }>(sql`
        select distinct s.claim_id, c.import_id <> ${importId} as earlier from staging_records s join claims c on c.organization_id = s.organization_id and c.id = s.claim_id
        where s.organization_id = ${db.organizationId} and s.import_id = ${importId} and s.seq between ${slice.from} and ${slice.to} and s.kind in ('claim', 'decision')`)
      const known = touched.filter((row) => row.earlier).map((row) => row.claim_id)
      // The days that a claim leaves need computing as much as those that it comes to.
      await markDaysOf(tx, db.organizationId, known, `import:${importId}`)
      changed += await updateClaims(tx, slice)
      await deriveClaims(tx, db.organizationId, known)
      await markDaysOf(
        tx,
        db.organizationId,
        touched.map((row) => row.claim_id),
        `import:${importId}`,
      )
      await tx.run(
        sql`delete from staging_records where organization_id = ${db.organizationId} and import_id = ${importId} and seq between ${slice.from} and ${slice.to}`,
      )
      return slice.to
    })
    if (done === null) return changed
    onSlice('publishing', done)
  }
}
