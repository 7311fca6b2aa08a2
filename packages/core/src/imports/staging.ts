import { sql } from 'drizzle-orm'
import { claimOutcome } from '../adjudication/rules.ts'
import type { TenantDatabase, TenantTransaction } from '../db/tenant.ts'
import type { DecisionRecord, ImportRecord, IssueRecord } from './records.ts'

/** Records that only describe the file; they are counted and not staged. */
const NOT_STAGED = new Set<ImportRecord['kind']>(['interchange', 'transaction', 'issue'])

/** What the claim's outcome is at this decision: the rules live in TypeScript, so the merge finds their answer in the staged record. */
function withOutcome(decision: DecisionRecord) {
  const effective = claimOutcome(decision.verdict, decision.lines)
  return { ...decision, outcome: decision.decisionKind === 'original' ? effective.outcome : null, duplicate: effective.duplicate, denial: effective.denial }
}

/** Writes the records of one file into staging, batch by batch, and numbers them from 1. */
export class Staging {
  /** How many records of each kind are staged. */
  readonly counts = new Map<string, number>()
  #seq = 0
  #issues = 0
  readonly #db: TenantDatabase
  readonly #importId: number

  constructor(db: TenantDatabase, importId: number) {
    this.#db = db
    this.#importId = importId
  }

  get last(): number {
    return this.#seq
  }

  async add(records: readonly ImportRecord[]): Promise<void> {
    const rows = records.filter((record) => !NOT_STAGED.has(record.kind)).map((record) => this.#row(record))
    const issues = records.filter((record) => record.kind === 'issue')
    if (rows.length > 0) {
      await this.#db.run(sql`
        insert into staging_records (organization_id, import_id, seq, kind, body)
        select ${this.#db.organizationId}, ${this.#importId}, seq, kind, body
        from json_to_recordset(${JSON.stringify(rows)}::json) as r(seq int, kind text, body jsonb)`)
    }
    await this.addIssues(this.#db, issues)
  }

  #row(record: ImportRecord) {
    this.counts.set(record.kind, (this.counts.get(record.kind) ?? 0) + 1)
    return { seq: ++this.#seq, kind: record.kind, body: record.kind === 'decision' ? withOutcome(record) : record }
  }

  /** Keeps what was rejected or doubtful, for the user to look at; in the transaction that found it, where there is one. */
  async addIssues(db: Pick<TenantTransaction, 'run'>, issues: readonly Omit<IssueRecord, 'kind'>[]): Promise<void> {
    if (issues.length === 0) return
    const rows = issues.map(({ severity, code, message, remedy, where }) => ({
      position: ++this.#issues,
      severity,
      code,
      message,
      remedy,
      byte_offset: where.byteOffset,
      segment_number: where.segment,
      line_number: where.line,
      field: where.field,
      record: where.record,
    }))
    await db.run(sql`
      insert into import_rejections (organization_id, import_id, position, severity, code, message, remedy, byte_offset, segment_number, line_number, field, record)
      select ${this.#db.organizationId}, ${this.#importId}, r.*
      from json_to_recordset(${JSON.stringify(rows)}::json)
        as r(position int, severity text, code text, message text, remedy text, byte_offset bigint, segment_number bigint, line_number bigint, field text, record text)`)
  }
}
