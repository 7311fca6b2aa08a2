import { describe, expect, it } from 'vitest'
import { makeDataSet } from '../../../../scripts/benches/truth/mining/data-set.ts'
import { claimMeets, lineMeets } from '../../../../scripts/benches/truth/mining/extent.ts'
import { cellPatterns, guidePatterns } from '../../../../scripts/benches/truth/mining/others.ts'
import { isDenied, shuffleOutcomes } from '../../../../scripts/benches/truth/mining/outcomes.ts'
import { plant } from '../../../../scripts/benches/truth/mining/plant.ts'
import { drawScope } from '../../../../scripts/benches/truth/mining/scopes.ts'
import type { SimulatedClaim } from '../../../../scripts/benches/truth/mining/claims.ts'
import { addDays } from '../../src/dates.ts'
import type { LineShape } from '../../src/patterns/mining/claim-shape.ts'
import { Sample } from '../../src/patterns/mining/sample.ts'
import { countScope } from '../../src/patterns/mining/count-scope.ts'
import { meetsScope } from '../../src/patterns/scope/meets.ts'
import { several, simulated } from './claims.ts'

/** Each reason with how many claims have it, in order. */
const outcomesOf = (claims: readonly SimulatedClaim[]) =>
  Object.entries(
    Object.groupBy(
      claims.map(({ reason, lines }) => reason ?? lines.find((line) => line.reason)?.reason ?? ''),
      (reason) => reason,
    ),
  )
    .map(([reason, of]) => `${of!.length} ${reason}`)
    .toSorted()

describe('a data set', () => {
  it('is the same for its number, and another for the next', () => {
    expect(makeDataSet(101, 1, 500).claims).toEqual(makeDataSet(101, 1, 500).claims)
    expect(makeDataSet(101, 2, 500).claims).not.toEqual(makeDataSet(101, 1, 500).claims)
  })

  it('keeps every outcome when they are shuffled, and gives them to other claims', () => {
    const { claims, random } = makeDataSet(101, 3, 2000)
    const before = { outcomes: outcomesOf(claims), denied: claims.map(isDenied) }
    shuffleOutcomes(claims, random)
    expect(outcomesOf(claims)).toEqual(before.outcomes)
    expect(claims.map(isDenied)).not.toEqual(before.denied)
  })

  it('says of scopes what the rules for scopes say', { timeout: 60_000 }, () => {
    const { claims, random } = makeDataSet(101, 4, 300)
    const scopes = Array.from({ length: 300 }, (_, index) => drawScope(claims, 1 + (index % 3), random)).filter((scope) => scope !== null)
    const both = scopes.map((scope) => [
      claims.map((claim) => claim.lines.map((line) => lineMeets(scope, claim, line))),
      claims.map((claim) => claim.lines.map((line) => meetsScope(scope, recordOf(claim), lineOf(line)))),
    ])
    for (const [ours, rules] of both) expect(ours).toEqual(rules)
    expect(both.flat(3).filter(Boolean).length).toBeGreaterThan(1000)
  })
})

describe('plant', () => {
  it('plants as many as wanted, each as strong as wanted, as the counts of the search have it', { timeout: 60_000 }, () => {
    const { claims, random } = makeDataSet(102, 1, 10_000)
    const planted = plant(claims, 3, () => ({ conditions: random.between(1, 2), ratio: 4, excess: [30, 200] }), random)
    const sample = new Sample()
    for (const claim of claims) sample.add(claim)
    expect(planted).toHaveLength(3)
    for (const { reason, scope, population, ratio, excess } of planted) {
      const counts = countScope(sample, reason, scope)
      expect(counts.population).toBe(population.size)
      expect(claims.filter((claim) => claimMeets(scope, claim))).toHaveLength(population.size)
      const elsewhere = counts.restDenied / counts.restPopulation
      expect(ratio).toBeCloseTo(counts.denied / counts.population / elsewhere, 9)
      expect(excess).toBeCloseTo(counts.denied - counts.population * elsewhere, 6)
      expect(ratio).toBeGreaterThanOrEqual(3.95)
      expect(excess).toBeGreaterThanOrEqual(29)
    }
  })
})

describe('what others say of the same claims', () => {
  it('by reason alone: five denials within 30 days', () => {
    const onDays = (...days: number[]) => days.map((day) => simulated({ day, reason: 'Late' }))
    expect(guidePatterns(onDays(0, 7, 14, 21, 29))).toEqual([{ reason: 'Late', scope: [] }])
    expect(guidePatterns(onDays(0, 7, 14, 21, 30))).toEqual([])
  })

  it('cells: five denials of a reason at twice its overall rate', () => {
    const elsewhere = several(40, () => simulated({ payer: 'payer-02' }))
    const cell = (denied: number, paid: number) => [...several(denied, () => simulated({ reason: 'Late' })), ...several(paid, () => simulated()), ...elsewhere]
    // 5 of 20 against 5 of 60 overall; 4 are too few; 5 of 50 against 5 of 90 are not twice as many.
    expect(cellPatterns(cell(5, 15))).toHaveLength(1)
    expect(cellPatterns(cell(4, 15))).toEqual([])
    expect(cellPatterns(cell(5, 45))).toEqual([])
  })
})

const DAY = '2026-01-01'
const recordOf = ({ payer, provider, claimType, submittedLaterThan, lines }: SimulatedClaim) => ({
  payerId: payer,
  providerId: provider,
  renderingProviderId: null,
  claimType: claimType as 'professional',
  serviceDate: DAY,
  submissionDate: addDays(DAY, submittedLaterThan + 1),
  placeOfService: null,
  procedureCodes: lines.flatMap(({ procedureCode }) => procedureCode ?? []),
  diagnosisCodes: [],
})
const lineOf = ({ procedureCode, modifiers, diagnoses, placeOfService, renderingProvider }: LineShape) => ({
  procedureCode,
  modifiers: [...modifiers],
  diagnosisCodes: [...diagnoses],
  placeOfService,
  renderingProviderId: renderingProvider,
})
