import { daysBetween, type IsoDate } from '../dates.ts'
import { dollars } from '../money.ts'
import type { StoredAppeal } from './list.sql.ts'
import type { Appeal } from './schemas.ts'

/** An appeal as it is shown on a day. */
export function appealOf({ value, recovered, ...stored }: StoredAppeal, today: IsoDate): Appeal {
  const isOpen = stored.outcome === 'pending' && stored.deadline !== null
  return {
    ...stored,
    value: dollars(value),
    recoveredAmount: recovered === null ? null : dollars(recovered),
    daysLeft: isOpen ? daysBetween(today, stored.deadline as IsoDate) : null,
  }
}
