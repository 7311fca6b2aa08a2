import { procedureGroupOf } from '../../../../packages/core/src/codes/groups.ts'
import type { LineShape } from '../../../../packages/core/src/patterns/mining/claim-shape.ts'
import { DAYS_TO_SUBMISSION, inOrder, type Condition } from '../../../../packages/core/src/patterns/scope/condition.ts'
import { weighted, type Random } from '../../../../packages/core/src/synthetic/random.ts'
import type { SimulatedClaim } from './claims.ts'
import { lineMeets } from './extent.ts'

/** Payers make most rules; the others come up about alike. */
const kinds = weighted<(claim: SimulatedClaim, line: LineShape, random: Random) => Condition | null>([
  [({ payer }) => is('payer', payer), 8],
  [({ provider }, { renderingProvider }, random) => is('provider', random.chance(0.3) ? provider : renderingProvider), 2],
  [(_, { procedureCode }) => is('procedureCode', procedureCode), 3],
  [(_, { procedureCode }) => is('procedureGroup', procedureGroupOf(procedureCode)), 2],
  [familyBeside, 2],
  [(_, { modifiers }, random) => (modifiers.length === 0 ? null : { field: 'modifier', op: 'has', value: oneOf(modifiers, random) }), 3],
  [modifierMissing, 6],
  [diagnosis, 3],
  [(_, { placeOfService }) => is('placeOfService', placeOfService), 2],
  [({ claimType }) => is('claimType', claimType), 3],
  [late, 2],
])

const is = (field: Condition['field'], value: string | null): Condition | null => (value === null ? null : { field, op: 'is', value })
const oneOf = <T>(items: readonly T[], random: Random): T => items[random.between(0, items.length - 1)]!

function familyBeside({ lines }: SimulatedClaim, line: LineShape, random: Random): Condition | null {
  const own = procedureGroupOf(line.procedureCode)
  const others = lines.map(({ procedureCode }) => procedureGroupOf(procedureCode)).filter((family) => family !== null && family !== own)
  return others.length === 0 ? null : { field: 'procedureGroup', op: 'has', value: oneOf(others, random)! }
}

const MISSED = ['25', '26', 'LT', 'RT', '59', 'GP', '95']
function modifierMissing(_: SimulatedClaim, { modifiers }: LineShape, random: Random): Condition {
  return {
    field: 'modifier',
    op: 'lacks',
    value: oneOf(
      MISSED.filter((one) => !modifiers.includes(one)),
      random,
    ),
  }
}

/** A chapter, a category or one code. */
function diagnosis(_: SimulatedClaim, { diagnoses }: LineShape, random: Random): Condition {
  const code = oneOf(diagnoses, random)
  const length = oneOf([1, 3, code.length], random)
  return length === code.length ? { field: 'diagnosis', op: 'is', value: code } : { field: 'diagnosis', op: 'startsWith', value: code.slice(0, length) }
}

function late({ submittedLaterThan }: SimulatedClaim, _: LineShape, random: Random): Condition | null {
  const exceeded = DAYS_TO_SUBMISSION.filter((threshold) => threshold <= submittedLaterThan)
  return exceeded.length === 0 ? null : { field: 'daysToSubmission', op: 'above', value: oneOf(exceeded, random) }
}

/** So many conditions that some line of the practice meets; null when the draw came to nothing. */
export function drawScope(claims: readonly SimulatedClaim[], wanted: number, random: Random): Condition[] | null {
  const claim = oneOf(claims, random)
  const line = oneOf(claim.lines, random)
  const scope: Condition[] = []
  for (let attempt = 0; attempt < 10 && scope.length < wanted; attempt++) {
    const condition = kinds.pick(random.unit())(claim, line, random)
    if (condition && !scope.some(({ field, op }) => field === condition.field && op === condition.op)) scope.push(condition)
  }
  return scope.length === wanted ? inOrder(scope) : null
}

/** Of the claims that the other conditions leave, each condition keeps at most this share: one that keeps nearly all cannot be told from none. */
const KEPT = 0.8

/** Claims in the scope; null for a scope with a condition that does next to nothing. Counted in one pass: the scope, and it without each condition. */
export function populationOf(scope: readonly Condition[], claims: readonly SimulatedClaim[]): number | null {
  let population = 0
  const without = scope.map(() => 0)
  for (const claim of claims) {
    const unmet = claim.lines.map((line) => scope.findIndex((condition) => !lineMeets([condition], claim, line)))
    const isIn = unmet.includes(-1)
    if (isIn) population++
    for (let left = 0; left < without.length; left++) if (isIn || isInWithout(scope, left, claim, unmet)) without[left]!++
  }
  return without.every((count) => population <= KEPT * count) ? population : null
}

/** Only a line of which `left` is the first condition not met can be in the scope without it. */
function isInWithout(scope: readonly Condition[], left: number, claim: SimulatedClaim, unmet: readonly number[]): boolean {
  return unmet.some((first, at) => first === left && lineMeets(scope.slice(left + 1), claim, claim.lines[at]!))
}
