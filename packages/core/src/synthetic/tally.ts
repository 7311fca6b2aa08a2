import { claimOutcome } from '../adjudication/rules.ts'
import type { DecisionRecord } from '../imports/records.ts'
import type { Calendar } from './calendar.ts'
import type { Submission } from './claim.ts'
import { claimTally } from './claim-tally.ts'
import type { Course } from './course.ts'
import { plantedPatterns, type PlantedPattern } from './planted.ts'
import type { PatternTruth, Truth } from './truth.ts'

/** Counts what was generated, from the records as they are handed out, and what of it lies in a planted pattern. */
export function tallyOf(identity: { seed: number; months: number }, calendar: Calendar) {
  const claims = claimTally()
  const patterns = new Map(plantedPatterns.map(({ id }) => [id, { population: 0, denials: 0 }]))

  function countScopes(first: DecisionRecord, { hits }: Course): void {
    for (const { pattern, lines } of hits) {
      const count = patterns.get(pattern.id) as { population: number; denials: number }
      count.population += 1
      if (lines.some((line) => first.lines[line - 1]?.verdict.reason === pattern.denial.reason)) count.denials += 1
    }
  }

  return {
    submission({ claim }: Submission, course: Course): void {
      claims.history(claim, course.decisions)
      const [first] = course.decisions
      if (claim.use === 'claim' && first && !claimOutcome(first.verdict, first.lines).duplicate) countScopes(first, course)
    },
    remittance: claims.remittance,
    truth(): Truth {
      return {
        ...identity,
        asOf: calendar.asOf,
        ...claims.counts(),
        patterns: plantedPatterns.map((pattern) => ({ ...describe(pattern, calendar), ...(patterns.get(pattern.id) ?? { population: 0, denials: 0 }) })),
      }
    },
  }
}

function describe(
  { id, sentence, denial: { reason, group, carc, rarc }, scope, shape }: PlantedPattern,
  calendar: Calendar,
): Omit<PatternTruth, 'population' | 'denials'> {
  return {
    id,
    sentence,
    reason,
    group,
    carc,
    rarc,
    scope,
    shape:
      shape.kind === 'grows'
        ? { ...shape, start: calendar.text(calendar.firstDay) }
        : { kind: shape.kind, rate: shape.rate, on: shape.kind === 'constant' ? null : calendar.text(shape.at) },
  }
}
