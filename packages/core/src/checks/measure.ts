import type { Slices } from '../computation/slices.ts'
import { todayOf, type Context } from '../context.ts'
import { addDays, daysBetween, type DateWindow, type IsoDate } from '../dates.ts'
import { readMaturity } from '../measures/maturity/sql.ts'
import { parseCents } from '../money.ts'
import { conditionValue, type Condition } from '../patterns/scope/condition.ts'
import { alertCounts, type AlertCounts } from './alert-counts.sql.ts'
import type { Performance } from './rules.ts'

/** What a check looks for. */
export interface Rule {
  reason: string
  scope: readonly Condition[]
}

/** The first day of service that is not mature yet, of the payer that the scope names, else of all; null while that is unknown. */
export async function matureUntil(context: Pick<Context, 'db' | 'organization' | 'now'>, { scope }: Rule): Promise<IsoDate | null> {
  const payer = conditionValue(scope, 'payer')
  const of = { organizationId: context.organization.id, basis: 'service' as const, asOf: todayOf(context), ...(payer !== null && { payer }) }
  return (await readMaturity(context.db, of)).matureBefore
}

/** What the check would have said of the adjudicated claims of the window, counted some days at a time. */
export async function measure(slices: Slices, organizationId: number, rule: Rule, window: DateWindow): Promise<Performance> {
  const total: Performance = { ...window, claims: 0, alerts: 0, denied: 0, restDenied: 0, dollars: 0 }
  const days = Array.from({ length: daysBetween(window.start, window.end) }, (_, at) => addDays(window.start, at))
  await slices.eachDay('service', days, async (tx, slice) => {
    const found = (await tx.row<AlertCounts>(alertCounts(organizationId, rule, slice)))!
    total.claims += found.claims
    total.alerts += found.alerts
    total.denied += found.denied
    total.restDenied += found.restDenied
    total.dollars += parseCents(found.dollars)!
  })
  return total
}
