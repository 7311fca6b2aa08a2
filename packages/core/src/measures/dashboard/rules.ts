import { addDays, daysBetween, type DateWindow, type IsoDate } from '../../dates.ts'
import { dollars } from '../../money.ts'
import { differenceInterval, wilsonInterval, type Bounds, type Proportion } from '../../statistics/proportions.ts'
import { isMature, shareOfParts, type Maturities, type Maturity } from '../maturity/rules.ts'
import type { Dashboard } from './schemas.ts'
import type { DayFigures, PatternCounts, PayerMix } from './parts.sql.ts'

const NONE: DayFigures = {
  claims: 0,
  pending: 0,
  adjudicated: 0,
  denied: 0,
  partiallyDenied: 0,
  finallyDenied: 0,
  duplicates: 0,
  lines: 0,
  deniedLines: 0,
  billed: 0,
  adjudicatedAmount: 0,
  deniedAmount: 0,
  paid: 0,
}

export type Days = ReadonlyMap<IsoDate, DayFigures>

const twoDecimals = (value: number) => Math.round(value * 100) / 100

/** Percent with two decimals; null when there is nothing to divide by. */
export function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : twoDecimals((part * 100) / whole)
}

/** Every day of the window, in order, those without claims too. */
export function datesOf({ start, end }: DateWindow): IsoDate[] {
  return Array.from({ length: daysBetween(start, end) }, (_, day) => addDays(start, day))
}

/** The window's figures: the sum over its days. */
export const sumOf = (days: Days, window: DateWindow): DayFigures => sumOver(days, window, NONE)

/** The same of whatever a day has; `none` is a day without anything. */
export function sumOver<F extends { [Name in keyof F]: number }>(days: ReadonlyMap<IsoDate, F>, window: DateWindow, none: F): F {
  const names = Object.keys(none) as (keyof F)[]
  const found = datesOf(window).flatMap((date) => days.get(date) ?? [])
  return Object.fromEntries(names.map((name) => [name, found.reduce((sum, day) => sum + day[name], 0)])) as F
}

type Decided = Pick<DayFigures, 'denied' | 'adjudicated'>
const denialsOf = ({ denied, adjudicated }: Decided): Proportion => ({ part: denied, whole: adjudicated })
const approvalsOf = ({ denied, adjudicated }: Decided): Proportion => ({ part: adjudicated - denied, whole: adjudicated })

export function ratesOf(sum: DayFigures) {
  return {
    denialRate: percentOf(sum.denied, sum.adjudicated),
    approvalRate: percentOf(sum.adjudicated - sum.denied, sum.adjudicated),
    finalDenialRate: percentOf(sum.finallyDenied, sum.adjudicated),
    lineDenialRate: percentOf(sum.deniedLines, sum.lines),
    dollarDenialRate: percentOf(sum.deniedAmount, sum.adjudicatedAmount),
  }
}

const inPoints = ({ low, high }: Bounds) => ({ low: twoDecimals(low * 100), high: twoDecimals(high * 100) })

/** Wilson's 95 % interval of the denial rate; null without adjudicated claims. */
export function denialRateIntervalOf(sum: Decided): Dashboard['denialRateInterval'] {
  const bounds = wilsonInterval(denialsOf(sum))
  return bounds && inPoints(bounds)
}

/** Current less previous in percentage points, rounded once, with its 95 % interval. */
function trendOf(current: Proportion, previous: Proportion, comparable: boolean): Dashboard['trendDetails']['denialRate'] {
  const bounds = differenceInterval(current, previous)
  if (!bounds) return { change: null, interval: null, comparable: false }
  const change = twoDecimals((current.part / current.whole - previous.part / previous.whole) * 100)
  return { change, interval: inPoints(bounds), comparable }
}

/** The trends of the window against the one before it. No comparison while one of them still misses too many decisions. */
export function trendsOf(current: Decided, previous: Decided, comparable: boolean): Dashboard['trendDetails'] {
  return {
    denialRate: trendOf(denialsOf(current), denialsOf(previous), comparable),
    approvalRate: trendOf(approvalsOf(current), approvalsOf(previous), comparable),
  }
}

/** Expected share, 0 to 1, of the decisions on a day's claims that are in hand; null when unknown. */
export type ShareOf = (date: IsoDate) => number | null

/** Each day by its age and the curves of the payers whose claims it holds; a day without claims by `otherwise`, which stands for all. */
export function sharesOf(payers: ReadonlyMap<IsoDate, PayerMix>, { ofPayer }: Maturities, otherwise: Maturity, asOf: IsoDate): ShareOf {
  return (date) => {
    const age = daysBetween(date, asOf)
    const parts = Object.entries(payers.get(date) ?? {}).map(([payer, claims]) => ({ maturity: ofPayer(payer), claims }))
    return parts.some(({ claims }) => claims > 0) ? shareOfParts(parts, age) : otherwise.shareAtAge(age)
  }
}

/** Expected share, 0 to 1, of the window's claims that are decided by now. Null without claims or without a curve. */
export function expectedShare(days: ReadonlyMap<IsoDate, Pick<DayFigures, 'claims'>>, window: DateWindow, shareOf: ShareOf): number | null {
  let claims = 0
  let decided = 0
  for (const date of datesOf(window)) {
    const ofDay = days.get(date)?.claims ?? 0
    const share = shareOf(date)
    if (share === null) return null
    claims += ofDay
    decided += ofDay * share
  }
  return claims === 0 ? null : decided / claims
}

/** Whether data were there before the window began: a window that they only partly cover is no period to compare with. */
export const isCovered = (window: DateWindow, data: Dashboard['data']) => data !== null && data.firstSubmission <= window.start

/** Patterns found in the window less those of the one before; null while the first ever lie within the two, found when the data came. */
export function newPatterns({ found, foundBefore, firstFound }: PatternCounts, previous: DateWindow): number | null {
  return firstFound !== null && firstFound >= previous.start ? null : found - foundBefore
}

const WEEK = 7

type Charted = Pick<DayFigures, 'claims' | 'adjudicated' | 'denied' | 'deniedAmount'>

/** One point per day for the charts; the rate of the week that ends with it is null until the window has seven days. */
export function dailyOf(days: ReadonlyMap<IsoDate, Charted>, window: DateWindow, shareOf: ShareOf): Dashboard['daily'] {
  const dates = datesOf(window)
  const figures = dates.map((date) => days.get(date) ?? NONE)
  return dates.map((date, index) => {
    const { claims, adjudicated, denied, deniedAmount } = figures[index]!
    return {
      date,
      claims,
      adjudicated,
      denied,
      denialRate: percentOf(denied, adjudicated),
      deniedAmount: dollars(deniedAmount),
      mature: isMature(shareOf(date)),
      week: weekOf(index + 1 < WEEK ? [] : figures.slice(index + 1 - WEEK, index + 1)),
    }
  })
}

function weekOf(days: readonly Decided[]): Dashboard['daily'][number]['week'] {
  const adjudicated = days.reduce((sum, day) => sum + day.adjudicated, 0)
  const denied = days.reduce((sum, day) => sum + day.denied, 0)
  return { adjudicated, denied, denialRate: percentOf(denied, adjudicated) }
}
