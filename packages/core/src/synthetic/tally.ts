import { claimOutcome } from '../adjudication/rules.ts'
import type { DecisionRecord, ProviderLevelAdjustmentRecord, RemittanceRecord } from '../imports/records.ts'
import { decimalText } from '../money.ts'
import type { Calendar } from './calendar.ts'
import type { Submission } from './claim.ts'
import type { Course } from './course.ts'
import { plantedPatterns, type PlantedPattern } from './planted.ts'
import type { PatternTruth, Truth } from './truth.ts'

/** Counts what was generated, from the records as they are handed out. */
export function tallyOf(identity: { seed: number; months: number }, calendar: Calendar) {
  const counts = { claims: 0, predeterminations: 0, pending: 0, duplicates: 0, decided: 0, denied: 0, partiallyDenied: 0, overturned: 0, finallyDenied: 0 }
  const decisions = { original: 0, reversal: 0, predetermination: 0, secondary: 0 }
  const appeals = { pending: 0, upheld: 0, overturned: 0, partially_overturned: 0 }
  const cash = { submitted: 0, decided: 0, paid: 0, recovered: 0, providerLevel: 0, remitted: 0 }
  const reasons = new Map<string, { claims: number; lines: number; charge: number }>()
  const patterns = new Map(plantedPatterns.map(({ id }) => [id, { population: 0, denials: 0 }]))
  let remittances = 0
  let providerLevelAdjustments = 0

  function countDecision({ decisionKind, payerRank, paid }: DecisionRecord): void {
    if (payerRank === 'secondary') decisions.secondary += 1
    else if (decisionKind !== 'not_our_claim') decisions[decisionKind] += 1
    cash.paid += paid
  }

  function countReasons({ lines }: DecisionRecord): void {
    const seen = new Set<string>()
    for (const {
      verdict: { reason },
      charge,
    } of lines) {
      if (reason === null) continue
      const count = reasons.get(reason) ?? { claims: 0, lines: 0, charge: 0 }
      if (!seen.has(reason)) count.claims += 1
      count.lines += 1
      count.charge += charge
      reasons.set(reason, count)
      seen.add(reason)
    }
  }

  function countScopes(first: DecisionRecord, { hits }: Course): void {
    for (const { pattern, lines } of hits) {
      const count = patterns.get(pattern.id) as { population: number; denials: number }
      count.population += 1
      if (lines.some((line) => first.lines[line - 1]?.verdict.reason === pattern.denial.reason)) count.denials += 1
    }
  }

  function countDenial(first: DecisionRecord, { decisions: all }: Course): void {
    const later = all.filter(({ payerRank }, index) => index > 0 && payerRank === 'primary')
    const recovered = later.reduce((sum, { paid }) => sum + paid, 0)
    const last = later.at(-1) ?? first
    cash.recovered += recovered
    if (recovered > 0) counts.overturned += 1
    if (claimOutcome(last.verdict, last.lines).outcome === 'denied') counts.finallyDenied += 1
  }

  return {
    submission({ claim }: Submission, course: Course): void {
      counts.claims += 1
      cash.submitted += claim.billed
      for (const decision of course.decisions) countDecision(decision)
      for (const { outcome } of course.appeals) appeals[outcome] += 1
      const first = course.decisions[0]
      if (claim.use === 'predetermination') counts.predeterminations += 1
      else if (!first) counts.pending += 1
      else {
        const { outcome, duplicate } = claimOutcome(first.verdict, first.lines)
        if (outcome !== 'paid') countReasons(first)
        if (duplicate) {
          counts.duplicates += 1
          return
        }
        counts.decided += 1
        cash.decided += claim.billed
        countScopes(first, course)
        if (outcome === 'paid') return
        counts[outcome === 'denied' ? 'denied' : 'partiallyDenied'] += 1
        countDenial(first, course)
      }
    },
    remittance(record: RemittanceRecord | ProviderLevelAdjustmentRecord): void {
      if (record.kind === 'plb') {
        providerLevelAdjustments += 1
        cash.providerLevel += record.amount
      } else {
        remittances += 1
        cash.remitted += record.payment
      }
    },
    truth(): Truth {
      return {
        ...identity,
        asOf: calendar.asOf,
        ...counts,
        decisions,
        appeals,
        remittances,
        providerLevelAdjustments,
        denialsByReason: [...reasons]
          .map(([reason, { claims, lines, charge }]) => ({ reason, claims, lines, charge: decimalText(charge) }))
          .sort((left, right) => right.claims - left.claims || left.reason.localeCompare(right.reason)),
        cash: {
          submitted: decimalText(cash.submitted),
          decided: decimalText(cash.decided),
          paid: decimalText(cash.paid),
          recovered: decimalText(cash.recovered),
          providerLevel: decimalText(cash.providerLevel),
          remitted: decimalText(cash.remitted),
        },
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
