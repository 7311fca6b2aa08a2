import { OverturnError } from '../errors.ts'
import { percentOf } from '../measures/dashboard/rules.ts'
import { dollars } from '../money.ts'
import { defineOperation } from '../operation.ts'
import { knownPattern } from '../patterns/no-pattern.ts'
import { methodOf } from './method.ts'
import { readLedger, type Entry } from './read.ts'
import { getInput, getOutput, type ImpactDetail } from './schemas.ts'
import { entryShown } from './shown.ts'
import { independent } from './levels.ts'
import { readVerifiedSums, sinceOf } from './verified.ts'
import { seenWeeks, total, WASHOUT_WEEKS, weekStart, type Side, type Week } from './weeks.ts'

export const getImpact = defineOperation({
  name: 'impact.get',
  kind: 'read',
  summary: 'What came of what was done about one pattern, or of its lesson: claims before and after beside comparable ones, week by week, and the method.',
  input: getInput,
  output: getOutput,
  async run(context, { patternId, level }) {
    const { db, organization, now } = context
    await db.transaction((tx) => knownPattern(tx, organization, patternId))
    const { today, entries, overlaps, paidShare, recomputing } = await readLedger(context)
    const entry = entries.find((one) => one.patternId === patternId && one.level === level)
    if (!entry) throw nothingDone(patternId, level)
    const verified = await readVerifiedSums(context, sinceOf([entry]), today)
    const { impact, course } = entry
    return {
      ...entryShown(entry, verified[level === 'pattern' ? 'patterns' : 'lessons'].get(patternId), independent(entries, overlaps).includes(entry)),
      baselineFrom: impact.baseline?.kind ?? null,
      control: entry.control,
      before: impact.baseline && compared(impact.baseline.weeks),
      after: course && compared(impact.after),
      change: impact.change && { low: inPercent(impact.change.low), estimate: inPercent(impact.change.estimate), high: inPercent(impact.change.high) },
      meanDeniedAmount: entry.meanDenied === null ? null : dollars(entry.meanDenied),
      paidShare: paidShare === null ? null : percentOf(paidShare, 1),
      weekly: weeklyOf(entry),
      method: methodOf(entry),
      recomputing,
      asOf: now.toISOString(),
    }
  },
})

function nothingDone(patternId: string, level: string): OverturnError {
  const remedy =
    level === 'lesson'
      ? 'Somebody has to complete a practice of it first.'
      : 'Record what is done about it (overturn actions record), on the day on which it is done.'
  return new OverturnError(
    'not_found',
    `Nothing is recorded that was done about pattern "${patternId}" (${level}), so that nothing can have come of it. ${remedy}`,
  )
}

/** A change of log-odds as a change of odds in percent, with one decimal. */
const inPercent = (change: number) => Math.round((Math.exp(change) - 1) * 1000) / 10 + 0

const sideShown = ({ claims, denied }: Side) => ({ claims, denied, denialRate: percentOf(denied, claims) })

function compared(weeks: readonly Week[]) {
  const { treated, control } = total(weeks)
  return { weeks: weeks.length, treated: sideShown(treated), control: sideShown(control) }
}

function weeklyOf({ course, impact }: Entry): ImpactDetail['weekly'] {
  if (course === null) return []
  const numbers = (weeks: readonly Week[]) => new Set(weeks.map(({ number }) => number))
  const [baseline, seen, after] = [numbers(impact.baseline?.weeks ?? []), numbers(seenWeeks(course)), numbers(impact.after)]
  const useOf = (number: number) => {
    if (baseline.has(number)) return 'baseline'
    if (seen.has(number)) return 'seen'
    if (after.has(number)) return 'after'
    return number >= 0 && number < WASHOUT_WEEKS ? 'washout' : 'unused'
  }
  return course.weeks.map(({ number, treated, control }) => ({
    week: weekStart(course.intervention, number),
    number,
    use: useOf(number),
    treated: sideShown(treated),
    control: sideShown(control),
  }))
}
