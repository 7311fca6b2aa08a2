import { sql } from 'drizzle-orm'
import type { DateWindow, IsoDate } from '../../../dates.ts'
import type { TenantTransaction } from '../../../db/tenant.ts'
import { parseCents, type Cents } from '../../../money.ts'
import { marksIn } from '../parts.sql.ts'

/** One day of a provider, or the sum of some: counts and cents. */
export interface ProviderDay {
  /** Adjudicated or pending; duplicates are neither. */
  claims: number
  pending: number
  adjudicated: number
  denied: number
  adjudicatedAmount: Cents
  deniedAmount: Cents
  paid: Cents
  filed: number
  decided: number
  won: number
}

type Amount = 'adjudicatedAmount' | 'deniedAmount' | 'paid'
type DayRow = { date: IsoDate } & { [Figure in keyof ProviderDay]: Figure extends Amount ? string : number }

export interface ProviderFigures {
  provider: { id: string; name: string; specialty: string | null }
  /** First and last day of service up to the window's end; null without any. */
  data: { firstService: IsoDate; lastService: IsoDate } | null
  /** Whether a day of the window waits to be computed again. */
  recomputing: boolean
  /** The days on which something was served, filed or decided. */
  days: Map<IsoDate, ProviderDay>
}

interface ProviderRow {
  id: string
  name: string
  specialty: string | null
  first: IsoDate | null
  last: IsoDate | null
  recomputing: boolean
  days: DayRow[]
}

/** A provider and its days in one statement over its daily rows; null when there is none of that id. */
export async function readProviderDays(
  tx: Pick<TenantTransaction, 'row'>,
  { organizationId, id, window }: { organizationId: number; id: string; window: DateWindow },
): Promise<ProviderFigures | null> {
  const rows = sql`provider_daily_metrics where organization_id = ${organizationId} and provider_id = ${id}`
  const served = sql`from ${rows} and metric_date < ${window.end} and claim_count + pending_count > 0`
  const found = await tx.row<ProviderRow>(sql`
    select p.id, p.name, p.specialty, (select min(metric_date) ${served}) as first, (select max(metric_date) ${served}) as last,
      exists (${marksIn(organizationId, window)}) as recomputing, (
        select coalesce(json_agg(day), '[]') from (
          select metric_date as date, claim_count + pending_count as claims, pending_count as pending, claim_count as adjudicated, denied_count as denied,
            billed_amount::text as "adjudicatedAmount", dollars_denied::text as "deniedAmount", paid_amount::text as paid,
            appeal_count as filed, appeals_decided_count as decided, overturn_count as won
          from ${rows} and metric_date >= ${window.start} and metric_date < ${window.end}) day) as days
    from providers p where p.organization_id = ${organizationId} and p.id = ${id}`)
  if (!found) return null
  const { first, last, recomputing, days, ...provider } = found
  return {
    provider,
    data: first === null || last === null ? null : { firstService: first, lastService: last },
    recomputing,
    days: new Map(days.map((day) => [day.date, dayOf(day)])),
  }
}

function dayOf({ date: _date, ...day }: DayRow): ProviderDay {
  return { ...day, adjudicatedAmount: parseCents(day.adjudicatedAmount)!, deniedAmount: parseCents(day.deniedAmount)!, paid: parseCents(day.paid)! }
}
