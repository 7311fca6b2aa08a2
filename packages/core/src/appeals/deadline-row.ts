import type { z } from 'zod'
import { describeReason } from '../adjudication/reasons.ts'
import { daysBetween, type IsoDate } from '../dates.ts'
import { dollars } from '../money.ts'
import type { StoredDeadline } from './deadlines.sql.ts'
import type { deadline } from './schemas.ts'

type Deadline = z.output<typeof deadline>

/** The public shape of a claim with a last day, with whatever else was read of it. MA130 stands above what the reasons say: the claim has to be corrected. */
export function deadlineOf<Stored extends StoredDeadline>({ open, hasUnprocessable, ...claim }: Stored, today: IsoDate) {
  const remedies: Deadline['remedies'] = hasUnprocessable ? ['corrected_claim'] : [...new Set(claim.reasons.map((reason) => describeReason(reason).remedy))]
  return { ...claim, daysLeft: daysBetween(today, claim.lastDay), openAmount: dollars(open), remedies }
}
