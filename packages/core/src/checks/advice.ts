import { describeReason } from '../adjudication/reasons.ts'
import type { Condition } from '../patterns/scope/condition.ts'
import { PREVENTION } from '../patterns/texts.ts'
import type { CheckedClaim } from './claim-input.ts'
import { elsewhereOf, precisionOf, type Performance } from './rules.ts'
import { measure } from '../payers/rules.ts'

/**
 * Why a line is likely to be denied, in one sentence with its evidence.
 * "Northfield denies 99213 without modifier 25: of 120 such claims 32 were denied for “Modifier missing or inconsistent” (26.67 %, 95 % interval 19.6 to
 * 35.2 %); of other claims 2.1 %."
 */
export function whyOf(title: string, reason: string, evidence: Performance): string {
  const { rate, interval } = measure(precisionOf(evidence))
  const elsewhere = measure(elsewhereOf(evidence)).rate
  const of = `of ${evidence.alerts} such claims ${evidence.denied} were denied for “${reason}”`
  const counted = rate === null || interval === null ? of : `${of} (${rate} %, 95 % interval ${interval.low} to ${interval.high} %)`
  return `${title}: ${counted}${elsewhere === null ? '' : `; of other claims ${elsewhere} %`}.`
}

/** What would take the line out of the scope, where that is in the hands of who sends it; then what prevents denials of this kind. Never empty. */
export function fixesOf(reason: string, scope: readonly Condition[], claim: Pick<CheckedClaim, 'hasAuthorization'>): string[] {
  const { category } = describeReason(reason)
  const own = scope.flatMap((condition) => changeOf(condition) ?? [])
  const authorization =
    category !== 'authorization' || claim.hasAuthorization === null
      ? []
      : [
          claim.hasAuthorization
            ? 'Make sure that the authorization on the claim covers this service, its dates and its units.'
            : 'Put the number of the prior authorization on the claim; there is none on it.',
        ]
  return [...own, ...authorization, PREVENTION[category]]
}

/** Who pays, who renders and what kind of claim it is nobody changes for the sake of a payer's edit. */
function changeOf({ field, op, value }: Condition): string | null {
  const isLacking = op === 'lacks' || op === 'not'
  switch (field) {
    case 'modifier':
      return isLacking ? `Add modifier ${value} if the record supports it.` : `Check whether modifier ${value} is right here.`
    case 'diagnosis':
      return isLacking
        ? `Add diagnosis ${value} if the record supports it.`
        : `Check whether the record supports another or a more exact diagnosis than ${value}${op === 'startsWith' ? '…' : ''}.`
    case 'placeOfService':
      return isLacking ? `Check whether the place of service should be ${value}.` : `Check whether place of service ${value} is right.`
    case 'procedureCode':
    case 'procedureGroup':
      if (op === 'has') return `Check whether this may be billed together with ${wordsOf(field, value)} on one claim.`
      return isLacking ? `Check whether ${wordsOf(field, value)} belongs on this claim.` : null
    case 'daysToSubmission':
      return op === 'above' ? `It is sent more than ${value} days after the service: send within that time, or with proof of why it is late.` : null
    default:
      return null
  }
}

const wordsOf = (field: 'procedureCode' | 'procedureGroup', value: string | number) =>
  field === 'procedureCode' ? `procedure ${value}` : `a service of the kind “${String(value).replaceAll('-', ' ')}”`
