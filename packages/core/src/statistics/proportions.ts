/** `part` of `whole`: counts, whole numbers, part <= whole. */
export interface Proportion {
  part: number
  whole: number
}

/** Bounds of a 95 % interval, as fractions of 1. */
export interface Bounds {
  low: number
  high: number
}

/** The 97.5 % quantile of the standard normal distribution. */
const Z = 1.959963984540054

/**
 * Wilson's score interval of a proportion; null when there is nothing to divide by. It stays within 0..1 and keeps its coverage for small
 * counts and for 0 of n, where the textbook interval (p +- 1.96 s) collapses.
 * Wilson 1927; Newcombe, Stat Med 17:857-872 (1998), method 3.
 */
export function wilsonInterval({ part, whole }: Proportion): Bounds | null {
  if (whole === 0) return null
  const centre = 2 * part + Z * Z
  const spread = Z * Math.sqrt(Z * Z + (4 * part * (whole - part)) / whole)
  const scale = 2 * (whole + Z * Z)
  return { low: part === 0 ? 0 : (centre - spread) / scale, high: part === whole ? 1 : (centre + spread) / scale }
}

/**
 * Interval of the difference `a - b` of two independent proportions, -1..1; null when either has no denominator.
 * Newcombe, Stat Med 17:873-890 (1998), method 10: the Wilson limits of each, combined by square and add.
 */
export function differenceInterval(a: Proportion, b: Proportion): Bounds | null {
  const ofA = wilsonInterval(a)
  const ofB = wilsonInterval(b)
  if (!ofA || !ofB) return null
  const pA = a.part / a.whole
  const pB = b.part / b.whole
  const difference = pA - pB
  return { low: difference - Math.hypot(pA - ofA.low, ofB.high - pB), high: difference + Math.hypot(ofA.high - pA, pB - ofB.low) }
}
