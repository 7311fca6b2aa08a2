import type { Database } from './connect.ts'

const columns = (...words: string[]) => words.join(' ').split(' ')

/**
 * The tables that grow with the data, and the columns that conditions and joins name: of the others the planner needs to know nothing. Names,
 * lists and documents are what costs: of 100,000 claims on the embedded engine, where everybody waits meanwhile, all columns took 2.2 s,
 * these 0.33 s, and these with a tenth of the usual sample less again.
 */
const GROWING: Readonly<Record<string, readonly string[]>> = {
  claims: columns(
    'organization_id id import_id patient_control_number payer_control_number payer_id provider_id rendering_provider_id use date_of_service submission_date',
    'status initial_outcome final_outcome is_duplicate denial_reason first_decided_on first_denied_on billed_amount denied_amount open_denied_amount line_count',
  ),
  claim_line_items: ['organization_id', 'claim_id', 'line_number', 'import_id', 'procedure_code', 'date_of_service', 'denial_reason', 'initially_denied'],
  adjudications: ['organization_id', 'id', 'import_id', 'claim_id', 'remittance_id', 'payer_id', 'kind', 'decided_on', 'outcome', 'payer_control_number'],
  adjudication_lines: ['organization_id', 'adjudication_id', 'line_number', 'claim_line_number'],
  adjustments: ['organization_id', 'adjudication_id', 'line_number', 'carc'],
  staging_records: [],
  pattern_claims: [],
  policy_hits: [],
  provider_daily_metrics: ['organization_id', 'provider_id', 'metric_date'],
}

/** Rows that statistics rest on, per unit of PostgreSQL's default_statistics_target: 300 x 20. */
const STATISTICS_TARGET = 20

/**
 * Takes fresh statistics of the tables that grow: the embedded engine has nobody else who would do it, and without them the planner takes
 * every column for alike. One table a transaction, so that nobody waits for all. Only the owner may; row-level security plays no part.
 * `grownBy`: only of tables that are larger by this share than when statistics were last taken.
 */
export async function analyzeTables(database: Database, { grownBy = 0 }: { grownBy?: number } = {}): Promise<void> {
  const due = await grownTables(database, grownBy)
  for (const [table, columns] of Object.entries(GROWING)) {
    if (!due.has(table)) continue
    const client = await database.pool.connect()
    try {
      const list = columns.length > 0 ? ` (${columns.join(', ')})` : ''
      await client.query(`begin; set local default_statistics_target = ${STATISTICS_TARGET}; analyze ${table}${list}; commit`)
    } finally {
      client.release()
    }
  }
}

async function grownTables(database: Database, share: number): Promise<Set<string>> {
  const { rows } = await database.pool.query<{ name: string }>(
    `select relname as name from pg_class where oid = any(array(select unnest($1::text[])::regclass::oid)) and (
       pg_relation_size(oid) / current_setting('block_size')::int >= relpages * (1 + $2::float8) or reltuples <= 0)`,
    [Object.keys(GROWING), share],
  )
  return new Set(rows.map(({ name }) => name))
}

/** True at the slices of an import after which statistics are worth taking again: the 8th, 64th, 512th … */
export function isGrowthStep(slice: number): boolean {
  return slice > 1 && Number.isInteger(Math.log2(slice) / 3)
}

/**
 * Whether nobody has taken statistics since the database was made. A foreign key's check is planned once per session: on tables that were empty
 * then it would be a scan for as long as the session lives.
 */
export async function isUnknownToPlanner(database: Database): Promise<boolean> {
  const { rows } = await database.pool.query<{ unknown: boolean }>("select reltuples <= 0 as unknown from pg_class where oid = 'claims'::regclass")
  return rows[0]?.unknown ?? false
}
