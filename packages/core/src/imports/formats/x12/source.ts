import type { ClaimRecord, DecisionRecord } from '../../records.ts'
import { keepSource } from '../../source-text.ts'
import type { Excerpt } from './excerpt.ts'
import type { Position } from './issues.ts'

/** Notes the segments of a claim or claim payment that ends here; `at` is its first. */
export function noteSource(record: ClaimRecord | DecisionRecord, at: Position, excerpt: Excerpt): void {
  const text = excerpt.own()
  if (text !== null) keepSource(record, { segment: at.number, text })
}
