/** One day or week of a denial rate, as charts and their tables take it. */
export interface RatePoint {
  date: string
  total: number
  denied: number
  /** Percent; null where nothing was decided. */
  rate: number | null
  mature: boolean
}

/** Under so many decided claims one denial moves a rate by more than 20 points: such a point says nothing on a line, and stands in the table only. */
export const FEWEST_DECIDED = 5

/** The points that a line may go through: those with a rate of enough claims. */
export function drawable<Point extends RatePoint>(points: readonly Point[]): (Point & { rate: number })[] {
  return points.filter((point): point is Point & { rate: number } => point.rate !== null && point.total >= FEWEST_DECIDED)
}

/** Whether a line of the drawable points shows what happened: it needs two, and they must hold most of the decided claims. */
export function worthDrawing(points: readonly RatePoint[]): boolean {
  const decided = (some: readonly RatePoint[]) => some.reduce((sum, { total }) => sum + total, 0)
  const drawn = drawable(points)
  return drawn.length >= 2 && decided(drawn) * 2 >= decided(points)
}

/** Points that hold less than this part of the claims of the fullest one do not set the scale. */
const FULL_ENOUGH = 1 / 3

/** The points up to the first one that is still being decided; behind it nothing is over, even where single days are. */
export function completePoints<Point extends RatePoint>(points: readonly Point[]): Point[] {
  const open = points.findIndex(({ mature }) => !mature)
  return open === -1 ? [...points] : points.slice(0, open)
}

/**
 * The highest rate that sets the scale: of the complete points, so that a few early decisions of recent days do not dwarf them. Where fewer than two are
 * complete, of those that hold about as many claims as the fullest.
 */
export function highestToDraw(points: readonly RatePoint[]): number {
  const known = drawable(completePoints(points))
  const drawn = drawable(points)
  const fullest = Math.max(...drawn.map(({ total }) => total))
  const leading = known.length >= 2 ? known : drawn.filter(({ total }) => total >= fullest * FULL_ENOUGH)
  return Math.max(...leading.map(({ rate }) => rate))
}

/** A period to mark behind the line, half-open. */
export interface RateBand {
  label: string
  start: string
  end: string
  color: string
}

/** A day to mark on the line: something that was done, or that a rate changed. */
export interface RateMark {
  date: string
  label: string
  kind: 'action' | 'change'
}

/** The marks that are drawn, each with the number by which the list below the chart names it: those since the first point. */
export function marksWithin(points: readonly RatePoint[], marks: readonly RateMark[]): (RateMark & { number: number })[] {
  const first = points[0]
  if (!first) return []
  return marks.map((mark, index) => ({ ...mark, number: index + 1 })).filter(({ date }) => date >= first.date)
}
