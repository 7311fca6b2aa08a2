/** One day or week of a denial rate, as charts and their tables take it. */
export interface RatePoint {
  date: string
  total: number
  denied: number
  /** Percent; null where nothing was decided. */
  rate: number | null
  mature: boolean
}

/** A period to mark behind the line, half-open. */
export interface RateBand {
  label: string
  start: string
  end: string
  color: string
}
