import { describeReason } from '../adjudication/reasons.ts'
import type { Condition } from '../patterns/scope/condition.ts'
import { groupName } from '../patterns/sentence.ts'
import { preventionOf } from '../patterns/texts.ts'
import type { CheckedClaim } from './claim-input.ts'
import { elsewhereOf, precisionOf, type Performance } from './rules.ts'
import { measure } from '../payers/rules.ts'

/**
 * Why a line is likely to be denied, in one sentence with its evidence.
 * "Northfield denies 99213 when modifier 25 is missing: Modifier missing or inconsistent. Of 120 such claims 32 were denied for “Modifier missing or inconsistent” (26.7 %, 95 %
 * interval 19.6 to 35.2 %); of other claims 2.1 %."
 */
export function whyOf(title: string, reason: string, evidence: Performance): string {
  const { rate, interval } = measure(precisionOf(evidence))
  const elsewhere = measure(elsewhereOf(evidence)).rate
  const of = `Of ${evidence.alerts} such claims ${evidence.denied} were denied for “${reason}”`
  const counted =
    rate === null || interval === null ? of : `${of} (${rate.toFixed(1)} %, 95 % interval ${interval.low.toFixed(1)} to ${interval.high.toFixed(1)} %)`
  return `${title}. ${counted}${elsewhere === null ? '' : `; of other claims ${elsewhere.toFixed(1)} %`}.`
}

/** What would take the line out of the scope, where that is in the hands of who sends it; then what prevents denials of this kind. Never empty. */
export function fixesOf(reason: string, scope: readonly Condition[], claim: Pick<CheckedClaim, 'hasAuthorization'>): string[] {
  const { category } = describeReason(reason)
  const own = scope.toSorted((a, b) => Number(isLacking(b)) - Number(isLacking(a))).flatMap((condition) => changeOf(condition) ?? [])
  const authorization =
    category !== 'authorization' || claim.hasAuthorization === null
      ? []
      : [
          claim.hasAuthorization
            ? 'Make sure that the authorization on the claim covers this service, its dates and its units.'
            : 'Put the number of the prior authorization on the claim; there is none on it.',
        ]
  return [...own, ...authorization, preventionOf(reason)]
}

/** What is missing comes first: it is what somebody can add. */
const isLacking = ({ op }: Condition) => op === 'lacks' || op === 'not'

/** Who pays, who renders and what kind of claim it is nobody changes for the sake of a payer's edit. */
function changeOf(condition: Condition): string | null {
  const { field, op, value } = condition
  const missing = isLacking(condition)
  switch (field) {
    case 'modifier':
      return missing ? `Add modifier ${value} if the record supports it.` : `Check whether modifier ${value} is right here.`
    case 'diagnosis':
      if (missing) return `Add diagnosis ${value} if the record supports it.`
      return op === 'startsWith'
        ? `Check whether the record supports a diagnosis that does not begin with ${value}.`
        : `Check whether the record supports another or a more exact diagnosis than ${value}.`
    case 'placeOfService':
      return missing ? `Check whether the place of service should be ${value}.` : `Check whether place of service ${value} is right.`
    case 'procedureCode':
    case 'procedureGroup':
      if (op === 'has') return `Check whether this may be billed with ${wordsOf(field, value)} on the same claim.`
      return missing ? `Check whether ${wordsOf(field, value)} belongs on this claim.` : null
    case 'daysToSubmission':
      return op === 'above' ? `It is sent more than ${value} days after the service: send within that time, or with proof of why it is late.` : null
    default:
      return null
  }
}

const wordsOf = (field: 'procedureCode' | 'procedureGroup', value: string | number) =>
  field === 'procedureCode' ? String(value) : `a code for ${groupName(String(value))}`
