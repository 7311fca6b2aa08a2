const camelCase = (column: string) => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
/** Rates with two decimals, as everywhere on output. */
const valueOf = (column: string) => (column.endsWith('_rate') ? `round(${column}::numeric, 2)` : column)
const object = (columns: readonly string[]) => `jsonb_build_object(${columns.map((column) => `'${camelCase(column)}', ${valueOf(column)}`).join(', ')})`

const period = (name: 'baseline' | 'current') =>
  ['start', 'end', 'claim_count', 'denied_count', 'denial_rate', 'dollars_denied'].map((column) => `${name}_${column}`)

const list = (names: string) => names.trim().split(/\s+/)

const PATTERN = [
  ...list(`status tier computation_status insufficient_data first_detected last_seen
    score_frequency score_impact score_trend score_velocity score_confidence score_recency
    avg_denial_amount total_at_risk learning_progress practice_sessions_completed corrections_applied`),
  ...period('baseline'),
  ...period('current'),
]
const POLICY = list(`mode computation_status hit_rate denial_rate appeal_rate overturn_rate impact insight_count providers_impacted trend
  claim_count hit_count denied_count appealed_claim_count appeal_decided_claim_count overturned_claim_count
  computation_period_start computation_period_end`)
const PROVIDER = list(`claim_count pending_count denied_count denial_rate expected_denied_count total_billed total_denied appeal_count
  appeals_decided_count overturn_count improved_patterns ratio ratio_low ratio_high funnel_low funnel_high verdict
  computation_status computation_period_start computation_period_end`)

/** What is written down of each thing: its table, what identifies it, and its computed columns as one jsonb object (money in dollars). */
export const THINGS = {
  pattern: { table: 'patterns', id: 'id', values: object(PATTERN) },
  policy: { table: 'policies', id: 'id', values: object(POLICY) },
  provider: { table: 'provider_performance', id: 'provider_id', values: object(PROVIDER) },
} as const
