import { sql, type SQL } from 'drizzle-orm'
import { ofPayers } from '../computation/days.sql.ts'
import type { IsoDate } from '../dates.ts'
import { OverturnError } from '../errors.ts'
import { dollars, type Cents } from '../money.ts'
import { defineOperation } from '../operation.ts'
import { denialFacts } from '../patterns/denial-facts.sql.ts'
import { paginate } from '../schemas.ts'
import { changeClaimsInput, changeClaimsOutput } from './schemas.ts'

interface Stored {
  subject: 'payer_reason' | 'pattern'
  payerId: string | null
  denialReason: string | null
  patternId: string | null
  onset: IsoDate
  /** The day after the last one that counts. */
  end: IsoDate
}

interface Row {
  claimId: string
  serviceDate: IsoDate
  denialDate: IsoDate | null
  procedureCode: string | null
  denied: Cents
  open: Cents
  total: number
}

export const changeClaims = defineOperation({
  name: 'changes.claims',
  kind: 'read',
  concerns: (_input, { claims }) => claims.map(({ claimId }) => claimId),
  summary: 'Lists the denied claims of a change of a denial rate since its onset, the newest first.',
  input: changeClaimsInput,
  output: changeClaimsOutput,
  async run({ db, organization, now }, { id, page, limit }) {
    return db.transaction(async (tx) => {
      const change = await tx.row<Stored>(sql`
        select subject, payer_id as "payerId", denial_reason as "denialReason", pattern_id as "patternId", onset, coalesce(ended_on, computed_until + 1) as "end"
        from rate_changes where organization_id = ${organization.id} and id = ${id}`)
      if (!change) throw new OverturnError('not_found', `There is no change ${id}; "changes list" shows those there are.`)
      const claims = sql`
        select f.claim_id, f.service_day, min(f.denied_on) as denied_on, min(f.procedure_code) as procedure_code, sum(f.amount) as amount, sum(f.open_amount) as open_amount
        from (${denials(organization.id, change)}) f group by 1, 2`
      const { total } = (await tx.row<{ total: number }>(sql`select count(*)::int as total from (${claims}) claim`))!
      const rows = await tx.rows<Row>(sql`
        select claim_id as "claimId", service_day as "serviceDate", denied_on as "denialDate", procedure_code as "procedureCode",
               (amount * 100)::int8 as denied, (open_amount * 100)::int8 as open
        from (${claims}) claim order by service_day desc, claim_id limit ${limit} offset ${(page - 1) * limit}`)
      return {
        claims: rows.map(({ denied, open, ...claim }) => ({ ...claim, deniedAmount: dollars(denied), openAmount: dollars(open) })),
        pagination: paginate(total, { page, limit }),
        asOf: now.toISOString(),
      }
    })
  },
})

/** The denial facts that the watch counted, of the days with the new rate. */
function denials(organizationId: number, { subject, payerId, denialReason, patternId, onset, end }: Stored): SQL {
  const days = sql`c.use = 'claim' and c.date_of_service >= ${onset} and c.date_of_service < ${end}`
  if (subject === 'payer_reason')
    return sql`select * from (${denialFacts(organizationId, sql`${days} and ${ofPayers('c.payer_id', [payerId!])}`)}) f where f.reason = ${denialReason}`
  // Of a pattern the denials are those that were matched to its scope.
  return sql`
    select f.* from pattern_claims pc cross join lateral (${denialFacts(organizationId, sql`${days} and c.id = pc.claim_id`)}) f
    where pc.organization_id = ${organizationId} and pc.pattern_id = ${patternId} and pc.denied and pc.service_date >= ${onset} and pc.service_date < ${end} and f.line_number = pc.line_number`
}
