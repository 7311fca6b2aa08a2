import { addMonths, type DateWindow, type IsoDate } from '../dates.ts'
import { dollars, type Cents } from '../money.ts'
import { measure } from '../payers/rules.ts'
import type { NetworkFigures } from './schemas.ts'

/** A figure that fewer practices have a part in is not shown. */
export const MINIMUM_PRACTICES = 5

/** Claims of one practice that were submitted in one month to one payer. Without an adjudicated claim the practice has no part in it. */
export interface PracticeClaims {
  practice: number
  /** YYYY-MM. */
  month: string
  /** As `payerKey` has it; null where the payer is not known. */
  payer: string | null
  adjudicated: number
  denied: number
  deniedAmount: Cents
}

/** What is shown of a month: a payer's claims of it, or (`payer` null) those of all payers that are not shown by themselves. */
export interface Cell {
  month: string
  payer: string | null
  claims: readonly PracticeClaims[]
}

/** One name for the spellings of a payer: practices have ids of their own for it. Null where nothing is left of the name. */
export function payerKey(name: string | null): string | null {
  const words = (name ?? '')
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
  return words === '' ? null : words
}

/** The last `months` calendar months that have ended at the moment, in UTC: practices of a network may be in several time zones. */
export function endedMonths(now: Date, months: number): DateWindow {
  const end = `${now.toISOString().slice(0, 7)}-01`
  return { start: addMonths(end, -months), end }
}

const practicesIn = (claims: readonly PracticeClaims[]) => new Set(claims.map(({ practice }) => practice)).size
const isShown = (claims: readonly PracticeClaims[]) => practicesIn(claims) >= MINIMUM_PRACTICES
const sumOf = (claims: readonly PracticeClaims[], figure: 'adjudicated' | 'denied' | 'deniedAmount') => claims.reduce((sum, one) => sum + one[figure], 0)

/**
 * The cells of which everything that is shown is a sum: each has at least five practices, so has whatever one answer less another leaves. A
 * month with fewer has none. Where the payers of a month that may not be shown have fewer than five practices between them, its total would
 * give them away: the smallest payer that could be shown goes to them.
 */
export function cellsOf(claims: readonly PracticeClaims[]): Cell[] {
  const counted = claims.filter(({ adjudicated }) => adjudicated > 0)
  return [...Map.groupBy(counted, ({ month }) => month)].flatMap(([month, ofMonth]) => (isShown(ofMonth) ? cellsOfMonth(month, ofMonth) : []))
}

function cellsOfMonth(month: string, claims: readonly PracticeClaims[]): Cell[] {
  const byPayer = [...Map.groupBy(claims, ({ payer }) => payer)].map(([payer, ofPayer]) => ({ month, payer, claims: ofPayer }))
  const shown = byPayer.filter((cell) => cell.payer !== null && isShown(cell.claims)).sort(mostClaimsFirst)
  const others = byPayer.filter((cell) => !shown.includes(cell)).flatMap((cell) => cell.claims)
  if (others.length === 0) return shown
  if (!isShown(others)) others.push(...(shown.pop()?.claims ?? []))
  return [...shown, { month, payer: null, claims: others }]
}

function mostClaimsFirst(a: Pick<Cell, 'payer' | 'claims'>, b: Pick<Cell, 'payer' | 'claims'>): number {
  return sumOf(b.claims, 'adjudicated') - sumOf(a.claims, 'adjudicated') || ((a.payer ?? '') < (b.payer ?? '') ? -1 : 1)
}

const NOT_SHOWN: NetworkFigures = { practices: null, adjudicatedClaims: null, deniedClaims: null, denialRate: null, interval: null, deniedAmount: null }

/** The sum of some cells. */
function figuresOf(cells: readonly Cell[]): NetworkFigures {
  const claims = cells.flatMap((cell) => cell.claims)
  if (!isShown(claims)) return NOT_SHOWN
  const adjudicated = sumOf(claims, 'adjudicated')
  const denied = sumOf(claims, 'denied')
  const { rate, interval } = measure({ part: denied, whole: adjudicated })
  return {
    practices: practicesIn(claims),
    adjudicatedClaims: adjudicated,
    deniedClaims: denied,
    denialRate: rate,
    interval,
    deniedAmount: dollars(sumOf(claims, 'deniedAmount')),
  }
}

/** What the practices of a network have in common in a window of whole months: sums of `cellsOf`, which alone decides what is shown. */
export function commonDenials(claims: readonly PracticeClaims[], window: DateWindow) {
  const cells = cellsOf(claims)
  const ofPayers = [...Map.groupBy(cells, ({ payer }) => payer)].flatMap(([payer, found]) => (payer === null ? [] : [{ payer, found }]))
  const ordered = ofPayers.map(({ payer, found }) => ({ payer, found, claims: found.flatMap((cell) => cell.claims) })).sort(mostClaimsFirst)
  return {
    total: figuresOf(cells),
    byMonth: monthsOf(window).map((month) => ({ month, ...figuresOf(cells.filter((cell) => cell.month === month)) })),
    byPayer: ordered.map(({ payer, found }) => ({ payer, months: found.length, ...figuresOf(found) })),
    otherPayers: figuresOf(cells.filter(({ payer }) => payer === null)),
  }
}

function monthsOf({ start, end }: DateWindow): string[] {
  const months: string[] = []
  for (let first: IsoDate = start; first < end; first = addMonths(first, 1)) months.push(first.slice(0, 7))
  return months
}
