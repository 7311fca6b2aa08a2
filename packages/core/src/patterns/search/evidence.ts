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
 * Which later claims speak for a finding. Those that the search itself kept apart, where both its parts found it; `alike` says that the first part
 * found nearly the same scope, so that the later claims speak for the pattern, but had a part in choosing the scope that is kept. Else, for a scope
 * that an earlier search found already, those served since: `since` gives their counts. What was known of the same scope stays until there is more; a
 * scope that moved begins anew, because the claims that moved it cannot speak for it.
 */
export function evidenceFor(
  { confirmation, alike }: Pick<Finding, 'confirmation'> & { alike: boolean },
  { window, laterStart }: SearchWindow,
  known: Pick<StoredPattern, 'seenUntil' | 'later'> | null,
  since: () => ScopeCounts | null,
): Evidence {
  const seen = known?.seenUntil ?? null
  if (confirmation) {
    const { counts, p, confirmed } = confirmation
    const unseen = alike ? window.end : laterStart
    const seenUntil = seen !== null && seen < unseen ? seen : unseen
    return { seenUntil, later: { start: laterStart, end: window.end, ...counts, p, confirmed } }
  }
  if (seen === null) return { seenUntil: window.end, later: null }
  const counts = since()
  return { seenUntil: seen, later: (counts && laterEvidence(counts, seen, window.end)) ?? known?.later ?? null }
}
