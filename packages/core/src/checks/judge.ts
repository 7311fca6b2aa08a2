import { dollars } from '../money.ts'
import { meetsScope } from '../patterns/scope/meets.ts'
import { measure } from '../payers/rules.ts'
import { fixesOf, whyOf } from './advice.ts'
import type { CheckedClaim, CheckedLine } from './claim-input.ts'
import type { StoredCheck } from './row.ts'
import { elsewhereOf, evidenceOf, mostSpecific, precisionOf } from './rules.ts'

export type RunningCheck = Pick<StoredCheck, 'id' | 'patternId' | 'title' | 'state' | 'reason' | 'scope' | 'backTest' | 'latest'>

/** The lines of a claim that checks speak of, with what they say: of each reason the most specific live check, and beside it the most specific in shadow. */
export function judge(claim: CheckedClaim, checks: readonly RunningCheck[]) {
  return claim.lines.flatMap((line) => {
    const speaking = checks
      .filter(({ scope }) => meetsScope(scope, claim, line))
      .map((check) => ({ ...check, evidence: evidenceOf(check.backTest, check.latest) }))
    const said = (['live', 'shadow'] as const).flatMap((state) => mostSpecific(speaking.filter((check) => check.state === state)))
    if (said.length === 0) return []
    const { lineNumber, procedureCode, billed } = line
    return [{ lineNumber, procedureCode, atStake: billed === null ? null : dollars(billed), alerts: said.map((check) => alertOf(check, claim, line)) }]
  })
}

function alertOf(check: RunningCheck & { evidence: StoredCheck['backTest'] }, claim: CheckedClaim, { billed }: CheckedLine) {
  const { id, patternId, title, state, reason, scope, evidence } = check
  const { rate, interval } = measure(precisionOf(evidence))
  return {
    check: id,
    pattern: patternId,
    state,
    reason,
    scope,
    evidence: {
      start: evidence.start,
      end: evidence.end,
      claims: evidence.alerts,
      denied: evidence.denied,
      rate,
      interval,
      rateElsewhere: measure(elsewhereOf(evidence)).rate,
    },
    why: whyOf(title, reason, evidence),
    fixes: fixesOf(reason, scope, claim),
    atStake: billed === null ? null : dollars(billed),
  }
}
