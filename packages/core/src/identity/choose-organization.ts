import { OverturnError } from '../errors.ts'
import type { Membership } from './recognize.ts'

/** What a request says of the organization it means, from the most to the least binding; null where it says nothing. */
export interface Wanted {
  /** The header: it has to be right. */
  named: string | null
  /** The cookie and the server's own setting, in that order: taken where the visitor belongs there, else passed over. */
  preferred: readonly (string | null)[]
}

/**
 * The organization of a request, among those of the visitor; of others not even that they exist is said. Without a word about it, the only
 * practice, or the demonstration while there is none. Throws `not_found`, `forbidden`, and `invalid_input` where several could be meant.
 */
export function chooseOrganization(memberships: readonly Membership[], { named, preferred }: Wanted): Membership {
  const of = (slug: string | null) => memberships.find((membership) => membership.slug === slug)
  if (named !== null) {
    const found = of(named)
    if (found) return found
    throw new OverturnError('not_found', `There is no organization "${named.slice(0, 100)}".`)
  }
  for (const slug of preferred) {
    const found = of(slug)
    if (found) return found
  }
  const practices = memberships.filter(({ isDemo }) => !isDemo)
  const [only] = practices.length > 0 ? practices : memberships
  if (!only) throw new OverturnError('forbidden', 'You belong to no organization here. An administrator of one can invite you.')
  if (practices.length > 1)
    throw new OverturnError(
      'invalid_input',
      `You belong to several organizations (${practices.map(({ slug }) => slug).join(', ')}). Name one in the header X-Overturn-Organization.`,
    )
  return only
}
