import { sql, type SQL } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { rolesFor } from '../../src/access/table.ts'
import { deriveClaims } from '../../src/adjudication/write.ts'
import { recomputeAll } from '../../src/computation/recompute.ts'
import type { Context } from '../../src/context.ts'
import { perform } from '../../src/operation.ts'
import { operations } from '../../src/operations.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { explaining, type Explained, type TableNode } from '../support/explained.ts'
import { insertKnownChange } from '../support/changes.ts'
import { insertKnownCheck } from '../support/checks.ts'
import { claimId, insertManyClaims } from '../support/many-claims.ts'
import { insertManyPolicies } from '../support/many-policies.ts'
import { insertNetwork } from '../support/networks.ts'
import { readKnown, viewerExamples, type Known } from '../support/viewer-examples.ts'
import { insertKnownCase, insertModifierLesson } from '../support/lab.ts'
import { insertKnownView } from '../support/views.ts'

const CLAIMS = 200_000
/** Tables that grow with every claim: no screen reads them from end to end, in whatever order. */
const GROWING = ['claims', 'claim_line_items', 'adjudications', 'adjudication_lines', 'adjustments', 'pattern_claims', 'pattern_evidence', 'policy_hits']
/** What src/adjudication/derive.ts writes of a claim. */
const DERIVED = ['claims', 'claim_line_items', 'claim_appeals', 'adjudications']
/** A question that looks at more than one in so many rows of such a table is a scan by another name: an index that is read whole. */
const MOST = 4

/** Questions that are known to read more, with the reason: operation and input as JSON. */
const KNOWN_SCANS: Record<string, string> = {}

/** Who asks: one who may see everything that screens show. */
const ASKING: Context['actor'] = { id: 'manager', role: 'manager' }

const use = useDatabase()
let context: Context
let known: Known
let rowsOf: Record<string, number>

beforeAll(async () => {
  context = await newContext(use.database)
  await insertManyClaims(context, CLAIMS, '2026-03-31')
  await insertManyPolicies(context, '2026-03-31')
  await insertNetwork(use.database, { slug: 'valley', practices: [context.organization.id], analysts: ['manager'] })
  await recomputeAll(context)
  await use.database.pool.query('analyze')
  known = await readKnown(context.db)
  await insertKnownCheck(context)
  await insertKnownChange(context)
  await insertKnownView(context)
  // A case whose answer is an edit of the claim: only such a one can be run.
  const { patternId, deniedClaim } = await insertModifierLesson(context, 'LESSON')
  await insertKnownCase({ ...context, actor: ASKING }, { patternId, claimId: deniedClaim })
  const counts = GROWING.map(
    async (table) => [table, (await context.db.row<{ rows: number }>(sql`select count(*)::int as rows from ${sql.raw(table)}`))!.rows] as const,
  )
  rowsOf = Object.fromEntries(await Promise.all(counts))
}, 600_000)

const isScan = ({ node, table, rows }: TableNode) => GROWING.includes(table) && (node === 'Seq Scan' || rows > rowsOf[table]! / MOST)
const told = ({ text, nodes, ms }: Explained) =>
  nodes
    .filter(isScan)
    .map(
      ({ node, table, index, rows }) =>
        `${node} on ${table}${index === null ? '' : ` by ${index}`}, ${rows} rows, ${Math.round(ms)} ms: ${text.replaceAll(/\s+/g, ' ').trim()}`,
    )

describe('the large set', () => {
  it('is what the rules derive from its decisions', async () => {
    const sample = Array.from({ length: 400 }, (_, at) => claimId(1 + at * (CLAIMS / 400)))
    const changed = await context.db.transaction(async (tx) => {
      await deriveClaims(tx, context.organization.id, sample)
      return tx.rows<{ table: string }>(
        sql.raw(DERIVED.map((table) => `select '${table}' as table from ${table} where xmin = pg_current_xact_id()::xid`).join(' union all ')),
      )
    })
    expect(changed).toEqual([])
  })

  it.each(GROWING)('has rows to scan: %s', (table) => {
    expect(rowsOf[table]).toBeGreaterThan(1_000)
  })
})

describe('operations of people', () => {
  // What only an administrator may do, screens do not ask.
  const asked = operations.filter(({ name }) => rolesFor(name).includes('coder'))

  it('are all asked', () => {
    expect(Object.keys(viewerExamples).sort()).toEqual(asked.map(({ name }) => name).sort())
  })

  it.each(asked.map(({ name }) => name))('reads no growing table from end to end: %s', async (name) => {
    const operation = asked.find((one) => one.name === name)!
    const recorded = explaining({ ...context, actor: ASKING })
    const scans: string[] = []
    for (const input of viewerExamples[name]?.(known) ?? []) {
      await perform(operation, recorded.context, input)
      const question = `${name} ${JSON.stringify(input)}`
      const statements = recorded.taken()
      if (!(question in KNOWN_SCANS)) scans.push(...statements.flatMap((statement) => told(statement).map((scan) => `${question}: ${scan}`)))
    }
    expect(scans).toEqual([])
  })
})

async function planOf(statement: SQL): Promise<TableNode[]> {
  const recorded = explaining(context)
  await recorded.context.db.rows(statement)
  return recorded.taken().flatMap(({ nodes }) => nodes)
}

describe("the guide's queries", () => {
  it('count the denials of a reason by an index', async () => {
    const nodes = await planOf(sql`
      select count(*) from claims where organization_id = ${context.organization.id} and denial_reason = ${known.reason} and status = 'denied' and date_of_service >= '2025-09-30'`)
    expect(nodes.map(({ index }) => index)).toContain('idx_claims_denial_reason')
    expect(nodes.filter(isScan)).toEqual([])
  })

  it('sum the metrics of patterns from their days', async () => {
    const nodes = await planOf(sql`
      select p.id, p.title, sum(d.claim_count) as claim_count, sum(d.denied_count) as denied_count, sum(d.denied_count) * 100.0 / nullif(sum(d.claim_count), 0) as denial_rate,
             sum(d.dollars_denied) as dollars_denied
      from patterns p join pattern_daily_metrics d on d.organization_id = p.organization_id and d.pattern_id = p.id
      where p.organization_id = ${context.organization.id} and p.status <> 'archived' and d.metric_date >= date '2026-03-31' - 90
      group by p.id, p.title order by dollars_denied desc`)
    expect(nodes.filter(isScan)).toEqual([])
    expect(nodes.filter(({ table }) => table === 'pattern_daily_metrics').reduce((sum, { rows }) => sum + rows, 0)).toBeLessThan(CLAIMS / 10)
  })
})

/** The guide's indexes, as docs/guide-coverage.md has them: by their name, or by what serves in their place. */
const INDEXES: Record<string, string> = {
  idx_patterns_computed_at: 'patterns (organization_id, last_computed_at)',
  idx_patterns_status_computed: 'patterns (organization_id, status, computation_status)',
  idx_policies_computed: 'policies (organization_id, last_computed_at)',
  idx_learning_events_pattern: 'learning_events (organization_id, pattern_id, "timestamp")',
  idx_learning_events_outcome: 'learning_events (organization_id, outcome_type, "timestamp")',
  idx_claim_line_denial_reason: 'claim_line_items (organization_id, denial_reason)',
  idx_claim_line_procedure: 'claim_line_items (organization_id, procedure_code)',
  pattern_daily_metrics_organization_id_pattern_id_metric_date_pk: 'pattern_daily_metrics (organization_id, pattern_id, metric_date)',
  idx_pattern_daily_day: 'pattern_daily_metrics (organization_id, metric_date)',
  policy_daily_metrics_organization_id_policy_id_metric_date_pk: 'policy_daily_metrics (organization_id, policy_id, metric_date)',
  provider_performance_organization_id_provider_id_pk: 'provider_performance (organization_id, provider_id)',
  code_intelligence_organization_id_procedure_code_pk: 'code_intelligence (organization_id, procedure_code)',
  idx_code_category: 'code_intelligence (organization_id, category)',
  idx_claims_status_date: 'claims (organization_id, status, date_of_service DESC NULLS LAST)',
  idx_claims_provider_status: 'claims (organization_id, provider_id, status)',
  idx_claims_denial_reason: 'claims (organization_id, denial_reason, date_of_service)',
  pattern_claims_organization_id_pattern_id_claim_id_line_number_pk: 'pattern_claims (organization_id, pattern_id, claim_id, line_number)',
  idx_pattern_claims_day: 'pattern_claims (organization_id, pattern_id, service_date)',
  idx_pattern_claims_claim: 'pattern_claims (organization_id, claim_id)',
  idx_pattern_first_detected: 'patterns (organization_id, first_detected)',
  idx_pattern_status_tier: 'patterns (organization_id, status, tier)',
  idx_events_timestamp_type: 'learning_events (organization_id, "timestamp" DESC NULLS LAST, type)',
  idx_policy_codes: 'policy_procedure_codes (organization_id, code)',
  idx_provider_performance_denial: 'provider_performance (organization_id, denial_rate)',
}

describe("the guide's indexes", () => {
  it.each(Object.entries(INDEXES))('are there: %s', async (name, on) => {
    const found = await context.db.row<{ definition: string }>(sql`select indexdef as definition from pg_indexes where indexname = ${name.slice(0, 63)}`)
    expect(found?.definition.replace(/^.* ON (?:public\.)?(\w+) USING \w+ /, '$1 ')).toContain(on)
  })
})
