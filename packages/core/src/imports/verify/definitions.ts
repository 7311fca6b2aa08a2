import { sql } from 'drizzle-orm'
import type { TenantDatabase } from '../../db/tenant.ts'
import { isObject, type Raw } from '../formats/portal-json/values.ts'
import { idOf } from './objects.sql.ts'
import type { Difference, Stated } from './schemas.ts'

type Computed = Record<string, Stated>

/** Numbers of a pattern that the export states, and what Overturn makes of them from its own claims and events. */
const PATTERN_NUMBERS: Record<string, string> = {
  'score.frequency': 'score_frequency',
  'score.impact': 'score_impact::float8',
  'score.trend': 'score_trend',
  'score.velocity': 'score_velocity',
  'score.confidence': 'score_confidence',
  'score.recency': 'score_recency',
  avgDenialAmount: 'avg_denial_amount::float8',
  totalAtRisk: 'total_at_risk::float8',
  status: 'status',
  tier: 'tier',
  firstDetected: 'first_detected::text',
  lastSeen: 'last_seen::text',
  learningProgress: 'learning_progress',
  practiceSessionsCompleted: 'practice_sessions_completed',
  correctionsApplied: 'corrections_applied',
}
const FROM_EVENTS = new Set(['learningProgress', 'practiceSessionsCompleted', 'correctionsApplied'])
const POLICY_NUMBERS: Record<string, string> = {
  hitRate: 'hit_rate',
  denialRate: 'denial_rate',
  appealRate: 'appeal_rate',
  overturnRate: 'overturn_rate',
  impact: 'impact::float8',
  insightCount: 'insight_count',
  providersImpacted: 'providers_impacted',
  trend: 'trend',
}

export async function patternDifferences(db: TenantDatabase, patterns: readonly Raw[], exportedClaims: ReadonlySet<string>): Promise<Difference[]> {
  const computed = await computedOf(
    db,
    'patterns',
    PATTERN_NUMBERS,
    patterns.map((pattern) => idOf('pattern', pattern)),
  )
  return patterns.flatMap((pattern) => {
    const id = idOf('pattern', pattern)
    const affected = Array.isArray(pattern.affectedClaims) ? pattern.affectedClaims.map(String) : []
    const absent = affected.filter((claim) => !exportedClaims.has(claim)).length
    const claims = `the export names ${affected.length} affected claims of which ${absent} are not in it`
    const reasonOf = (field: string) =>
      FROM_EVENTS.has(field)
        ? 'Stated by the export; Overturn counts the learning events that it has.'
        : `Stated by the export; Overturn computes it from its own claims, and ${claims}.`
    return differencesOf(`pattern ${id}`, pattern, computed.get(id), PATTERN_NUMBERS, reasonOf)
  })
}

export async function policyDifferences(db: TenantDatabase, policies: readonly Raw[]): Promise<Difference[]> {
  const computed = await computedOf(
    db,
    'policies',
    POLICY_NUMBERS,
    policies.map((policy) => idOf('policy', policy)),
  )
  return policies.flatMap((policy) => {
    const id = idOf('policy', policy)
    return differencesOf(
      `policy ${id}`,
      policy,
      computed.get(id),
      POLICY_NUMBERS,
      () => 'Stated by the export, not computed from claims; Overturn computes it from its own.',
    )
  })
}

/** A code's own rates stand beside the reference text, computed when the code is looked at. */
export function codeDifferences(codes: readonly Raw[]): Difference[] {
  const fields = { yourApprovalRate: '', nationalApprovalRate: '' }
  return codes.flatMap((code) =>
    differencesOf(
      `code ${idOf('code_reference', code)}`,
      code,
      undefined,
      fields,
      () => 'Stated by the export, not computed from claims; it is kept as a reference.',
    ),
  )
}

async function computedOf(db: TenantDatabase, table: string, numbers: Record<string, string>, ids: readonly string[]): Promise<Map<string, Computed>> {
  const columns = Object.entries(numbers).map(([name, column]) => `${column} as "${name}"`)
  const rows = await db.rows<Computed & { id: string }>(sql`
    select id, ${sql.raw(columns.join(', '))} from ${sql.raw(table)} where organization_id = ${db.organizationId} and id = any(${sql.param(ids)}::text[])`)
  return new Map(rows.map((row) => [row.id, row]))
}

function differencesOf(
  subject: string,
  object: Raw,
  computed: Computed | undefined,
  numbers: Record<string, string>,
  reasonOf: (field: string) => string,
): Difference[] {
  return Object.keys(numbers).flatMap((field) => {
    const stated = valueAt(object, field)
    const own = computed?.[field] ?? null
    return stated === null || stated === own ? [] : [{ name: `${subject} ${field}`, stated, computed: own, reason: reasonOf(field) }]
  })
}

/** A number or word of an object, by a path such as `score.frequency`. */
function valueAt(object: Raw, path: string): Stated {
  const value = path.split('.').reduce<unknown>((inner, name) => (isObject(inner) ? inner[name] : undefined), object)
  return typeof value === 'number' || typeof value === 'string' ? value : null
}
