import type { RevenueRow } from '@overturn/core/measures/revenue/schemas'

/** Why a pattern adds to the estimate of revenue recovered, or not. */
export const revenueStateWords: Record<RevenueRow['state'], string> = {
  counted: 'Counted: its rate fell significantly',
  not_significant: 'Adds nothing: its rate did not change significantly',
  got_worse: 'Adds nothing: its rate rose significantly',
  insufficient_data: 'Adds nothing: too few decided claims in one of the two periods, or they overlap',
  paid_share_unknown: 'Adds nothing: its rate fell, but what is usually paid is not known',
  counted_in_scopes: 'Adds nothing by itself: patterns that name where this reason is denied are measured instead, so that no denial counts twice',
  counted_in_another: 'Adds nothing by itself: it shares denials with a larger pattern that is counted',
}
