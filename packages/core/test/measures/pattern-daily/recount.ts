import { sql } from 'drizzle-orm'
import type { Context } from '../../../src/context.ts'
import type { Condition } from '../../../src/patterns/scope/condition.ts'
import { meetsScope } from '../../../src/patterns/scope/meets.ts'
import { readScopeClaims, type ScopeClaim } from '../../patterns/scope/claims.ts'

interface Claim {
  id: string
  day: string | null
  use: string
  initial: string | null
  final: string | null
  duplicate: boolean
  reason: string | null
  denied: number
  open: number
  lines: { number: number; denied: boolean; still: boolean; duplicate: boolean; reason: string | null; billed: number }[]
  appeals: { filed: string | null; decided: string | null; outcome: string }[]
}

/** The days of the patterns counted claim by claim in plain JavaScript: another way to the same rows. Amounts in cents. */
export async function recountDays({ db, organization }: Context) {
  const claims = await db.rows<Claim>(sql`
    select c.id, c.date_of_service as day, c.use, c.initial_outcome as initial, c.final_outcome as final, c.is_duplicate as duplicate, c.denial_reason as reason,
      (c.denied_amount * 100)::int as denied, (c.open_denied_amount * 100)::int as open,
      (select coalesce(json_agg(json_build_object('number', l.line_number, 'denied', l.initially_denied, 'still', l.finally_denied, 'duplicate', l.is_duplicate, 'reason', l.denial_reason,
        'billed', (l.billed_amount * 100)::int)), '[]') from claim_line_items l where l.claim_id = c.id) as lines,
      (select coalesce(json_agg(json_build_object('filed', a.appeal_date, 'decided', a.decided_on, 'outcome', a.outcome)), '[]') from claim_appeals a where a.claim_id = c.id) as appeals
    from claims c`)
  const patterns = await db.rows<{ id: string; reason: string; scope: Condition[] }>(
    sql`select id, denial_reason as reason, scope from patterns where scope_key is not null and status <> 'archived'`,
  )
  const scopes = new Map((await readScopeClaims({ db, organization })).map((claim) => [claim.id, claim]))
  const rows = new Map<string, Record<string, number>>()
  const add = (pattern: string, day: string | null, changes: Record<string, number>) => {
    if (day === null) return
    const key = `${pattern} ${day}`
    const row = rows.get(key) ?? { claims: 0, denied: 0, dollars: 0, atRisk: 0, appeals: 0, decided: 0, overturned: 0 }
    for (const [name, change] of Object.entries(changes)) row[name] = (row[name] ?? 0) + change
    rows.set(key, row)
  }
  for (const claim of claims) {
    if (claim.use !== 'claim' || claim.duplicate || claim.initial === null) continue
    for (const { id, reason, scope } of patterns) {
      const inScope = linesInScope(scopes.get(claim.id)!, scope)
      if (inScope.length === 0) continue
      add(id, claim.day, { claims: 1 })
      const denials = denialsOf(claim).filter((denial) => denial.reason === reason && (denial.line === 0 || inScope.includes(denial.line)))
      if (denials.length === 0) continue
      add(id, claim.day, { denied: 1 })
      for (const denial of denials) add(id, claim.day, { dollars: denial.amount, atRisk: denial.open })
      for (const { filed, decided, outcome } of claim.appeals) {
        add(id, filed, { appeals: 1 })
        if (outcome !== 'pending') add(id, decided, { decided: 1, overturned: Number(outcome !== 'upheld') })
      }
    }
  }
  return Object.fromEntries([...rows].sort())
}

/** A claim without lines has one of which nothing is said, number 0. */
const linesInScope = ({ lines, ...claim }: ScopeClaim, scope: readonly Condition[]): number[] =>
  lines.filter((line) => meetsScope(scope, claim, line)).map(({ number }) => number)

function denialsOf(claim: Claim): { line: number; reason: string | null; amount: number; open: number }[] {
  const denied = claim.lines.filter((line) => line.denied)
  if (denied.length > 0)
    return denied
      .filter((line) => !line.duplicate)
      .map(({ number, reason, billed, still }) => ({ line: number, reason, amount: billed, open: still ? billed : 0 }))
  if (claim.denied === 0) return []
  const open = claim.final === 'denied' ? claim.denied : claim.final === 'partially_denied' ? Math.min(claim.open, claim.denied) : 0
  return [{ line: 0, reason: claim.reason, amount: claim.denied, open }]
}

/** The same rows as the table has them. */
export async function storedDays({ db }: Context) {
  const rows = await db.rows<Record<string, number | string>>(sql`
    select pattern_id as pattern, metric_date as day, claim_count as claims, denied_count as denied, (dollars_denied * 100)::int as dollars, (dollars_at_risk * 100)::int as "atRisk",
           appeal_count as appeals, appeals_decided_count as decided, overturn_count as overturned
    from pattern_daily_metrics order by pattern_id, metric_date`)
  return Object.fromEntries(rows.map(({ pattern, day, ...numbers }) => [`${pattern} ${day}`, numbers]))
}
