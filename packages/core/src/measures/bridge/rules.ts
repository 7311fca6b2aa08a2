import { claimsOf, definitionKeys, unitOf, type DefinitionKey, type Unit } from './definitions.ts'
import { reasonsBetween, type ReasonKey } from './reasons.ts'
import type { Fractions, Tally } from './sql.ts'

/** Numerator and denominator, in claims, lines or cents. */
export interface Fraction {
  unit: Unit
  numerator: number
  denominator: number
}

/** Steps that count the same claims by another unit, not other claims. */
export const unitSteps = ['by_claim', 'by_line', 'by_dollar'] as const
export type UnitStep = (typeof unitSteps)[number]
const STEP_TO: Record<Unit, UnitStep> = { claims: 'by_claim', lines: 'by_line', dollars: 'by_dollar' }

export interface Step extends Fraction {
  key: ReasonKey | UnitStep
  /** Claims that the step adds or takes away; of a step to another unit: the denied claims that it counts by it. */
  claims: number
  /** What it changes; null where the unit changes, and nothing is left to subtract from. */
  change: { numerator: number; denominator: number } | null
}

export interface Waterfall {
  from: Fraction
  steps: Step[]
  to: Fraction
}

/** The steps out of the unit of one definition, to claims, and into that of another; null where it counts claims anyway. */
export function stepsBetweenUnits(from: DefinitionKey, to: DefinitionKey): { out: UnitStep | null; in: UnitStep | null } {
  if (from === to) return { out: null, in: null }
  return { out: unitOf(from) === 'claims' ? null : 'by_claim', in: unitOf(to) === 'claims' ? null : STEP_TO[unitOf(to)] }
}

/** Every definition over all claims: the sum over the tallies. */
export function totalsOf(tallies: readonly Tally[]): Fractions {
  const sumOf = (key: DefinitionKey) => ({
    numerator: tallies.reduce((sum, { fractions }) => sum + fractions[key].numerator, 0),
    denominator: tallies.reduce((sum, { fractions }) => sum + fractions[key].denominator, 0),
  })
  return Object.fromEntries(definitionKeys.map((key) => [key, sumOf(key)])) as Fractions
}

/** Tallies of several parts of a period as those of the whole. */
export function addTallies(parts: readonly Tally[]): Tally[] {
  return [...Map.groupBy(parts, ({ reason }) => reason)].map(([reason, tallies]) => ({
    reason,
    claims: tallies.reduce((sum, { claims }) => sum + claims, 0),
    fractions: totalsOf(tallies),
  }))
}

/**
 * The way from one definition to another: out of the first one's unit to claims, the claims that the two count differently, reason by reason,
 * and into the second one's unit. The steps add up exactly, because each holds what both definitions say of the same claims.
 */
export function waterfallOf(tallies: readonly Tally[], from: DefinitionKey, to: DefinitionKey): Waterfall {
  const totals = totalsOf(tallies)
  const [base, target] = [claimsOf(from), claimsOf(to)]
  const at = (key: DefinitionKey): Fraction => ({ unit: unitOf(key), ...totals[key] })
  const units = stepsBetweenUnits(from, to)
  const steps: Step[] = []
  if (units.out) steps.push({ key: units.out, claims: totals[base].numerator, change: null, ...at(base) })
  let { numerator, denominator } = totals[base]
  for (const key of reasonsBetween(base, target)) {
    const tally = tallies.find(({ reason }) => reason === key)
    if (!tally) continue
    const before = tally.fractions[base]
    const after = tally.fractions[target]
    const change = { numerator: after.numerator - before.numerator, denominator: after.denominator - before.denominator }
    numerator += change.numerator
    denominator += change.denominator
    steps.push({ key, claims: tally.claims, change, unit: 'claims', numerator, denominator })
  }
  if (units.in) steps.push({ key: units.in, claims: totals[target].numerator, change: null, ...at(to) })
  return { from: at(from), steps, to: at(to) }
}
