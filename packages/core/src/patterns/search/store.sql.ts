import { createHash } from 'node:crypto'
import { sql, type SQL } from 'drizzle-orm'
import { describeReason } from '../../adjudication/reasons.ts'
import type { IsoDate } from '../../dates.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import type { Identity } from '../identity/rules.ts'
import type { Finding } from '../mining/finding.ts'
import { inOrder } from '../scope/condition.ts'
import { scopeSentence, type Names } from '../sentence.ts'
import { textsOfScope } from '../texts.ts'
import type { Evidence } from './evidence.ts'
import { readStored, stateOf, type StoredPattern } from './stored.sql.ts'

/** Any number that no other lock of Overturn has. */
const LOCK = 704_606

type Keyed = Finding & { key: string }
export interface FoundPattern extends Identity<Keyed, StoredPattern> {
  evidence: Evidence
}

/** A search as it is kept. `reasons`: for how many reasons claims were denied. */
export interface SearchRow {
  windowStart: IsoDate
  windowEnd: IsoDate
  laterStart: IsoDate
  claims: number
  reasons: number
  searched: number
  found: number
  confirmed: number
  durationMs: number
}

export interface Keeping {
  /** The patterns as they were when it was decided which of them were found. */
  stored: string
  patterns: readonly FoundPattern[]
  merged: readonly { known: StoredPattern; into: Keyed }[]
  search: SearchRow
  names: Names
  now: Date
}

/**
 * Writes what a search found, all at once. Null, and nothing is written, when the patterns are no longer as they were: another search was
 * quicker, and what was found has to be compared with them anew.
 */
export async function keepFindings(
  tx: TenantTransaction,
  organizationId: number,
  { stored, patterns, merged, search, names, now }: Keeping,
): Promise<{ created: string[]; patterns: string[] } | null> {
  await tx.run(sql`select pg_advisory_xact_lock(${LOCK}, ${organizationId})`)
  if (stateOf(await readStored(tx, organizationId)) !== stored) return null
  const taken = new Set((await tx.rows<{ id: string }>(sql`select id from patterns where organization_id = ${organizationId}`)).map(({ id }) => id))
  const rows = patterns.map((pattern) => rowOf(pattern, pattern.known?.id ?? newId(pattern.found.key, taken), names, search))
  const idOf = new Map(rows.map(({ id, scope_key: key }) => [key, id]))
  const isOf = new Map(patterns.map((pattern, at) => [rows[at]!.id, pattern]))
  const created = rows.filter(({ id }) => isOf.get(id)!.known === null)
  const moved = rows.filter(({ id }) => isOf.get(id)!.known)
  await tx.run(insertPatterns(organizationId, created, now))
  // A scope may go to where another one leaves: keys are unique at every moment, so those that move let go of theirs first.
  await tx.run(letGo(organizationId, moved))
  await tx.run(movePatterns(organizationId, moved, now))
  // What somebody put away keeps its scope, and the finding that goes with it.
  await tx.run(
    upsertFindings(
      organizationId,
      rows.filter(({ id, moves }) => !moves || isOf.get(id)!.known?.status !== 'archived'),
      now,
    ),
  )
  const lineage = [
    ...patterns.flatMap(({ known, found }) =>
      known && known.key !== found.key && known.status !== 'archived'
        ? [{ id: known.id, kind: 'scope_changed', other: null, before: known.scope, after: inOrder(found.scope) }]
        : [],
    ),
    ...patterns.flatMap(({ found, splitFrom }) =>
      splitFrom ? [{ id: idOf.get(found.key)!, kind: 'split_from', other: splitFrom.id, before: splitFrom.scope, after: inOrder(found.scope) }] : [],
    ),
    ...merged.map(({ known, into }) => ({ id: known.id, kind: 'merged_into', other: idOf.get(into.key)!, before: known.scope, after: inOrder(into.scope) })),
  ]
  if (lineage.length > 0) await tx.run(insertLineage(organizationId, lineage, now))
  await tx.run(insertSearch(organizationId, search, now))
  return { created: created.map(({ id }) => id), patterns: rows.map(({ id }) => id) }
}

/** The id follows from the scope; where a pattern has it whose scope has moved on since, from the scope and a number. */
export function newId(key: string, taken: Set<string>): string {
  for (let number = 0; ; number++) {
    const text = number === 0 ? key : `${key}#${number}`
    const id = `PTN-${createHash('md5').update(text).digest('hex').slice(0, 8).toUpperCase()}`
    if (taken.has(id)) continue
    taken.add(id)
    return id
  }
}

function rowOf({ found, known, evidence: { seenUntil, later } }: FoundPattern, id: string, names: Names, search: SearchRow) {
  const { reason, counts, ratio } = found
  const { category, action } = describeReason(reason)
  const { suggestedAction, title, description } = textsOfScope(reason, scopeSentence(found.scope, names))
  return {
    id,
    title,
    description,
    category,
    action_category: action,
    suggested_action: suggestedAction,
    denial_reason: reason,
    scope: inOrder(found.scope),
    scope_key: found.key,
    moves: known !== null && known.key !== found.key,
    window_start: search.windowStart,
    window_end: search.windowEnd,
    population: counts.population,
    denied: counts.denied,
    rest_population: counts.restPopulation,
    rest_denied: counts.restDenied,
    ratio: ratio.estimate,
    ratio_low: ratio.low,
    ratio_high: ratio.high,
    p: found.p,
    q: found.q,
    searched: search.searched,
    seen_until: seenUntil,
    confirmed: later?.confirmed ?? null,
    later_start: later?.start ?? null,
    later_end: later?.end ?? null,
    later_population: later?.population ?? null,
    later_denied: later?.denied ?? null,
    later_rest_population: later?.restPopulation ?? null,
    later_rest_denied: later?.restDenied ?? null,
    later_p: later?.p ?? null,
  }
}

type Row = ReturnType<typeof rowOf>
const asPatterns = (rows: readonly object[]): SQL => sql`json_populate_recordset(null::patterns, ${JSON.stringify(rows)}::json) r`

const insertPatterns = (organizationId: number, rows: readonly Row[], now: Date): SQL => sql`
  insert into patterns (organization_id, id, title, description, category, origin, denial_reason, scope, scope_key, suggested_action, action_category, detected_at, last_updated)
  select ${organizationId}::int, r.id, r.title, r.description, r.category, 'detected', r.denial_reason, r.scope, r.scope_key, r.suggested_action, r.action_category, ${now}, ${now}
  from ${asPatterns(rows)}`

const letGo = (organizationId: number, rows: readonly Row[]): SQL => sql`
  update patterns p set scope_key = null from ${asPatterns(rows.filter(({ moves }) => moves))}
  where p.organization_id = ${organizationId} and p.id = r.id and p.status <> 'archived'`

/** Words are said anew with every finding, as payers and providers get names. A scope that moved has other claims: they are computed again. */
const movePatterns = (organizationId: number, rows: readonly Row[], now: Date): SQL => sql`
  update patterns p set title = r.title, description = r.description, scope = r.scope, scope_key = r.scope_key, last_updated = ${now},
    computation_status = case when p.scope_key is null then 'pending' else p.computation_status end
  from ${asPatterns(rows)}
  where p.organization_id = ${organizationId} and p.id = r.id and p.status <> 'archived'
    and (p.title, p.description, p.scope_key) is distinct from (r.title, r.description, r.scope_key)`

const FINDING = [
  'window_start',
  'window_end',
  'population',
  'denied',
  'rest_population',
  'rest_denied',
  'ratio',
  'ratio_low',
  'ratio_high',
  'p',
  'q',
  'searched',
  'seen_until',
  'confirmed',
  'later_start',
  'later_end',
  'later_population',
  'later_denied',
  'later_rest_population',
  'later_rest_denied',
  'later_p',
] as const satisfies readonly (keyof Row)[]
const columns = (prefix = '') => sql.raw(FINDING.map((column) => prefix + column).join(', '))

const upsertFindings = (organizationId: number, rows: readonly Row[], now: Date): SQL => sql`
  insert into pattern_findings (organization_id, pattern_id, ${columns()}, last_found_at)
  select ${organizationId}::int, (one.value ->> 'id')::text, ${columns('r.')}, ${now}
  from json_array_elements(${JSON.stringify(rows)}::json) one cross join lateral json_populate_record(null::pattern_findings, one.value) r
  on conflict (organization_id, pattern_id) do update set (${columns()}, last_found_at) = row(${columns('excluded.')}, excluded.last_found_at)`

const insertLineage = (organizationId: number, rows: readonly object[], now: Date): SQL => sql`
  insert into pattern_lineage (organization_id, pattern_id, kind, other_id, scope_before, scope_after, recorded_at)
  select ${organizationId}::int, r.id, r.kind, r.other, r.before, r.after, ${now}
  from json_to_recordset(${JSON.stringify(rows)}::json) as r(id text, kind text, other text, before jsonb, after jsonb)`

const insertSearch = (organizationId: number, search: SearchRow, now: Date): SQL => sql`
  insert into pattern_searches (organization_id, searched_at, window_start, window_end, later_start, claims, reasons, searched, found, confirmed, duration_ms)
  values (${organizationId}, ${now}, ${search.windowStart}, ${search.windowEnd}, ${search.laterStart}, ${search.claims}, ${search.reasons}, ${search.searched},
          ${search.found}, ${search.confirmed}, ${search.durationMs})`
