import { z } from 'zod'
import { ratesOf } from '../measures/dashboard/rules.ts'
import type { DayFigures } from '../measures/dashboard/parts.sql.ts'
import type { DailyMetric } from '../measures/organization-daily/sql.ts'
import { dollars, parseCents, type Cents } from '../money.ts'

/** Figures of a window, counts and cents: those of the dashboard's days, and the cash that came after a denial. */
export type Figures = DayFigures & { recovered: Cents }
export type Figure = keyof Figures

export const RATES = ['denialRate', 'approvalRate', 'finalDenialRate', 'lineDenialRate', 'dollarDenialRate'] as const
export type Rate = (typeof RATES)[number]

/** Every figure: its name on the screen, and its column in the daily rows. */
export const FIGURES = {
  claims: { name: 'totalClaims', column: 'claim_count' },
  pending: { name: 'pendingClaims', column: 'pending_count' },
  adjudicated: { name: 'adjudicatedClaims', column: 'adjudicated_count' },
  denied: { name: 'deniedClaims', column: 'denied_count' },
  partiallyDenied: { name: 'partiallyDeniedClaims', column: 'partially_denied_count' },
  finallyDenied: { name: 'finallyDeniedClaims', column: 'finally_denied_count' },
  duplicates: { name: 'duplicateClaims', column: 'duplicate_count' },
  lines: { name: 'adjudicatedLines', column: 'line_count' },
  deniedLines: { name: 'deniedLines', column: 'denied_line_count' },
  billed: { name: 'billedAmount', column: 'billed_amount' },
  adjudicatedAmount: { name: 'adjudicatedAmount', column: 'adjudicated_amount' },
  deniedAmount: { name: 'deniedAmount', column: 'denied_amount' },
  paid: { name: 'paidAmount', column: 'paid_amount' },
  recovered: { name: 'cashRecovered', column: 'recovered_amount' },
} as const satisfies Record<Figure, { name: string; column: DailyMetric }>

export type FigureName = (typeof FIGURES)[Figure]['name']
export type NumberName = FigureName | Rate
export type Numbers = Record<FigureName, number> & Record<Rate, number | null>

export const figures = Object.keys(FIGURES) as Figure[]
export const figureNames = figures.map((figure) => FIGURES[figure].name)
export const numberNames: readonly NumberName[] = [...figureNames, ...RATES]
export const numberName = z.enum(numberNames)

const MONEY: ReadonlySet<Figure> = new Set<Figure>(['billed', 'adjudicatedAmount', 'deniedAmount', 'paid', 'recovered'])
export const isMoney = (figure: Figure) => MONEY.has(figure)

/** The figures that a number is made of. */
export const PARTS: Record<NumberName, readonly Figure[]> = {
  ...(Object.fromEntries(figures.map((figure) => [FIGURES[figure].name, [figure]])) as unknown as Record<FigureName, readonly Figure[]>),
  denialRate: ['denied', 'adjudicated'],
  approvalRate: ['denied', 'adjudicated'],
  finalDenialRate: ['finallyDenied', 'adjudicated'],
  lineDenialRate: ['deniedLines', 'lines'],
  dollarDenialRate: ['deniedAmount', 'adjudicatedAmount'],
}

export const noFigures = (): Figures => Object.fromEntries(figures.map((figure) => [figure, 0])) as Record<Figure, number>

/** A sum of the database, counts or dollars as decimal text, as a figure. */
export const figureOf = (figure: Figure, text: string | undefined): number => (text === undefined ? 0 : isMoney(figure) ? parseCents(text)! : Number(text))

/** The windowed numbers of the dashboard: counts, dollars, rates in percent (null without a denominator). */
export function numbersOf(sum: Figures): Numbers {
  const named = Object.fromEntries(figures.map((figure) => [FIGURES[figure].name, isMoney(figure) ? dollars(sum[figure]) : sum[figure]]))
  return { ...(named as Record<FigureName, number>), ...ratesOf(sum) }
}

/** What a number was known to be, what it is, and the difference (of rates: in percentage points), exact to the cent or hundredth; null where one is unknown. */
export interface Compared<Known extends number | null = number | null> {
  known: Known
  today: Known
  difference: Known
}

/** What must be added to one number to get the other, exact to the cent or hundredth; null where one is unknown. */
export const differenceOf = (from: number | null, to: number | null) =>
  from === null || to === null ? null : (Math.round(to * 100) - Math.round(from * 100)) / 100

export function compared<Known extends number | null>(known: Known, today: Known): Compared<Known> {
  return { known, today, difference: differenceOf(known, today) as Known }
}
