import type { Cents } from '../money.ts'

/** The chance in percent with two decimals, of what is open and what of it is expected; null where it is unknown. */
export const chanceOf = (open: Cents, expected: number | null): number | null =>
  expected === null || open <= 0 ? null : Math.round((expected / open) * 10_000) / 100
