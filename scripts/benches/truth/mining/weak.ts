import type { Random } from '../../../../packages/core/src/synthetic/random.ts'
import type { Trial } from '../trial.ts'
import { makeDataSet, search, seedsText, setsOf } from './data-set.ts'
import { judge } from './judge.ts'
import { plant, type Strength } from './plant.ts'
import { PlantedTally } from './planted-tally.ts'
import { percent, shareText } from './text.ts'

const STREAM = 103
const SETS = 100
const CLAIMS = 50_000
/** Three patterns of each data set have the first ratio: the curve is about it; the others show what a ratio does. */
const RATIOS = [1.5, 2, 4, 8] as const
const RATIO_OF = [1.5, 2, 1.5, 4, 1.5, 8] as const
const LEAST_EXCESS = [20, 30, 40, 50] as const
const WIDTH = 10

/** Sizes take turns; only the number of conditions is drawn, and drawn again where no scope of that strength has so many. */
function strengthOf(number: number, pattern: number, random: Random): Strength {
  const least = LEAST_EXCESS[(number + pattern) % LEAST_EXCESS.length]!
  return { conditions: random.between(1, 3), ratio: RATIO_OF[pattern]!, excess: [least, least + WIDTH] }
}

/** Where does the search begin to see? */
export const weakTrial: Trial = {
  id: 'weak',
  title: 'Weaker patterns: risk ratio 1.5, 20 to 60 excess denials',
  method:
    'As the trial of planted patterns, with six weaker ones in each data set: half of them with a risk ratio of 1.5, the others of 2, 4 and 8, all with 20 to 60 excess denials. A ratio of ' +
    '1.5 with 40 excess denials means 120 denials where 80 are expected: at this size, and with as many scopes searched as there are, chance alone looks like that. Recall is a curve over size, not a bar.',
  run: ({ share, say }) => {
    const sets = setsOf(SETS, share)
    const tally = new PlantedTally()
    for (let number = 0; number < sets; number++) {
      const { claims, random } = makeDataSet(STREAM, number, CLAIMS)
      const planted = plant(claims, RATIO_OF.length, (pattern) => strengthOf(number, pattern, random), random)
      tally.add(planted, judge(claims, planted, search(claims).findings))
      if ((number + 1) % 10 === 0) say(`${number + 1} of ${sets} data sets: ${tally.found} of ${tally.planted} found`)
    }
    const cell = (ratio: number, least: number) => {
      const own = tally.outcomes.filter(({ planted: { wanted } }) => wanted.ratio === ratio && wanted.excess[0] === least)
      const found = own.filter(({ by }) => by !== null).length
      return own.length === 0 ? 'none' : `${percent(found, own.length)} of ${own.length}`
    }
    const weakest = tally.outcomes.filter(({ planted }) => planted.wanted.ratio === RATIOS[0])
    return Promise.resolve({
      runs: sets,
      seeds: seedsText(STREAM),
      measures: [
        { what: 'recall at a ratio of 1.5', value: shareText(weakest.filter(({ by }) => by !== null).length, weakest.length), bar: null, met: null },
        { what: 'precision of all findings of these data sets', value: shareText(tally.true, tally.said), bar: null, met: null },
      ],
      tables: [
        {
          caption: 'Recall by excess denials (rows) and risk ratio (columns).',
          head: ['excess denials', ...RATIOS.map((ratio) => `ratio ${ratio}`)],
          rows: LEAST_EXCESS.map((least) => [`${least} to ${least + WIDTH}`, ...RATIOS.map((ratio) => cell(ratio, least))]),
        },
      ],
      limits: ['Precision is told for completeness: with only weak patterns in the data there is little to find, and each false finding weighs more.'],
    })
  },
}
