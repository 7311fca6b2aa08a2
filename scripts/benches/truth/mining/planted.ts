import { median, whole } from '../../imports/table.ts'
import { scopeFields, type Condition } from '../../../../packages/core/src/patterns/scope/condition.ts'
import type { Random } from '../../../../packages/core/src/synthetic/random.ts'
import type { Measure, Trial } from '../trial.ts'
import { makeDataSet, search, seedsText, setsOf } from './data-set.ts'
import { judge } from './judge.ts'
import { cellPatterns, guidePatterns } from './others.ts'
import { plant, type Planted, type Strength } from './plant.ts'
import { differenceOf, differences, PlantedTally, rowsOf, type Group } from './planted-tally.ts'
import { percent, scopeText, shareText } from './text.ts'

const STREAM = 102
const SETS = 100
const CLAIMS = 50_000
const PATTERNS = [3, 6] as const
const RATIOS = [2, 8] as const
const EXCESS = [60, 400] as const

/** Ratios evenly on the logarithm, so that as many lie between 2 and 4 as between 4 and 8. */
const drawStrength = (random: Random): Strength => ({
  conditions: random.between(1, 3),
  ratio: RATIOS[0] * (RATIOS[1] / RATIOS[0]) ** random.unit(),
  excess: EXCESS,
})

const between = (of: 'ratio' | 'excess', bounds: readonly number[]): Group[] =>
  bounds.slice(1).map((high, index) => {
    const low = bounds[index]!
    // A planted strength that came out a hair off its bound stays in the group it was planted for.
    const [from, to] = [index === 0 ? -Infinity : low, index === bounds.length - 2 ? Infinity : high]
    return { name: `${of === 'ratio' ? 'ratio' : 'excess'} ${low} to ${high}`, includes: (planted) => planted[of] >= from && planted[of] < to }
  })
const has = (test: (condition: Condition) => boolean) => (planted: Planted) => planted.scope.some(test)
const groups: Group[] = [
  ...between('ratio', [2, 3, 4, 6, 8]),
  ...between('excess', [60, 90, 150, 400]),
  ...[1, 2, 3].map((size): Group => ({ name: `${size} condition${size === 1 ? '' : 's'}`, includes: ({ scope }) => scope.length === size })),
  ...scopeFields.flatMap((field) =>
    (['is', 'has', 'lacks', 'startsWith', 'above'] as const).map((op): Group => ({
      name: `with ${field} ${op}`,
      includes: has((condition) => condition.field === field && condition.op === op),
    })),
  ),
]

/** Patterns are there: are they found, is what is found there, and in its very scope? */
export const plantedTrial: Trial = {
  id: 'planted',
  title: 'Planted patterns: at least 60 excess denials, risk ratio at least 2',
  method:
    'Each data set holds 50,000 claims of 1 to 4 lines of an invented practice of its own: 12 payers, 24 clinicians of six specialties, codes, diagnoses, places and modifiers as they ' +
    'go together, days to submission with a long tail. About 10 % are denied for everyday reasons; that rate differs by payer (0.8 to 1.25 times) and by clinician (0.85 to 1.2 ' +
    'times), which is no pattern. Then 3 to 6 patterns are planted: a scope of one to three conditions over every field, and a reason that is denied there 2 to 8 times as often as ' +
    'on all other claims (even on the logarithm), with 60 to 400 denials more than their rate would give. Each condition takes away at least a fifth of the claims that the others leave. ' +
    'Some reasons deny a claim as a whole, others a single line. A planted pattern is found when a finding of its reason covers at least half of the denials in its scope and at ' +
    'least half of the denials of the finding are there; a finding that finds none so is false. A scope is exact when its conditions are the planted ones or it holds the very same ' +
    'claims. All shares are of everything that was planted, also the exact ones.',
  run: ({ share, say }) => {
    const sets = setsOf(SETS, share)
    const [ours, guide, cells] = [new PlantedTally(), new PlantedTally(), new PlantedTally()]
    const searched: number[] = []
    const confirmed = { ofTrue: 0, true: 0, ofFalse: 0, false: 0 }
    for (let number = 0; number < sets; number++) {
      const { claims, random } = makeDataSet(STREAM, number, CLAIMS)
      const planted = plant(claims, random.between(...PATTERNS), () => drawStrength(random), random)
      const result = search(claims)
      const verdict = judge(claims, planted, result.findings)
      ours.add(planted, verdict)
      const guideSays = guidePatterns(claims)
      guide.add(planted, judge(claims, planted, guideSays))
      const cellsSay = cellPatterns(claims)
      cells.add(planted, judge(claims, planted, cellsSay))
      searched.push(result.searched)
      result.findings.forEach(({ reason, scope, counts, q, confirmation }, index) => {
        const isTrue = verdict.said[index]!
        if (confirmation) {
          confirmed[isTrue ? 'ofTrue' : 'ofFalse']++
          if (confirmation.confirmed) confirmed[isTrue ? 'true' : 'false']++
        }
        if (!isTrue) say(`data set ${number}: false: ${reason}: ${scopeText(scope)} (${counts.denied} of ${counts.population}, q ${q.toPrecision(2)})`)
      })
      for (const outcome of ours.outcomes.slice(-planted.length)) {
        const { planted: one, by } = outcome
        if (outcome.exact) continue
        const strength = `${one.population.size} claims, ratio ${one.ratio.toFixed(1)}, excess ${one.excess.toFixed(0)}`
        say(`data set ${number}: ${differenceOf(outcome)}: ${one.reason}: ${scopeText(one.scope)} (${strength})${by ? `; said: ${scopeText(by.scope)}` : ''}`)
      }
    }
    const measure = (what: string, count: (tally: PlantedTally) => [part: number, of: number], bar: number): Measure => {
      const [part, of] = count(ours)
      const beside = `by reason alone ${percent(...count(guide))}; cells ${percent(...count(cells))}`
      return { what, value: shareText(part, of), bar: `at least ${100 * bar} %`, met: part >= bar * of, beside }
    }
    return Promise.resolve({
      runs: sets,
      seeds: seedsText(STREAM),
      measures: [
        measure('recall: planted patterns that are found', ({ found, planted }) => [found, planted], 0.95),
        measure('precision: findings that are true', (tally) => [tally.true, tally.said], 0.95),
        measure('exact scope, of all that were planted', ({ exact, planted }) => [exact, planted], 0.8),
        { what: 'true findings that say again what another says better', value: shareText(ours.repeats, ours.true), bar: null, met: null },
        {
          what: 'true findings confirmed on the later half-year, where it could be asked',
          value: shareText(confirmed.true, confirmed.ofTrue),
          bar: null,
          met: null,
        },
        { what: 'false findings confirmed so', value: shareText(confirmed.false, confirmed.ofFalse), bar: null, met: null },
        {
          what: 'findings in a data set, mean',
          value: (ours.said / sets).toFixed(1),
          bar: null,
          met: null,
          beside: `by reason alone ${(guide.said / sets).toFixed(1)}; cells ${(cells.said / sets).toFixed(1)}`,
        },
        { what: 'scopes searched in a data set, median', value: whole(median(searched)), bar: null, met: null },
      ],
      tables: [
        {
          caption: 'The same by what was planted. A pattern stands once for each of its conditions at the end of the table.',
          head: ['planted', 'patterns', 'found', 'exact'],
          rows: rowsOf(ours.outcomes, groups),
        },
        {
          caption: 'What was said of the planted patterns.',
          head: ['scope', 'patterns', 'share'],
          rows: differences.map((difference) => {
            const count = ours.outcomes.filter((outcome) => differenceOf(outcome) === difference).length
            return [difference, String(count), percent(count, ours.planted)]
          }),
        },
      ],
      limits: [
        'Intervals take planted patterns as independent of each other; several share a data set, so they are a little too narrow.',
        'The practice is simpler than a real one: 12 payers, 24 clinicians, some 40 procedure codes and 50 diagnoses, three practices that bill, no trend over time. Real data have longer tails, and ' +
          'more attributes that go together, of which one is then named for the other.',
        'Conditions of the kind `not`, and a procedure code elsewhere on the claim, are not searched for and not planted.',
        'A scope with a condition that most of its claims meet anyway is not planted: nobody can tell it from the scope without the condition.',
      ],
    })
  },
}
