import { slicesOf, type Slices } from '../../computation/slices.ts'
import { todayOf, type Context } from '../../context.ts'
import type { ClaimShape } from '../mining/claim-shape.ts'
import { countScope } from '../mining/count-scope.ts'
import type { Finding, ScopeCounts } from '../mining/finding.ts'
import { readShapes } from '../mining/read-shapes.ts'
import { Sample } from '../mining/sample.ts'
import { searchPatternsInTurns } from '../mining/search.ts'
import { scopeKeyOf, type Condition } from '../scope/condition.ts'
import { identify } from '../identity/rules.ts'
import { overlapsIn } from '../identity/overlap.ts'
import { evidenceFor } from './evidence.ts'
import { namesFor } from './names.sql.ts'
import { keepFindings, type FoundPattern, type SearchRow } from './store.sql.ts'
import { readStored, stateOf, type StoredPattern } from './stored.sql.ts'
import { daysOf, searchWindow, type SearchWindow } from './window.ts'

/** What one search was about, and what came of it. */
export interface Search extends Omit<SearchRow, 'durationMs'> {
  /** Ids of patterns that are new. */
  created: string[]
  /** Ids of all that were found. */
  patterns: string[]
  /** Claims of the window denied for a reason, of all that were searched. */
  deniedFor: (reason: string) => number
}

/** So often another run may change the patterns while this one decides which of them it found. */
const ATTEMPTS = 5

/**
 * Searches the claims of the last two years for scopes in which a reason is denied more often than elsewhere, and keeps what it finds: new patterns,
 * known ones found again, what merged and what came apart. The claims and days of patterns that are new or moved are not computed here: these are
 * `pending` until src/computation/recompute.ts has done so. Null where no day is mature yet. ADR 0018.
 */
export async function searchScopes(context: Context, slices: Slices = slicesOf(context.db)): Promise<Search | null> {
  const { db, now } = context
  const began = performance.now()
  const period = await searchWindow(db, todayOf(context))
  if (period === null) return null
  const { window, laterStart } = period
  const sample = new Sample()
  const denied = new Map<string, number>()
  const see = (shape: ClaimShape) => {
    sample.add(shape)
    for (const reason of reasonsOf(shape)) denied.set(reason, (denied.get(reason) ?? 0) + shape.count)
  }
  const reading = { organizationId: db.organizationId, decidedUntil: todayOf(context) }
  await readShapes(slices, { ...reading, days: daysOf({ start: window.start, end: laterStart }) }, false, see)
  await readShapes(slices, { ...reading, days: daysOf({ start: laterStart, end: window.end }) }, true, see)

  const { findings, searched, claims } = await searchPatternsInTurns(sample)
  const found = findings.map((finding) => ({ ...finding, key: scopeKeyOf(finding.reason, finding.scope), alike: isOnlyAlike(sample, finding) }))
  const overlapOf = overlapsIn(sample)
  const names = await namesFor(
    db,
    found.flatMap(({ scope }) => scope),
  )
  const since = sinceCounts(context, slices, period)
  const row = { windowStart: window.start, windowEnd: window.end, laterStart, claims, reasons: denied.size, searched }

  for (let attempt = 1; ; attempt++) {
    const stored = await readStored(db, db.organizationId)
    const { all, merged } = identify(found, stored, overlapOf)
    const patterns: FoundPattern[] = []
    for (const identity of all) {
      const unmoved = identity.known?.key === identity.found.key ? identity.known : null
      const counts = unmoved && !identity.found.confirmation ? await since(unmoved) : null
      patterns.push({ ...identity, evidence: evidenceFor(identity.found, period, unmoved, () => counts) })
    }
    const confirmed = patterns.filter(({ evidence }) => evidence.later?.confirmed).length
    const search = { ...row, found: patterns.length, confirmed }
    const durationMs = Math.round(performance.now() - began)
    const kept = await db.transaction((tx) =>
      keepFindings(tx, db.organizationId, { stored: stateOf(stored), patterns, merged, search: { ...search, durationMs }, names, now }),
    )
    if (kept) return { ...search, ...kept, deniedFor: (reason) => denied.get(reason) ?? 0 }
    if (attempt === ATTEMPTS) throw new Error('the patterns changed each time that findings were about to be kept')
  }
}

/** Whether the later claims tested nearly this scope and not this very one, which then counts otherwise on them. */
function isOnlyAlike(sample: Sample, { confirmation, reason, scope }: Finding): boolean {
  if (confirmation === null) return false
  const own = countScope(sample, reason, scope, { later: true })
  return own.population !== confirmation.counts.population || own.denied !== confirmation.counts.denied
}

/** For which reasons a claim was denied, each once. */
const reasonsOf = ({ reason, lines }: ClaimShape): Set<string> => new Set([reason, ...lines.map((line) => line.reason)].filter((one) => one !== null))

/** Counts of a stored scope on claims served since it was last chosen: read once more, because the search knows of two parts only. */
function sinceCounts(context: Context, slices: Slices, { window }: SearchWindow): (pattern: StoredPattern) => Promise<ScopeCounts | null> {
  const samples = new Map<string, Promise<Sample>>()
  const read = async (start: string): Promise<Sample> => {
    const sample = new Sample()
    const of = { organizationId: context.db.organizationId, decidedUntil: todayOf(context), days: daysOf({ start, end: window.end }) }
    await readShapes(slices, of, true, (shape) => sample.add(shape))
    return sample
  }
  return async ({ seenUntil, reason, scope }: { seenUntil: string | null; reason: string; scope: readonly Condition[] }) => {
    if (seenUntil === null || seenUntil >= window.end) return null
    const start = seenUntil < window.start ? window.start : seenUntil
    const known = samples.get(start) ?? read(start)
    samples.set(start, known)
    return countScope(await known, reason, scope)
  }
}
