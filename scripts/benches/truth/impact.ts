import { familyOfCourses, impactOf, type Impact } from '../../../packages/core/src/impact/rules.ts'
import { total, WASHOUT_WEEKS, weekStart, type Course, type Week } from '../../../packages/core/src/impact/weeks.ts'
import { differenceInterval } from '../../../packages/core/src/statistics/proportions.ts'
import { Random } from '../../../packages/core/src/synthetic/random.ts'
import { AFTER, BEFORE, OTHERS, simulatedPractice, USUAL, type Scope, type Setting } from './impact-practice.ts'
import type { Trial, TrialResult } from './trial.ts'

const RUNS = 500
const SEED = 20_260_601
const DAY = '2026-01-05'
const DETECTED_AT = 3.3

interface Tried {
  impact: Impact
  /** Denials truly avoided, by the chances from which the claims were drawn. */
  truth: number
  /** The half year before against the half year after, as two proportions: whether it calls an improvement, and its fall of the rate in percent. */
  naive: { improved: boolean; fall: number }
}

const inWeeks = (weeks: readonly Week[], from: number, until: number) => weeks.filter(({ number }) => number >= from && number < until)

/** How far the scope stands out from the rest in the weeks of the search, in standard errors. */
function standsOut({ weeks }: Scope, { detection }: Setting): number {
  const { treated, control } = total(inWeeks(weeks, detection.from, detection.until))
  const pooled = (treated.denied + control.denied) / (treated.claims + control.claims)
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / treated.claims + 1 / control.claims))
  return (treated.denied / treated.claims - control.denied / control.claims) / error
}

const courseOf = ({ weeks }: Scope, { detection }: Setting): Course => ({
  intervention: DAY,
  detection: { start: weekStart(DAY, detection.from), end: weekStart(DAY, detection.until) },
  today: weekStart(DAY, AFTER),
  matureBefore: weekStart(DAY, AFTER),
  weeks,
})

/** A practice of which the scope with the highest rate among those found is trained for; null where nothing is found. */
function tryOnce(run: number, effect: number, setting: Setting): Tried | null {
  const random = new Random().start(SEED, 1, run)
  const scopes = simulatedPractice(random, effect, setting)
  const found = scopes.filter((scope) => standsOut(scope, setting) > DETECTED_AT)
  if (found.length === 0) return null
  const rateFound = ({ weeks }: Scope) => rateOf(inWeeks(weeks, setting.detection.from, setting.detection.until))
  const chosen = found.reduce((highest, scope) => (rateFound(scope) > rateFound(highest) ? scope : highest))
  const family = familyOfCourses(found.map((scope) => courseOf(scope, setting)))
  const truth = chosen.weeks.reduce(
    (sum, { number, treated }) => sum + (number >= WASHOUT_WEEKS ? treated.claims * chosen.rates[number + BEFORE]! * (1 - effect) : 0),
    0,
  )
  return { impact: impactOf(courseOf(chosen, setting), family), truth, naive: naiveOf(chosen.weeks, setting) }
}

function rateOf(weeks: readonly Week[]): number {
  const { treated } = total(weeks)
  return treated.denied / treated.claims
}

function naiveOf(weeks: readonly Week[], { detection }: Setting): Tried['naive'] {
  const before = inWeeks(weeks, detection.from, detection.until)
  const after = inWeeks(weeks, 0, 26)
  const proportion = (some: readonly Week[]) => ({ part: total(some).treated.denied, whole: total(some).treated.claims })
  const bounds = differenceInterval(proportion(before), proportion(after))
  return { improved: bounds !== null && bounds.low > 0, fall: (1 - rateOf(after) / rateOf(before)) * 100 }
}

function tryOften(runs: number, effect: number, setting: Setting): Tried[] {
  const tried: Tried[] = []
  for (let run = 0; tried.length < runs; run++) {
    const one = tryOnce(run, effect, setting)
    if (one) tried.push(one)
  }
  return tried
}

/** Those of which something could be said, and how many of their intervals hold the truth. */
function coverageOf(tried: readonly Tried[]): { told: Tried[]; covered: number } {
  const told = tried.filter(({ impact }) => impact.avoided !== null)
  return { told, covered: told.filter(({ impact: { avoided }, truth }) => avoided!.low <= truth && truth <= avoided!.high).length }
}

const share = (part: number, whole: number) => (whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)} %`)
const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!

function trial({ id, title, effect, method, limits }: { id: string; title: string; effect: number; method: string; limits: string[] }): Trial {
  return {
    id,
    title,
    method,
    run: async ({ share: part, say }): Promise<TrialResult> => {
      const runs = Math.max(10, Math.round(RUNS * part))
      say(`${id}: ${runs} runs`)
      const tried = tryOften(runs, effect, USUAL)
      const { told, covered } = coverageOf(tried)
      const coverage = told.length === 0 ? null : covered / told.length
      const others = OTHERS.map((setting) => {
        say(`${id}: ${setting.title}`)
        return { setting, ...coverageOf(tryOften(runs, effect, setting)) }
      })
      const naive = tried.filter((one) => one.naive.improved).length
      const errors = told.map(({ impact, truth }) => impact.avoided!.estimate - truth)
      return {
        runs,
        seeds: `${SEED}, stream 1, one number a run`,
        measures: [
          {
            what: effect === 1 ? '95 % interval covers 0' : '95 % interval covers the denials truly avoided',
            value: share(covered, told.length),
            bar: '93 to 97 %',
            met: coverage !== null && coverage >= 0.93 && coverage <= 0.97,
            beside:
              effect === 1
                ? `a plain before and after calls an improvement in ${share(naive, tried.length)}`
                : `a plain before and after calls one in ${share(naive, tried.length)}`,
          },
          {
            what: 'Improvement shown',
            value: share(told.filter(({ impact }) => impact.state === 'shown').length, told.length),
            bar: null,
            met: null,
          },
          {
            what: 'Denials avoided: median estimate less truth, of a median truth',
            value: `${median(errors).toFixed(1)} of ${median(told.map(({ truth }) => truth)).toFixed(0)}`,
            bar: null,
            met: null,
            beside: `rate before and after: a median fall of ${median(tried.map((one) => one.naive.fall)).toFixed(1)} %`,
          },
          { what: 'Runs with too little to say anything', value: String(tried.length - told.length), bar: null, met: null },
        ],
        tables: [
          {
            caption: 'The same in other settings (runs with too little to say anything left out)',
            head: ['Setting', 'Runs', 'Covered', 'Improvement shown'],
            rows: others.map(({ setting, told: some, covered: those }) => [
              setting.title,
              String(some.length),
              share(those, some.length),
              share(some.filter(({ impact }) => impact.state === 'shown').length, some.length),
            ]),
          },
        ],
        limits,
      }
    },
  }
}

const METHOD =
  'A practice of 40 scopes (7 of 10 near the rest, 3 clearly above it) by week: some 12 to 120 claims a week and scope, one trend, one course of the year and the shocks of single weeks shared with the claims to compare with, and shocks of each scope’s own, so that weeks differ by more than chance. A search looks at a half year that ends two weeks before the intervention; of the scopes that stand out by 3.3 standard errors the one with the highest rate is chosen. Baseline: the 52 weeks before those. After: 32 weeks behind two of washout.'

const LIMITS = [
  'Shocks of a scope’s own are independent from week to week; a cause that sets in with the intervention in this pattern alone is not told from it.',
  'Common shocks move the log-odds of all claims alike; where a pattern answers otherwise than its control, no comparison with that control can know.',
  'The claims to compare with are free of interventions.',
  'Where something was prevented the interval is a little too wide: chance among fewer denials is counted at the larger number that had been expected.',
]

export const impactTrials: Trial[] = [
  trial({
    id: 'impact-placebo',
    title: 'Impact ledger: a training without effect',
    effect: 1,
    method: `${METHOD} The intervention changes nothing. Counted: how often the interval of denials avoided covers 0.`,
    limits: LIMITS,
  }),
  trial({
    id: 'impact-effect',
    title: 'Impact ledger: three denials in ten prevented',
    effect: 0.7,
    method: `${METHOD} From the intervention on the chance of a denial is three tenths lower. Counted: how often the interval covers the denials truly avoided in the weeks after the washout, by the chances from which the claims were drawn.`,
    limits: LIMITS,
  }),
]
