/** Denials that were taken up again, by appeal or by a corrected claim, and decided; and those of them that were paid after all. */
export interface Pursued {
  decided: number
  paid: number
}

/** A chance as a beta distribution: as if so many had been paid, and so many not. */
export interface Chance {
  paid: number
  unpaid: number
}

/** What several groups of denials have in common: their mean chance, worth so many decided denials where a group has none of its own. */
interface Prior {
  mean: number
  worth: number
}

/** Jeffreys: half a case of each, where nothing is known at all. */
const UNKNOWN: Prior = { mean: 0.5, worth: 1 }
/** What a prior is worth while there are too few groups to tell how much they differ, and its bounds when there are. */
const USUAL_WORTH = 10
const FEWEST_GROUPS = 5
const LEAST_WORTH = 2
const MOST_WORTH = 200

export const meanOf = ({ paid, unpaid }: Chance): number => paid / (paid + unpaid)

/** What is known from the prior and from one's own denials: beta-binomial. */
const chanceFrom = ({ mean, worth }: Prior, { decided, paid }: Pursued): Chance => ({
  paid: mean * worth + paid,
  unpaid: (1 - mean) * worth + decided - paid,
})

/**
 * How many denials the mean of a family is worth to each of its groups: the more, the less the groups differ beyond chance. By moments of the
 * beta-binomial, weights by size, over all families: Kleinman, JASA 68:46 (1973).
 */
export function worthOf(families: readonly (readonly Pursued[])[]): number {
  let groups = 0
  let spread = 0
  let byChance = 0
  let room = 0
  for (const family of families) {
    const known = family.filter(({ decided }) => decided > 0)
    if (known.length < 2) continue
    const { decided, paid } = sum(known)
    const mean = paid / decided
    const chance = mean * (1 - mean)
    const others = known.length - 1
    groups += known.length
    spread += known.reduce((all, group) => all + group.decided * (group.paid / group.decided - mean) ** 2, 0)
    byChance += chance * others
    room += chance * (decided - known.reduce((all, group) => all + group.decided ** 2, 0) / decided - others)
  }
  if (groups < FEWEST_GROUPS) return USUAL_WORTH
  const alike = (spread - byChance) / room
  return alike > 0 ? Math.min(MOST_WORTH, Math.max(LEAST_WORTH, (1 - alike) / alike)) : MOST_WORTH
}

const sum = (groups: readonly Pursued[]): Pursued => ({
  decided: groups.reduce((all, { decided }) => all + decided, 0),
  paid: groups.reduce((all, { paid }) => all + paid, 0),
})

/** Decided denials of a reason and payer. */
export interface PursuedGroup extends Pursued {
  reason: string
  /** '' = unknown. */
  payer: string
}

/**
 * The chance that a denial is paid when it is taken up, by what became of others: the organization's, to which each reason is drawn, to which each
 * payer's denials of the reason are drawn, to which `own` (those of a pattern, say) are. Empirical Bayes: Efron and Morris, JASA 70:311 (1975).
 * Also for a single denial, of which only reason and payer are known.
 */
export function chanceOfRecovery(groups: readonly PursuedGroup[]): (denial: { reason: string; payer?: string | null; own?: Pursued }) => Chance {
  const reasons = new Map<string, PursuedGroup[]>()
  for (const group of groups) reasons.set(group.reason, [...(reasons.get(group.reason) ?? []), group])
  const ofReasons = [...reasons.values()].map(sum)
  const organization: Prior = { mean: meanOf(chanceFrom(UNKNOWN, sum(groups))), worth: worthOf([ofReasons]) }
  const worth = worthOf([...reasons.values()])
  return ({ reason, payer, own }) => {
    const ofReason = reasons.get(reason) ?? []
    const chance = chanceFrom(organization, sum(ofReason))
    if (own) return chanceFrom({ mean: meanOf(chance), worth }, own)
    if (payer === undefined) return chance
    return chanceFrom({ mean: meanOf(chance), worth }, sum(ofReason.filter((group) => group.payer === (payer ?? ''))))
  }
}
