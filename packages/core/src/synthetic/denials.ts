import { type Remedy } from '../adjudication/catalogue.ts'
import { describeReason, reasonOf } from '../adjudication/reasons.ts'
import { weighted } from './random.ts'

/** How a payer says no: codes, whether it takes the whole claim, and what pursuing it is worth. */
export interface Denial {
  group: 'CO' | 'PR' | 'OA'
  carc: string
  rarc: string | null
  /** Takes every line of the claim; the others take one line. */
  whole: boolean
  /** Canonical label of the reason, from the catalogue. */
  reason: string
  remedy: Remedy
  /** Chance that an appeal or corrected claim against it succeeds. */
  success: number
}

export function denialOf(group: Denial['group'], carc: string, rarc: string | null, whole: boolean, success: number): Denial {
  const reason = reasonOf(carc, rarc === null ? [] : [rarc]).label
  return { group, carc, rarc, whole, reason, remedy: describeReason(reason).remedy, success }
}

export const duplicateDenial = denialOf('OA', '18', null, true, 0)

/** The everyday mix, outside every planted pattern. */
export const everydayDenials = weighted<Denial>([
  [denialOf('CO', '16', 'MA130', true, 0.75), 13],
  [denialOf('CO', '16', 'M76', true, 0.75), 5],
  [denialOf('CO', '16', 'N290', true, 0.8), 4],
  [denialOf('CO', '197', null, true, 0.45), 13],
  [denialOf('CO', '50', 'N115', true, 0.5), 11],
  [denialOf('CO', '97', 'M15', false, 0.4), 10],
  [denialOf('PR', '27', 'N30', true, 0), 7],
  [denialOf('CO', '11', 'M64', false, 0.7), 6],
  [denialOf('CO', '252', 'N706', true, 0.65), 6],
  [denialOf('CO', '252', 'M127', false, 0.6), 3],
  [denialOf('CO', '22', 'MA04', true, 0.7), 6],
  [denialOf('PR', '96', 'N130', false, 0.2), 5],
  [denialOf('CO', '29', null, true, 0.15), 4],
  [denialOf('CO', '4', 'N519', false, 0.75), 4],
  [denialOf('CO', '109', 'N418', true, 0.5), 3],
  [denialOf('PR', '31', 'N382', true, 0.6), 3],
  [denialOf('PR', '119', 'N362', false, 0.15), 2],
  [denialOf('CO', '151', null, false, 0.4), 2],
  [denialOf('PR', '204', null, false, 0.2), 2],
])
