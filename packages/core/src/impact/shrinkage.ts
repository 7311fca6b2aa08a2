import type { Contrast } from './contrast.ts'

/** A pattern's baseline beside the contrast that the search saw in the days that made it be found. */
export interface Seen {
  baseline: Pick<Contrast, 'estimate' | 'variance'>
  seen: number
}

/** What the baselines of an organization's patterns have in common: their line over what the search saw, and how far their true values lie from it. */
export interface Family {
  size: number
  /** The baseline to expect of a pattern by what the search saw of it. */
  expected(seen: number): number
  /** Variance around that line beyond chance. */
  between: number
}

/** With fewer the patterns say nothing of one another. */
const SMALLEST_FAMILY = 8
/** Numbers of the line: its height and its slope. */
const LINE = 2
const HALVINGS = 60

/**
 * The family of these patterns: a line through their baselines, whose slope says how much of what the search saw was there beforehand (below 1: the
 * regression to the mean), weighted by how well each is known; the variance around it is the one at which the weighted squares are what chance would
 * give. Fay and Herriot, JASA 74:269 (1979), fitted as in Paule and Mandel, J Res Natl Bur Stand 87:377 (1982). Null with fewer than eight.
 */
export function familyOf(patterns: readonly Seen[]): Family | null {
  const size = patterns.length
  if (size < SMALLEST_FAMILY) return null
  const excess = (between: number) => {
    const expected = lineThrough(patterns, between)
    return patterns.reduce((sum, { baseline, seen }) => sum + (baseline.estimate - expected(seen)) ** 2 / (baseline.variance + between), 0) - (size - LINE)
  }
  let low = 0
  let high = excess(0) <= 0 ? 0 : 1
  while (high > 0 && excess(high) > 0) high *= 2
  for (let halving = 0; halving < HALVINGS && high > 0; halving++) {
    const middle = (low + high) / 2
    if (excess(middle) > 0) low = middle
    else high = middle
  }
  return { size, expected: lineThrough(patterns, high), between: high }
}

/** The weighted line; level where all were seen alike. */
function lineThrough(patterns: readonly Seen[], between: number): (seen: number) => number {
  const weighted = patterns.map(({ baseline, seen }) => ({ weight: 1 / (baseline.variance + between), seen, estimate: baseline.estimate }))
  const sum = (of: (one: (typeof weighted)[number]) => number) => weighted.reduce((all, one) => all + one.weight * of(one), 0)
  const all = sum(() => 1)
  const seenMean = sum(({ seen }) => seen) / all
  const mean = sum(({ estimate }) => estimate) / all
  const spread = sum(({ seen }) => (seen - seenMean) ** 2)
  const slope = spread < 1e-9 * all ? 0 : sum(({ seen, estimate }) => (seen - seenMean) * (estimate - mean)) / spread
  return (seen) => mean + slope * (seen - seenMean)
}

/**
 * A baseline drawn towards what its family expects of it, by the part B of its distance that chance accounts for. With k patterns and r = 2 numbers of
 * the line: B = (k - r - 2) / (k - r) x v / (v + between); estimate y - B (y - expected); variance v (1 - B (k - r) / k) + 2 B^2 (y - expected)^2 / (k - r - 2).
 * Morris, JASA 78:47 (1983), sections 1 and 5. What is left is, unlike y, not too high because somebody chose it for being high: Efron, JASA 106:1602
 * (2011). Without a family it stays as it is.
 */
export function drawn(baseline: Contrast, seen: number, family: Family | null): Contrast {
  if (family === null) return baseline
  const { size, expected, between } = family
  const free = size - LINE
  const part = (((free - 2) / free) * baseline.variance) / (baseline.variance + between)
  const distance = baseline.estimate - expected(seen)
  return {
    ...baseline,
    estimate: baseline.estimate - part * distance,
    variance: baseline.variance * (1 - (part * free) / size) + (2 * part ** 2 * distance ** 2) / (free - 2),
  }
}
