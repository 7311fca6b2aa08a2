import { sql } from 'drizzle-orm'
import type { Performance } from '../../src/checks/rules.ts'
import type { Context } from '../../src/context.ts'
import type { IsoDate } from '../../src/dates.ts'
import type { checkStates } from '../../src/db/schema/findings.ts'
import { scopeKeyOf, type Condition } from '../../src/patterns/scope/condition.ts'

export interface ScopedPattern {
  id: string
  reason: string
  scope: readonly Condition[]
  title?: string
  status?: string
  /** Default true. */
  confirmed?: boolean | null
  /** Where the later period begins, which the search did not see. */
  laterStart?: IsoDate
  counts?: { population: number; denied: number; restPopulation: number; restDenied: number }
}

/** A pattern with a scope and what the search said of it, as detection would have written both. */
export async function insertScopedPattern({ db, organization }: Pick<Context, 'db' | 'organization'>, spec: ScopedPattern): Promise<void> {
  const { id, reason, scope, title = `${reason} in ${id}`, status = 'active', confirmed = true, laterStart = '2026-01-01' } = spec
  const { population, denied, restPopulation, restDenied } = spec.counts ?? { population: 100, denied: 40, restPopulation: 900, restDenied: 18 }
  const ratio = denied / population / (restDenied / restPopulation)
  await db.run(sql`
    insert into patterns (organization_id, id, title, category, status, denial_reason, scope, scope_key, computation_status)
    values (${organization.id}, ${id}, ${title}, 'unclassified', ${status}, ${reason}, ${JSON.stringify(scope)}::jsonb, ${scopeKeyOf(reason, scope)}, 'computing')`)
  await db.run(sql`
    insert into pattern_findings (organization_id, pattern_id, window_start, window_end, population, denied, rest_population, rest_denied, ratio, ratio_low, p, q, searched,
      seen_until, confirmed, later_start, last_found_at)
    values (${organization.id}, ${id}, '2025-07-01', ${laterStart}, ${population}, ${denied}, ${restPopulation}, ${restDenied}, ${ratio}, ${ratio / 2}, 1e-9, 1e-6, 5000,
      ${laterStart}, ${confirmed}, ${laterStart}, '2026-03-01T00:00:00Z')`)
}

export interface CheckSpec {
  id: string
  patternId: string
  state?: (typeof checkStates)[number]
  backTest?: Partial<Performance>
  latest?: Performance | null
  since?: IsoDate
}

export const performance = (counts: Partial<Performance> = {}): Performance => ({
  start: '2026-01-01',
  end: '2026-02-01',
  claims: 1000,
  alerts: 100,
  denied: 40,
  restDenied: 18,
  dollars: 400_000,
  ...counts,
})

/** A check of a pattern that is there, with that pattern's reason and scope. */
export async function insertCheck({ db, organization }: Pick<Context, 'db' | 'organization'>, spec: CheckSpec): Promise<void> {
  const { id, patternId, state = 'live', backTest, latest = null, since = '2026-02-01' } = spec
  await db.run(sql`
    insert into pattern_checks (organization_id, id, pattern_id, state, denial_reason, scope, back_test, latest, created_by, created_at, since)
    select ${organization.id}, ${id}, p.id, ${state}, p.denial_reason, p.scope, ${JSON.stringify(performance(backTest))}::jsonb,
      ${latest === null ? null : JSON.stringify(latest)}::jsonb, 'test', '2026-02-01T00:00:00Z', ${since}
    from patterns p where p.organization_id = ${organization.id} and p.id = ${patternId}`)
}
