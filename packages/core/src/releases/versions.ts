import { OverturnError } from '../errors.ts'
import type { MaturityBy } from '../measures/maturity/rules.ts'

/** A definition of what is computed of patterns: the parameters that the computation takes. */
export interface ComputationVersion {
  version: number
  summary: string
  /** Whose lag curve says which days are mature. */
  maturity: MaturityBy
}

/** A definition that changes gets a version of its own, and its number stays: rows name it. The oldest first. */
export const versions: readonly ComputationVersion[] = [
  { version: 1, summary: 'A day is mature by the lag curve of the whole organization.', maturity: 'organization' },
  { version: 2, summary: "A day is mature by the payers' own lag curves, weighted by their claims.", maturity: 'payer' },
]

/** What an organization begins with that has nothing computed yet. */
export const NEWEST = versions.at(-1)!

/** The version of that number; throws `not_found` naming those there are. */
export function versionOf(number: number): ComputationVersion {
  const found = versions.find(({ version }) => version === number)
  if (found) return found
  const known = versions.map(({ version }) => version).join(', ')
  throw new OverturnError('not_found', `This Overturn has no computation version ${number}; it has: ${known}. Another one may come with an upgrade.`)
}
