import { sql } from 'drizzle-orm'
import { analyzeTables, isGrowthStep, isUnknownToPlanner } from '../../db/analyze.ts'
import type { Database } from '../../db/connect.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import { assertMerging, showImport, type OpenImport } from '../lifecycle.ts'
import type { ImportRecord, IssueRecord, ProviderLevelAdjustmentRecord, RemittanceRecord } from '../records.ts'
import { Staging, type Deferred } from '../staging.ts'
import { addToSummary, type FileSummary } from '../summary.ts'
import { Corrections } from './corrections.ts'
import { DayMarks } from './day-marks.ts'
import { mergePortalObjects, PORTAL_KINDS, type PortalCounts } from './portal-objects.ts'
import { applyOwnChanges } from './own-changes.ts'
import { Parties } from './parties.ts'
import { Remittances } from './remittances.ts'
import { removeRepeats } from './repeats.ts'
import { packSources, writeSources } from './source-texts.ts'
import { mergeSlice, type Positioned } from './slice-merge.ts'

export interface MergeReport {
  newClaims: number
  changedClaims: number
  decisions: number
  /** Decisions and remittances that were in the database already. */
  known: number
  /** Decisions that fit several claims equally well: somebody is to say which. */
  ambiguous: number
  /** Rows of remittances of earlier imports that the file repeats, or adds to. */
  knownRemittances: number[]
  /** Providers that are only named, not described. */
  placeholders: number
  other: PortalCounts
}

/** An import of fewer slices changes too little for fresh statistics of its own; a run over many files takes them at its end. */
const FEW_SLICES = 8
/** What an import adds to less than this tells the planner nothing new while it is merged; whoever runs imports takes statistics of all at the end. */
const GROWN = { grownBy: 0.2 }
/** Decisions that wait for their claim, per transaction. */
const WAITING = 500
/** Transactions that repeat another one, removed at a time. */
const REPEATS = 50
/** Warnings of one kind beyond this many are counted, not listed: a file can name any number of providers. */
const LISTED = 1_000

/**
 * Merges one file while it is read: every slice is written in a transaction of its own, into rows that only this import sees. `finish` settles
 * what had to wait for the end of the file, and shows all of it at once.
 */
export class ImportMerge {
  readonly report: MergeReport = {
    newClaims: 0,
    changedClaims: 0,
    decisions: 0,
    known: 0,
    ambiguous: 0,
    knownRemittances: [],
    placeholders: 0,
    other: { inserted: 0, updated: 0, unchanged: 0 },
  }
  readonly #database: Database
  readonly #open: OpenImport
  readonly #summary: FileSummary
  readonly #staging: Staging
  readonly #parties: Parties
  readonly #remittances: Remittances
  readonly #corrections = new Corrections()
  readonly #marks = new DayMarks()
  #slices = 0
  #lastPlaceholder = ''
  #onEarlierClaims = 0
  #last = 0

  constructor(database: Database, open: OpenImport, summary: FileSummary) {
    const { organizationId } = open.db
    this.#database = database
    this.#open = open
    this.#summary = summary
    this.#staging = new Staging(organizationId, open.id)
    this.#parties = new Parties(organizationId, open.id)
    this.#remittances = new Remittances(organizationId, open.id)
  }

  /** Whether decisions of the file are of claims of earlier imports, which publishing has to derive again. */
  get touchesEarlier(): boolean {
    return this.#onEarlierClaims > 0
  }

  /** One slice of the file, in its order. */
  async take(records: readonly Positioned[]): Promise<void> {
    this.#last = records.at(-1)?.position ?? this.#last
    const { organizationId } = this.#open.db
    const packing = packSources(records)
    await this.#guarded(async (tx) => {
      const issues = records.map(({ record }) => record).filter((record) => record.kind === 'issue')
      await this.#staging.addIssues(tx, issues)
      const plain = records.map(({ record }) => record)
      await this.#parties.describe(tx, plain)
      await this.#tellPlaceholders(tx, await this.#parties.name(tx, plain))
      await this.#remittances.take(tx, ofKind<RemittanceRecord>(plain, 'remittance'))
      await this.#staging.defer(tx, await this.#merge(tx, records, { isEnd: false }))
      const adjustments = records
        .filter(({ record }) => record.kind === 'plb')
        .map(({ position, record }) => ({ ...(record as ProviderLevelAdjustmentRecord), position }))
      await this.#staging.defer(tx, await this.#remittances.takeAdjustments(tx, adjustments))
      const objects = records.filter(({ record }) => PORTAL_KINDS.has(record.kind))
      await this.#staging.defer(
        tx,
        objects.map(({ position, record }) => ({ kind: record.kind, position, claimId: null, body: record })),
      )
      await writeSources(tx, { organizationId, importId: this.#open.id }, await packing)
    })
    if (isGrowthStep(++this.#slices) || (this.#slices === 1 && (await isUnknownToPlanner(this.#database)))) await analyzeTables(this.#database, GROWN)
  }

  /** What had to wait for the end of the file; then everything of it is visible. */
  async finish(): Promise<void> {
    const { db, id } = this.#open
    await this.#mergeWaiting()
    if (this.#slices >= FEW_SLICES) await analyzeTables(this.#database, GROWN)
    const repeats = this.#remittances.repeats()
    for (let from = 0; from < repeats.length; from += REPEATS) {
      const removed = await this.#guarded((tx) => removeRepeats(tx, db.organizationId, id, repeats.slice(from, from + REPEATS)))
      this.report.decisions -= removed.decisions
      this.report.newClaims -= removed.claims
      this.report.ambiguous -= removed.ambiguous
    }
    this.report.known += this.#remittances.known + repeats.length
    this.report.knownRemittances = this.#remittances.knownIds
    if (this.#staging.counts.has('claim')) {
      const own = { organizationId: db.organizationId, importId: id }
      this.report.decisions -= await applyOwnChanges(
        (work) => this.#guarded(work),
        own,
        (tx, issue) => this.#tell(tx, [issue]),
      )
    }
    await this.#guarded(async (tx) => {
      await this.#tellMorePlaceholders(tx)
      await this.#tellAmbiguous(tx)
      const adjustmentsAdded = this.#staging.counts.has('plb') ? await this.#remittances.addToKnown(tx) : 0
      const whole = { organizationId: db.organizationId, importId: id, from: 1, to: this.#last }
      this.report.other = await mergePortalObjects(tx, whole, this.#staging.counts, this.report.newClaims)
      await this.#marks.write(tx, db.organizationId, `import:${id}`)
      await showImport(tx, this.#open, { ...this.#summary, file: this.#summary.file.split('/').at(-1) ?? '' }, { adjustmentsAdded })
    })
  }

  /** Merges claims and decisions; returns those that have to wait. */
  async #merge(tx: TenantTransaction, records: readonly Positioned[], { isEnd }: { isEnd: boolean }): Promise<Deferred[]> {
    const { db, id: importId } = this.#open
    const context = {
      tx,
      isEnd,
      organizationId: db.organizationId,
      importId,
      remittances: this.#remittances,
      corrections: this.#corrections,
      marks: this.#marks,
    }
    await this.#remittances.ready(
      tx,
      records.map(({ record }) => record),
    )
    const { newClaims, decisions, known, onEarlierClaims, ambiguous, deferred } = await mergeSlice(context, records)
    this.report.newClaims += newClaims
    this.report.decisions += decisions
    this.report.known += known
    this.report.ambiguous += ambiguous
    this.#onEarlierClaims += onEarlierClaims
    return deferred
  }

  /** Decisions that stood in the file before their claim, or whose claim is nowhere yet. */
  async #mergeWaiting(): Promise<void> {
    if (!this.#staging.counts.has('decision')) return
    const { db, id } = this.#open
    const next = () =>
      this.#guarded(async (tx) => {
        const rows = await tx.rows<Positioned>(sql`
          select seq as position, body as record from staging_records
          where organization_id = ${db.organizationId} and import_id = ${id} and kind = 'decision' order by seq limit ${WAITING}`)
        const deferred = await this.#merge(tx, rows, { isEnd: true })
        await this.#staging.forget(tx, 'decision', rows.at(-1)?.position ?? 0)
        await this.#staging.defer(tx, deferred)
        return rows.length === WAITING
      })
    while (await next());
  }

  async #tellPlaceholders(tx: TenantTransaction, ids: readonly string[]): Promise<void> {
    const listed = ids.slice(0, Math.max(0, LISTED - this.report.placeholders))
    this.report.placeholders += ids.length
    this.#lastPlaceholder = ids.at(-1) ?? this.#lastPlaceholder
    await this.#tell(tx, listed.map(placeholderIssue))
  }

  async #tellMorePlaceholders(tx: TenantTransaction): Promise<void> {
    const more = this.report.placeholders - LISTED
    if (more <= 0) return
    const last = placeholderIssue(this.#lastPlaceholder)
    await this.#tell(tx, [{ ...last, message: `${more} more of these were found and not listed, the last one here: ${last.message}` }])
  }

  async #tellAmbiguous(tx: TenantTransaction): Promise<void> {
    if (this.report.ambiguous === 0) return
    await this.#tell(tx, [
      {
        severity: 'warning',
        code: 'merge.ambiguous',
        message: `${this.report.ambiguous === 1 ? '1 decision fits' : `${this.report.ambiguous} decisions fit`} several claims equally well; each stands on a claim of its own until somebody says which.`,
        remedy: 'Say which claim each decision is of: they are listed under the imports as decisions to place (overturn matches).',
        where: {},
      },
    ])
  }

  /** What the merge finds is told where the reading's issues are: in the summary and, with the slice that found it, in the database. */
  async #tell(tx: TenantTransaction, issues: readonly Omit<IssueRecord, 'kind'>[]): Promise<void> {
    await this.#staging.addIssues(tx, issues)
    for (const issue of issues) addToSummary(this.#summary, { kind: 'issue', ...issue })
  }

  #guarded<T>(work: (tx: TenantTransaction) => Promise<T>): Promise<T> {
    return this.#open.db.transaction(async (tx) => {
      await assertMerging(tx, this.#open)
      return work(tx)
    })
  }
}

const placeholderIssue = (id: string): Omit<IssueRecord, 'kind'> => ({
  severity: 'warning',
  code: 'merge.placeholder-provider',
  message: `Provider ${id} is named by claims, but no file describes it.`,
  remedy: 'Import a provider list that has it; until then it is shown under its id.',
  where: { record: id },
})

const ofKind = <Record extends ImportRecord>(records: readonly ImportRecord[], kind: Record['kind']) =>
  records.filter((record) => record.kind === kind) as Record[]
