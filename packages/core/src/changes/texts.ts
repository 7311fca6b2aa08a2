import type { ChangeRecord } from './store.sql.ts'

/** "Northfield Health: denials for Authorization absent rose from 4.1 % to 9.0 % for services from 2026-01-12 on (95 %: 2026-01-08 to 2026-01-15). ..." */
export function changeMessage(change: ChangeRecord & { id: number }, { payer, pattern }: { payer: string | null; pattern: string | null }): string {
  const { id, direction, rateBefore, rateAfter, onset, onsetLow, onsetHigh, claimsSince, deniedSince, computedUntil, runLength } = change
  const percent = (rate: number) => `${rate.toFixed(1)} %`
  const what = change.subject === 'pattern' ? `the pattern "${pattern ?? change.patternId}"` : change.denialReason
  const denials = change.payerId === null ? 'Denials' : `${payer ?? (change.payerId || 'Unknown payer')}: denials`
  const number = (count: number) => count.toLocaleString('en-US')
  return (
    `${denials} for ${what} ${direction === 'up' ? 'rose' : 'fell'} from ${percent(rateBefore)} to ${percent(rateAfter)} for services from ${onset} on ` +
    `(95 %: ${onsetLow} to ${onsetHigh}): ${number(deniedSince)} of ${number(claimsSince)} claims up to ${computedUntil}. ` +
    `Where nothing changes, such a call comes once in ${number(runLength)} claims. The claims: change ${id}.`
  )
}
