import { sql } from 'drizzle-orm'
import { bulkInsert, type BulkColumn } from '../db/bulk.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import type { IssueRecord } from './records.ts'

/** A record that has to wait: a change of a claim that is there, a decision whose claim is not, an object that is merged when the file is shown. */
export interface Deferred {
  kind: string
  position: number
  claimId: string | null
  body: object
}

/** What an import puts aside while it is merged, and what it has to tell. */
export class Staging {
  /** How many records of each kind wait. */
  readonly counts = new Map<string, number>()
  #issues = 0
  readonly #organizationId: number
  readonly #importId: number

  constructor(organizationId: number, importId: number) {
    this.#organizationId = organizationId
    this.#importId = importId
  }

  async defer(tx: TenantTransaction, records: readonly Deferred[]): Promise<void> {
    if (records.length === 0) return
    await tx.run(
      bulkInsert('staging_records', this.#organizationId, [{ name: 'import_id', type: 'int8', of: () => this.#importId }, ...deferredColumns], records),
    )
    for (const { kind } of records) this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1)
  }

  /** Keeps what was rejected or doubtful, for the user to look at; in the transaction that found it, where there is one. */
  async addIssues(db: Pick<TenantTransaction, 'run'>, issues: readonly Omit<IssueRecord, 'kind'>[]): Promise<void> {
    if (issues.length === 0) return
    const rows = issues.map((issue) => ({ position: ++this.#issues, ...issue }))
    await db.run(bulkInsert('import_rejections', this.#organizationId, [{ name: 'import_id', type: 'int8', of: () => this.#importId }, ...issueColumns], rows))
  }

  /** Lets go of records of a kind, up to a position, that wait no longer. */
  async forget(tx: TenantTransaction, kind: string, to: number): Promise<void> {
    await tx.run(sql`
      delete from staging_records where organization_id = ${this.#organizationId} and import_id = ${this.#importId} and kind = ${kind} and seq <= ${to}`)
  }
}

const deferredColumns: readonly BulkColumn<Deferred>[] = [
  { name: 'seq', type: 'int', of: ({ position }) => position },
  { name: 'kind', type: 'text', of: ({ kind }) => kind },
  { name: 'claim_id', type: 'text', of: ({ claimId }) => claimId },
  { name: 'body', type: 'jsonb', of: ({ body }) => JSON.stringify(body) },
]

const issueColumns: readonly BulkColumn<Omit<IssueRecord, 'kind'> & { position: number }>[] = [
  { name: 'position', type: 'int', of: ({ position }) => position },
  { name: 'severity', type: 'text', of: ({ severity }) => severity },
  { name: 'code', type: 'text', of: ({ code }) => code },
  { name: 'message', type: 'text', of: ({ message }) => message },
  { name: 'remedy', type: 'text', of: ({ remedy }) => remedy },
  { name: 'byte_offset', type: 'int8', of: ({ where }) => where.byteOffset ?? null },
  { name: 'segment_number', type: 'int8', of: ({ where }) => where.segment ?? null },
  { name: 'line_number', type: 'int8', of: ({ where }) => where.line ?? null },
  { name: 'field', type: 'text', of: ({ where }) => where.field ?? null },
  { name: 'record', type: 'text', of: ({ where }) => where.record ?? null },
  { name: 'content', type: 'text', of: ({ content }) => content ?? null },
]
