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

/** The points worth drawing; all that have a rate where hardly any has enough claims. */
export function drawable<Point extends RatePoint>(points: readonly Point[]): (Point & { rate: number })[] {
  const known = points.filter((point): point is Point & { rate: number } => point.rate !== null)
  const enough = known.filter(({ total }) => total >= FEWEST_DECIDED)
  return enough.length >= 2 ? enough : known
}

/** A period to mark behind the line, half-open. */
export interface RateBand {
  label: string
  start: string
  end: string
  color: string
}
