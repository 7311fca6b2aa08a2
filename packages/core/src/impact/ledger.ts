import { sql } from 'drizzle-orm'
import { defineOperation } from '../operation.ts'
import { percentOf } from '../measures/dashboard/rules.ts'
import { independent, together, type Together } from './levels.ts'
import { readLedger, type Entry } from './read.ts'
import { ledgerInput, ledgerOutput } from './schemas.ts'
import { avoidedShown, entryShown, verifiedShown } from './shown.ts'
import { readVerifiedSums, sinceOf } from './verified.ts'

export const impactLedger = defineOperation({
  name: 'impact.ledger',
  kind: 'read',
  summary: 'What came of what was done about denials: cash verified by remittances, and denials avoided against comparable claims; the two are never added up.',
  input: ledgerInput,
  output: ledgerOutput,
  async run(context) {
    const { db, organization, now } = context
    const { today, entries, overlaps, paidShare, recomputing } = await readLedger(context)
    const level = (wanted: Entry['level']) => entries.filter((entry) => entry.level === wanted)
    const [patterns, lessons] = [level('pattern'), level('lesson')]
    const counted = new Set(independent(entries, overlaps))
    const verified = await readVerifiedSums(context, sinceOf(entries), today)
    const byProvider = providersOf([...counted])
    const ids = [...new Set([...byProvider.keys(), ...verified.providers.keys()])].sort()
    const names = new Map(
      (
        await db.rows<{ id: string; name: string | null }>(
          sql`select id, name from providers where organization_id = ${organization.id} and id = any(${sql.param(ids)}::text[])`,
        )
      ).map(({ id, name }) => [id, name]),
    )
    return {
      verified: verifiedShown(verified.all),
      avoided: shownTogether(together([...counted])),
      patterns: patterns.map((entry) => entryShown(entry, verified.patterns.get(entry.patternId), counted.has(entry))),
      lessons: lessons.map((entry) => entryShown(entry, verified.lessons.get(entry.patternId), counted.has(entry))),
      providers: ids.map((id) => ({
        providerId: id,
        providerName: names.get(id) ?? null,
        verified: verifiedShown(verified.providers.get(id)),
        avoided: shownTogether(together(byProvider.get(id) ?? [])),
      })),
      paidShare: paidShare === null ? null : percentOf(paidShare, 1),
      recomputing,
      asOf: now.toISOString(),
    }
  },
})

const shownTogether = (sum: Together) => ({ ...avoidedShown(sum), measured: sum.measured })

/** Entries by the provider that their scope names. */
function providersOf(entries: readonly Entry[]): Map<string, Entry[]> {
  const named = new Map<string, Entry[]>()
  for (const entry of entries)
    for (const { field, op, value } of entry.subject.scope)
      if (field === 'provider' && op === 'is') named.set(String(value), [...(named.get(String(value)) ?? []), entry])
  return named
}
