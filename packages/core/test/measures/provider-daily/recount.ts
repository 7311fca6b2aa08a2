import { sql } from 'drizzle-orm'
import type { Context } from '../../../src/context.ts'

interface Claim {
  billing: string | null
  rendering: string | null
  day: string | null
  initial: string | null
  duplicate: boolean
  billed: number
  denied: number
  paid: number
  appeals: { filed: string | null; decided: string | null; outcome: string }[]
}

const NOTHING = { claims: 0, pending: 0, denied: 0, billed: 0, dollars: 0, paid: 0, appeals: 0, decided: 0, overturned: 0 }

/** The days of the providers counted claim by claim in plain JavaScript: another way to the same rows. Amounts in cents. */
export async function recountDays({ db }: Pick<Context, 'db'>) {
  const claims = await db.rows<Claim>(sql`
    select c.provider_id as billing, c.rendering_provider_id as rendering, c.date_of_service as day, c.initial_outcome as initial, c.is_duplicate as duplicate,
      (c.billed_amount * 100)::int as billed, (c.denied_amount * 100)::int as denied, (c.paid_amount * 100)::int as paid,
      (select coalesce(json_agg(json_build_object('filed', a.appeal_date, 'decided', a.decided_on, 'outcome', a.outcome)), '[]') from claim_appeals a where a.claim_id = c.id) as appeals
    from claims c where c.use = 'claim'`)
  const rows = new Map<string, typeof NOTHING>()
  for (const { billing, rendering, day, initial, duplicate, billed, denied, paid, appeals } of claims) {
    const provider = rendering ?? billing
    const add = (on: string | null, changes: Partial<typeof NOTHING>) => {
      if (on === null || provider === null) return
      const key = `${provider} ${on}`
      const row = { ...(rows.get(key) ?? NOTHING) }
      for (const [name, change] of Object.entries(changes)) row[name as keyof typeof NOTHING] += change
      rows.set(key, row)
    }
    add(day, { paid })
    if (initial === null) add(day, { pending: 1 })
    else if (!duplicate) add(day, { claims: 1, billed, dollars: denied, denied: Number(initial === 'denied') })
    for (const appeal of appeals) {
      add(appeal.filed, { appeals: 1 })
      if (appeal.outcome !== 'pending') add(appeal.decided, { decided: 1, overturned: Number(appeal.outcome !== 'upheld') })
    }
  }
  return Object.fromEntries([...rows].sort())
}

/** The same rows as the table has them. */
export async function storedDays({ db }: Pick<Context, 'db'>) {
  const rows = await db.rows<typeof NOTHING & { provider: string; day: string }>(sql`
    select provider_id as provider, metric_date as day, claim_count as claims, pending_count as pending, denied_count as denied, (billed_amount * 100)::int as billed,
           (dollars_denied * 100)::int as dollars, (paid_amount * 100)::int as paid, appeal_count as appeals, appeals_decided_count as decided, overturn_count as overturned
    from provider_daily_metrics order by provider_id, metric_date`)
  return Object.fromEntries(rows.map(({ provider, day, ...numbers }) => [`${provider} ${day}`, numbers]))
}
