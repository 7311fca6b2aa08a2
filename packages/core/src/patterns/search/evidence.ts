import type { IsoDate } from '../../dates.ts'
import { confirm } from '../mining/confirm.ts'
import type { Finding, ScopeCounts } from '../mining/finding.ts'
import type { StoredLater, StoredPattern } from './stored.sql.ts'
import type { SearchWindow } from './window.ts'

/** What a later period says of a scope that was chosen without it; null while it holds too few claims. */
export function laterEvidence(counts: ScopeCounts, start: IsoDate, end: IsoDate): StoredLater | null {
  const said = confirm(counts)
  return said && { start, end, ...counts, p: said.p, confirmed: said.confirmed }
}

export interface Evidence {
  /** Claims served before this day were seen when the scope was chosen. */
  seenUntil: IsoDate
  later: StoredLater | null
}

/**
 * Which later claims speak for a finding. Those that the search itself kept apart, where both its parts found it. Else, for a scope that an earlier search
 * found already, those served since: `since` gives their counts. What was known of the same scope stays until there is more; a scope that moved
 * begins anew, because the claims that moved it cannot speak for it.
 */
export function evidenceFor(
  { confirmation }: Pick<Finding, 'confirmation'>,
  { window, laterStart }: SearchWindow,
  known: Pick<StoredPattern, 'seenUntil' | 'later'> | null,
  since: () => ScopeCounts | null,
): Evidence {
  const seen = known?.seenUntil ?? null
  if (confirmation) {
    const { counts, p, confirmed } = confirmation
    const seenUntil = seen !== null && seen < laterStart ? seen : laterStart
    return { seenUntil, later: { start: laterStart, end: window.end, ...counts, p, confirmed } }
  }
  if (seen === null) return { seenUntil: window.end, later: null }
  const counts = since()
  return { seenUntil: seen, later: (counts && laterEvidence(counts, seen, window.end)) ?? known?.later ?? null }
}
