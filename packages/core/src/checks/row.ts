import { sql, type SQL } from 'drizzle-orm'
import type { IsoDate } from '../dates.ts'
import type { checkStates } from '../db/schema/findings.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { OverturnError } from '../errors.ts'
import { dollars } from '../money.ts'
import { percentOf } from '../patterns/row.ts'
import type { Condition } from '../patterns/scope/condition.ts'
import { scopeFrom } from '../patterns/scope/scoped.sql.ts'
import { namesFor } from '../patterns/search/names.sql.ts'
import { scopeSentence } from '../patterns/sentence.ts'
import { textsOfScope } from '../patterns/texts.ts'
import { measure } from '../payers/rules.ts'
import { elsewhereOf, missingForRelease, precisionOf, type Performance } from './rules.ts'
import type { Check } from './schemas.ts'

/** A check as it is stored. Its title is its pattern's, or, where the scope of that one has moved on, what its own scope says. */
export interface StoredCheck {
  id: string
  patternId: string
  title: string
  state: (typeof checkStates)[number]
  reason: string
  scope: Condition[]
  backTest: Performance
  latest: Performance | null
  evaluatedAt: Date | null
  since: IsoDate
  createdAt: Date
  createdBy: string
  liveAt: Date | null
  liveBy: string | null
  retiredAt: Date | null
  retiredBy: string | null
  retiredBecause: string | null
}

const columns =
  sql.raw(`k.id, k.pattern_id as "patternId", case when (p.denial_reason, p.scope) = (k.denial_reason, k.scope) then p.title end as title, k.state, k.denial_reason as reason, k.scope, k.back_test as "backTest", k.latest,
  k.evaluated_at as "evaluatedAt", k.since, k.created_at as "createdAt", k.created_by as "createdBy", k.live_at as "liveAt", k.live_by as "liveBy",
  k.retired_at as "retiredAt", k.retired_by as "retiredBy", k.retired_because as "retiredBecause"`)

/** The checks `k` that meet the condition, the latest first; `part` is some of them. */
export async function readChecks(db: Pick<TenantTransaction, 'rows'>, organizationId: number, which: SQL, part: SQL = sql``): Promise<StoredCheck[]> {
  const rows = await db.rows<Omit<StoredCheck, 'title'> & { title: string | null }>(sql`
    select ${columns} from pattern_checks k join patterns p on p.organization_id = k.organization_id and p.id = k.pattern_id
    where k.organization_id = ${organizationId} and p.organization_id = ${organizationId} and ${which} order by k.created_at desc, k.id ${part}`)
  const checks = rows.map((row) => ({ ...row, scope: scopeFrom(row.scope) }))
  const moved = checks.filter(({ title }) => title === null)
  if (moved.length === 0) return checks as StoredCheck[]
  const names = await namesFor(
    { rows: (query) => db.rows(query), organizationId },
    moved.flatMap(({ scope }) => scope),
  )
  return checks.map((check) => ({ ...check, title: check.title ?? textsOfScope(check.reason, scopeSentence(check.scope, names)).title }))
}

/** The check of that id; throws `not_found`. */
export async function knownCheck(db: Pick<TenantTransaction, 'rows'>, { id, name }: { id: number; name: string }, check: string): Promise<StoredCheck> {
  const [found] = await readChecks(db, id, sql`k.id = ${check}`)
  if (found) return found
  throw new OverturnError('not_found', `There is no check "${check}" in ${name}. The list of checks names those there are.`, { command: 'overturn checks' })
}

function performanceOf(performance: Performance): Check['backTest'] {
  const { start, end, claims, alerts, denied } = performance
  const { rate: precision, interval } = measure(precisionOf(performance))
  const elsewhere = elsewhereOf(performance)
  return {
    start,
    end,
    claims,
    alerts,
    alertsPerThousand: claims === 0 ? null : Math.round((alerts * 100_000) / claims) / 100,
    denied,
    precision,
    interval,
    rateElsewhere: percentOf(elsewhere.part, elsewhere.whole),
    deniedAmount: dollars(performance.dollars),
  }
}

/** The public shape. */
export function checkOf({ backTest, latest, evaluatedAt, createdAt, liveAt, retiredAt, ...check }: StoredCheck): Check {
  return {
    ...check,
    backTest: performanceOf(backTest),
    latest: latest && performanceOf(latest),
    missingForRelease: check.state === 'shadow' ? missingForRelease(latest) : null,
    evaluatedAt: evaluatedAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    liveAt: liveAt?.toISOString() ?? null,
    retiredAt: retiredAt?.toISOString() ?? null,
  }
}
