import { reasons } from '../adjudication/catalogue/reasons.ts'
import type { PatternCategory } from '../adjudication/catalogue.ts'
import { describeReason } from '../adjudication/reasons.ts'
import type { CheckedClaim, CheckedLine } from '../checks/claim-input.ts'
import type { Condition } from '../patterns/scope/condition.ts'
import { meetsScope } from '../patterns/scope/meets.ts'

/** A reason in a scope. */
export interface Denying {
  reason: string
  scope: readonly Condition[]
}

/** Denials of these kinds say that the claim was put down wrong: another claim for the same service would have been paid. */
const EDITABLE: ReadonlySet<PatternCategory> = new Set<PatternCategory>(['modifier-missing', 'code-mismatch', 'coding-specificity'])
const FIELDS: ReadonlySet<Condition['field']> = new Set<Condition['field']>(['modifier', 'diagnosis', 'placeOfService'])

/** What could have been put down otherwise on such a claim: these conditions, or the number of an authorization. Neither: no edit is the answer. */
export interface Answers {
  conditions: readonly Condition[]
  authorization: boolean
}

/** Who pays, who rendered, what was done and when is as it was: only what describes the service on the claim can have been wrong. */
export function answersOf({ reason, scope }: Denying): Answers {
  if (reason === reasons.authorization.label) return { conditions: [], authorization: true }
  const editable = EDITABLE.has(describeReason(reason).category) || reason === reasons.bundled.label
  return { conditions: editable ? scope.filter(({ field }) => FIELDS.has(field)) : [], authorization: false }
}

export const hasAnswer = ({ conditions, authorization }: Answers): boolean => authorization || conditions.length > 0

/** Whether a line is one that is denied so. An authorization on the claim answers a denial for want of one, which no scope asks about. */
export function speaksOf({ reason, scope }: Denying, claim: CheckedClaim, line: CheckedLine): boolean {
  if (reason === reasons.authorization.label && claim.hasAuthorization === true) return false
  return meetsScope(scope, claim, line)
}

/** The scope without what would give the answer away. */
export const situationOf = ({ reason, scope }: Denying): Condition[] => {
  const { conditions } = answersOf({ reason, scope })
  return scope.filter((condition) => !conditions.includes(condition))
}

/** Where on the claim to look, in a word. */
export function placeInWords({ conditions: [first], authorization }: Answers): string {
  if (authorization) return 'authorization'
  return first === undefined ? 'claim' : { modifier: 'modifiers', diagnosis: 'diagnoses', placeOfService: 'place of service' }[first.field as 'modifier']
}

/** What paid claims have instead, in one sentence. */
export function paidInWords({ conditions, authorization }: Answers): string {
  const said = [...(authorization ? ['carry the number of an authorization'] : []), ...conditions.map(instead)]
  return `Paid claims like this one ${said.join(', or ')}.`
}

function instead({ field, op, value }: Condition): string {
  const missing = op === 'lacks' || op === 'not'
  if (field === 'modifier') return missing ? `carry modifier ${value}` : `go without modifier ${value}`
  if (field === 'placeOfService') return missing ? `name place of service ${value}` : `name another place of service than ${value}`
  if (op === 'startsWith') return `name a diagnosis that does not begin with ${value}`
  return missing ? `name diagnosis ${value}` : `name another diagnosis than ${value}`
}
