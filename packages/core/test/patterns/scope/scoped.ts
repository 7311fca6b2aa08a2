import { sql } from 'drizzle-orm'
import type { Context } from '../../../src/context.ts'
import { scopeKeyOf, type Condition } from '../../../src/patterns/scope/condition.ts'

/** A pattern with a scope, as detection would leave it; `status` of its computation `computing` unless its days are still to be made. */
export async function insertScoped(
  { db, organization }: Context,
  { id, reason, scope, computation = 'computing' }: { id: string; reason: string; scope: readonly Condition[]; computation?: 'pending' | 'computing' },
): Promise<void> {
  await db.run(sql`
    insert into patterns (organization_id, id, title, category, denial_reason, scope, scope_key, computation_status)
    values (${organization.id}, ${id}, ${id}, 'unclassified', ${reason}, ${JSON.stringify(scope)}::jsonb, ${scopeKeyOf(reason, scope)}, ${computation})`)
}

/** The search has found another scope for the pattern. */
export async function changeScope(
  { db }: Pick<Context, 'db'>,
  { id, reason, scope }: { id: string; reason: string; scope: readonly Condition[] },
): Promise<void> {
  await db.run(sql`
    update patterns set scope = ${JSON.stringify(scope)}::jsonb, scope_key = ${scopeKeyOf(reason, scope)}, computation_status = 'pending' where id = ${id}`)
}

/** What the search said of a pattern: its q, the rest invented. */
export async function insertFinding({ db, organization }: Context, { id, q, denied = 30 }: { id: string; q: number; denied?: number }): Promise<void> {
  await db.run(sql`
    insert into pattern_findings (organization_id, pattern_id, window_start, window_end, population, denied, rest_population, rest_denied, ratio, ratio_low, p, q, searched, seen_until, last_found_at)
    values (${organization.id}, ${id}, '2025-04-01', '2026-04-01', 100, ${denied}, 1000, 50, 6, 4, ${q}, ${q}, 1000, '2026-01-01', now())`)
}
