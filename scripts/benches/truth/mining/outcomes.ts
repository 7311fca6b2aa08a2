import { everydayDenials } from '../../../../packages/core/src/synthetic/denials.ts'
import type { Random } from '../../../../packages/core/src/synthetic/random.ts'
import type { SimulatedClaim } from './claims.ts'

/** Share of claims denied for everyday reasons, before the factors of payer and clinician. */
const EVERYDAY_RATE = 0.1

/** Each reason with whether it takes the whole claim or one line, as the invented group's payers have it. */
export const reasons: ReadonlyMap<string, { whole: boolean }> = new Map(everydayDenials.items.map(({ reason, whole }) => [reason, { whole }]))

export const isDenied = ({ reason, lines }: SimulatedClaim): boolean => reason !== null || lines.some((line) => line.reason !== null)

/** Denies claims for everyday reasons: how often depends on payer and clinician, for which reason on nothing. */
export function denyEveryday(claims: readonly SimulatedClaim[], random: Random): void {
  for (const claim of claims) {
    if (!random.chance(EVERYDAY_RATE * claim.factor)) continue
    const { reason, whole } = everydayDenials.pick(random.unit())
    if (whole) claim.reason = reason
    else claim.lines[random.between(0, claim.lines.length - 1)]!.reason = reason
  }
}

/**
 * Gives every claim the outcome of another, drawn at random: as many denials of each reason as before, and none has anything to do with its claim.
 * The denial of one line goes to any line of the claim that gets it.
 */
export function shuffleOutcomes(claims: readonly SimulatedClaim[], random: Random): void {
  const outcomes = claims.map(({ reason, lines }) => ({ reason, line: lines.find((line) => line.reason !== null)?.reason ?? null }))
  for (let last = outcomes.length - 1; last > 0; last--) {
    const other = random.between(0, last)
    const moved = outcomes[last]!
    outcomes[last] = outcomes[other]!
    outcomes[other] = moved
  }
  claims.forEach((claim, index) => {
    const { reason, line } = outcomes[index]!
    claim.reason = reason
    for (const each of claim.lines) each.reason = null
    if (line !== null) claim.lines[random.between(0, claim.lines.length - 1)]!.reason = line
  })
}
