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

/** A period to mark behind the line, half-open. */
export interface RateBand {
  label: string
  start: string
  end: string
  color: string
}
