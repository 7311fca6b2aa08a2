/** A pattern with a scope as earlier searches left it. */
export interface Known {
  id: string
  reason: string
  /** Reason and scope in one text (scope/condition.ts). */
  key: string
  /** Made earlier comes first; among equals the id decides. */
  since: string
  /** It went into another one: only its very scope brings it back. */
  isMerged: boolean
  /** Somebody put it away: it is recognized, and stands back for one that is in use. */
  isArchived: boolean
}

/** What the search found now. */
export interface Found {
  reason: string
  key: string
}

/** Denied claims of a found scope, of a known one, and of both, all counted on the claims that were searched now. */
export interface Overlap {
  found: number
  known: number
  both: number
}

export interface Identity<F extends Found, K extends Known> {
  found: F
  /** Whose id it keeps; null: it is a new pattern. */
  known: K | null
  /** Of a new one: whose denials it took along. */
  splitFrom: K | null
}

export interface Identities<F extends Found, K extends Known> {
  all: Identity<F, K>[]
  /** Known patterns that were not found by themselves, and what they went into. */
  merged: { known: K; into: F }[]
}

/** Two scopes with half of their denied claims in common are one pattern: the share of both in either (Jaccard). */
const SAME = 0.5
/** A pattern of whose denied claims half are in another one is covered by it. */
const COVERED = 0.5

const jaccard = ({ found, known, both }: Overlap) => (both === 0 ? 0 : both / (found + known - both))
const ofKnown = ({ known, both }: Overlap) => (known === 0 ? 0 : both / known)
const ofFound = ({ found, both }: Overlap) => (found === 0 ? 0 : both / found)

/**
 * Which known pattern each found scope is. The very scope is the same pattern; else one with half of the denied claims in common. Of two known ones
 * that go together the older keeps its id, also when it brings less than half; of two found ones that were one, the larger part keeps it. An archived
 * one keeps its id only where no other does: it must not hide what is in use. The answer depends on nothing but its input, whatever the order.
 */
export function identify<F extends Found, K extends Known>(
  found: readonly F[],
  known: readonly K[],
  overlapOf: (found: F, known: K) => Overlap,
): Identities<F, K> {
  const kept = new Map<F, K>()
  const isFree = (one: F) => !kept.has(one)
  const isLeft = (one: K) => ![...kept.values()].includes(one)
  const alike = (one: F, other: K) => one.reason === other.reason
  const ordered = found.toSorted((a, b) => (a.key < b.key ? -1 : 1))
  const byAge = known.toSorted((a, b) => (a.since === b.since ? (a.id < b.id ? -1 : 1) : a.since < b.since ? -1 : 1))

  for (const one of ordered) {
    const same = byAge.find(({ key }) => key === one.key)
    if (same) kept.set(one, same)
  }
  const living = byAge.filter(({ isMerged }) => !isMerged).toSorted((a, b) => Number(a.isArchived) - Number(b.isArchived))
  for (const one of ordered.filter(isFree)) {
    const covered = living.filter((other) => isLeft(other) && alike(one, other) && ofKnown(overlapOf(one, other)) >= COVERED)
    if (covered.length > 1) kept.set(one, covered[0]!)
  }
  for (const one of living.filter(isLeft)) {
    const best = largest(
      ordered.filter((other) => isFree(other) && alike(other, one)),
      (other) => jaccard(overlapOf(other, one)),
      SAME,
    )
    if (best) kept.set(best, one)
  }

  const merged = living
    .filter((one) => isLeft(one) && !one.isArchived)
    .flatMap((one) => {
      const into = largest(
        ordered.filter((other) => alike(other, one)),
        (other) => ofKnown(overlapOf(other, one)),
        COVERED,
      )
      return into ? [{ known: one, into }] : []
    })
  const moved = [...kept].filter(([one, { key }]) => one.key !== key).map(([, other]) => other)
  const splitFrom = (one: F) =>
    largest(
      moved.filter((other) => alike(one, other)),
      (other) => ofFound(overlapOf(one, other)),
      COVERED,
    )
  return {
    all: found.map((one) => {
      const same = kept.get(one) ?? null
      return { found: one, known: same, splitFrom: same ? null : splitFrom(one) }
    }),
    merged,
  }
}

/** The one of the greatest value, if that is enough; the first among equals. */
function largest<T>(items: readonly T[], valueOf: (item: T) => number, enough: number): T | null {
  let best: { item: T; value: number } | null = null
  for (const item of items) {
    const value = valueOf(item)
    if (value >= enough && (best === null || value > best.value)) best = { item, value }
  }
  return best?.item ?? null
}
