import { sql } from 'drizzle-orm'
import { bigint, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { key, moment, oneOf, organizationId } from './columns.ts'
import { organizations } from './organizations.ts'

/**
 * staging: opened, waiting its turn. merging: read and written, not visible. publishing: visible, earlier claims being brought up to date.
 * undoing: no longer visible, its rows are being removed.
 */
export const importStatuses = ['staging', 'merging', 'publishing', 'complete', 'failed', 'undoing', 'undone'] as const

/** One file taken in. Its id makes the file atomic: rows of an import that is still `merging` are hidden from everyone else. */
export const imports = pgTable(
  'imports',
  {
    organizationId: organizationId(),
    id: bigint('id', { mode: 'number' }).generatedByDefaultAsIdentity(),
    fileName: text('file_name').notNull(),
    format: text('format').notNull(),
    sha256: text('sha256').notNull(),
    bytes: bigint('bytes', { mode: 'number' }).notNull(),
    status: text('status', { enum: importStatuses }).notNull().default('staging'),
    /** What the file held (FileSummary) and what the merge did (MergeCounts). */
    summary: jsonb('summary'),
    /** Which process writes it (host, pid, its start) and when it last said so: an import whose writer is gone is removed or finished. */
    writer: text('writer').notNull(),
    heartbeatAt: moment('heartbeat_at').notNull().defaultNow(),
    importedBy: text('imported_by').notNull().default('system'),
    error: text('error'),
    startedAt: moment('started_at').notNull().defaultNow(),
    finishedAt: moment('finished_at'),
    undoneBy: text('undone_by'),
    undoneAt: moment('undone_at'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organizations.id] }),
    oneOf('imports_status_known', t.status, importStatuses),
    /** The same file twice is noticed here, also when two people send it at once. */
    uniqueIndex('imports_file_once')
      .on(t.organizationId, t.sha256)
      .where(sql`status not in ('failed', 'undoing', 'undone')`),
    /** One merge at a time per organization: claims are matched against what is there. */
    uniqueIndex('imports_one_merge')
      .on(t.organizationId)
      .where(sql`status = 'merging'`),
    index('idx_imports_unfinished')
      .on(t.organizationId, t.id)
      .where(sql`status in ('staging', 'merging', 'publishing', 'undoing')`),
  ],
)

/** Claims that were there before an import changed them, as they were: what `undo` puts back. */
export const importChanges = pgTable(
  'import_changes',
  {
    organizationId: organizationId(),
    importId: bigint('import_id', { mode: 'number' }).notNull(),
    claimId: key('claim_id').notNull(),
    /** Columns as received, lines, appeals and payers. */
    before: jsonb('before').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.importId, t.claimId] }),
    foreignKey({ columns: [t.organizationId, t.importId], foreignColumns: [imports.organizationId, imports.id] }).onDelete('cascade'),
    index('idx_import_changes_claim').on(t.organizationId, t.claimId),
  ],
)

/** Records of a file that wait for its publication: they change rows that were there before. Gone when the import is complete. */
export const stagingRecords = pgTable(
  'staging_records',
  {
    organizationId: organizationId(),
    importId: bigint('import_id', { mode: 'number' }).notNull(),
    seq: integer('seq').notNull(),
    kind: text('kind').notNull(),
    /** An ImportRecord as JSON: amounts in cents, dates as text. */
    body: jsonb('body').notNull(),
    /** The claim that the record is, or decides, once the merge knows it. */
    claimId: key('claim_id'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.importId, t.seq] }),
    foreignKey({ columns: [t.organizationId, t.importId], foreignColumns: [imports.organizationId, imports.id] }).onDelete('cascade'),
    index('idx_staging_kind').on(t.organizationId, t.importId, t.kind, t.seq),
    index('idx_staging_claim')
      .on(t.organizationId, t.importId, t.claimId)
      .where(sql`claim_id is not null`),
  ],
)

export const rejectionStates = ['open', 'mended', 'dismissed'] as const
export const issueSeverities = ['rejection', 'warning'] as const

/** What was not taken in, or was taken in with a doubt: where it stands in the file and what to do. */
export const importRejections = pgTable(
  'import_rejections',
  {
    organizationId: organizationId(),
    importId: bigint('import_id', { mode: 'number' }).notNull(),
    position: integer('position').notNull(),
    severity: text('severity', { enum: issueSeverities }).notNull(),
    code: key('code').notNull(),
    message: text('message').notNull(),
    remedy: text('remedy').notNull(),
    byteOffset: bigint('byte_offset', { mode: 'number' }),
    segmentNumber: bigint('segment_number', { mode: 'number' }),
    lineNumber: bigint('line_number', { mode: 'number' }),
    field: text('field'),
    record: text('record'),
    /** What was rejected, as a file of its own that can be mended and imported; null where it is not known. */
    content: text('content'),
    state: text('state', { enum: rejectionStates }).notNull().default('open'),
    mendedByImport: bigint('mended_by_import', { mode: 'number' }),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.importId, t.position] }),
    foreignKey({ columns: [t.organizationId, t.importId], foreignColumns: [imports.organizationId, imports.id] }).onDelete('cascade'),
    oneOf('import_rejections_severity_known', t.severity, issueSeverities),
    oneOf('import_rejections_state_known', t.state, rejectionStates),
  ],
)

/** Words of a source that are not ours, and what they were read as: the mapping report. `read_as` is null until somebody maps the word. */
export const importWordMappings = pgTable(
  'import_word_mappings',
  {
    organizationId: organizationId(),
    field: key('field').notNull(),
    word: text('word').notNull(),
    readAs: text('read_as'),
    occurrences: integer('occurrences').notNull().default(0),
    importId: bigint('import_id', { mode: 'number' }),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.field, t.word] }), foreignKey({ columns: [t.organizationId], foreignColumns: [organizations.id] })],
)

/** A reference to something that no file has brought yet; it is resolved when that arrives. */
export const unresolvedReferences = pgTable(
  'unresolved_references',
  {
    organizationId: organizationId(),
    fromTable: key('from_table').notNull(),
    fromId: key('from_id').notNull(),
    field: key('field').notNull(),
    reference: key('reference').notNull(),
    importId: bigint('import_id', { mode: 'number' }),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.field, t.reference, t.fromTable, t.fromId] }),
    foreignKey({ columns: [t.organizationId], foreignColumns: [organizations.id] }),
  ],
)
