import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { todayOf } from '../context.ts'
import { period, periodOf } from '../measures/bridge/period.ts'
import { waitsFor } from '../measures/waiting.sql.ts'
import { readMaturities } from '../measures/maturity/sql.ts'
import { dollars, type Cents } from '../money.ts'
import { defineOperation } from '../operation.ts'
import { shownVersion } from '../releases/shown.sql.ts'
import { versionOf } from '../releases/versions.ts'
import { isoDate, money, rate, text, window } from '../schemas.ts'
import { knownPattern } from './no-pattern.ts'
import { computationVersion, percentOf } from './row.ts'

const counts = {
  claimCount: z.number().int(),
  deniedCount: z.number().int(),
  denialRate: rate,
  dollarsDenied: money,
  /** What of it is still denied at the latest decision. */
  dollarsAtRisk: money,
  /** Appeals filed on the day, in percent of the claims denied. */
  appealCount: z.number().int(),
  appealRate: rate,
  /** Appeals decided on the day, and those of them that were won, wholly or in part. */
  appealsDecidedCount: z.number().int(),
  overturnCount: z.number().int(),
  overturnRate: rate,
}

const output = z.object({
  window,
  /** Every day of the window, those on which nothing happened too. `mature`: the decisions on claims served then are in, as far as one can expect. */
  days: z.array(z.object({ date: isoDate, mature: z.boolean(), ...counts })),
  total: z.object(counts),
  /** The first day that is not mature; null while that is unknown. */
  matureBefore: isoDate.nullable(),
  recomputing: z.boolean(),
  computationVersion,
  asOf: z.string(),
})

interface Counted {
  claims: number
  denied: number
  dollars: Cents
  atRisk: Cents
  filed: number
  decided: number
  won: number
}

export const patternDays = defineOperation({
  name: 'patterns.days',
  kind: 'read',
  summary: "A pattern's daily metrics: claims, denials and dollars by day of service, appeals by the days on which they were filed and decided.",
  input: z.strictObject({ id: text(100), ...period(90) }),
  output,
  async run(context, { id, ...asked }) {
    const { db, organization, actor, now } = context
    const today = todayOf(context)
    const { start, end } = periodOf(asked, today)
    return db.transaction(async (tx) => {
      await knownPattern(tx, organization, id)
      const rows = await tx.rows<Counted & { date: string }>(sql`
        select day::date as date, coalesce(claim_count, 0) as claims, coalesce(denied_count, 0) as denied, (coalesce(dollars_denied, 0) * 100)::int8 as dollars,
               (coalesce(dollars_at_risk, 0) * 100)::int8 as "atRisk", coalesce(appeal_count, 0) as filed, coalesce(appeals_decided_count, 0) as decided, coalesce(overturn_count, 0) as won
        from generate_series(${start}::date::timestamp, ${end}::date::timestamp - interval '1 day', interval '1 day') as d(day)
        left join pattern_daily_metrics m on m.organization_id = ${organization.id} and m.pattern_id = ${id} and m.metric_date = d.day::date order by day`)
      const { shown } = (await tx.row<{ shown: number }>(sql`select ${shownVersion(organization.id, actor)} as shown`))!
      const maturity = await readMaturities(tx, { organizationId: organization.id, basis: 'service', asOf: today })
      const { matureBefore } = maturity[versionOf(shown).maturity]
      return {
        window: { start, end },
        days: rows.map(({ date, ...counted }) => ({ date, mature: matureBefore !== null && date < matureBefore, ...shownCounts(counted) })),
        total: shownCounts(rows.reduce(added)),
        matureBefore,
        recomputing: await waitsFor(tx, organization.id, 'service', { start, end }),
        computationVersion: shown,
        asOf: now.toISOString(),
      }
    })
  },
})

const added = <Row extends Counted>(sum: Row, next: Counted): Row => ({
  ...sum,
  claims: sum.claims + next.claims,
  denied: sum.denied + next.denied,
  dollars: sum.dollars + next.dollars,
  atRisk: sum.atRisk + next.atRisk,
  filed: sum.filed + next.filed,
  decided: sum.decided + next.decided,
  won: sum.won + next.won,
})

const shownCounts = ({ claims, denied, dollars: denials, atRisk, filed, decided, won }: Counted) => ({
  claimCount: claims,
  deniedCount: denied,
  denialRate: percentOf(denied, claims),
  dollarsDenied: dollars(denials),
  dollarsAtRisk: dollars(atRisk),
  appealCount: filed,
  appealRate: percentOf(filed, denied),
  appealsDecidedCount: decided,
  overturnCount: won,
  overturnRate: percentOf(won, decided),
})
