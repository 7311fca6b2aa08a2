import { sql } from 'drizzle-orm'
import type { IsoDate } from '../../dates.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import { claimColumns, claimJoins, claimRow, matching, type ClaimFilter, type StoredClaim } from '../list-sql.ts'
import type { ExportedClaim, Identity } from './deidentify.ts'

/** Whole years at the day of service; people of 90 and above are one group. */
const age = sql`case when c.patient_dob <= c.date_of_service then least(90, extract(year from age(c.date_of_service, c.patient_dob)))::int end`
const identity = sql`c.patient_name as "patientName", c.patient_dob as "patientBirthDate", c.member_id as "memberId"`

export interface ExportPart {
  filter: Omit<ClaimFilter, 'sort' | 'page' | 'limit'>
  today: IsoDate
  after: string
  limit: number
}

/** Claims after an id, in the order of their ids. The transaction has to be one that may see birth dates. */
export async function readPart(tx: Pick<TenantTransaction, 'rows'>, organizationId: number, { filter, today, after, limit }: ExportPart) {
  type Stored = StoredClaim & Pick<ExportedClaim, 'patientAge'> & Identity
  const rows = await tx.rows<Stored>(sql`
    select ${claimColumns}, ${age} as "patientAge", ${identity}
    from claims c ${claimJoins}
    where ${matching(organizationId, filter, today)} and c.id > ${after}
    order by c.id limit ${limit}`)
  return rows.map(({ patientAge, patientName, patientBirthDate, memberId, ...stored }) => ({
    claim: { ...claimRow(stored), patientAge } satisfies ExportedClaim,
    identity: { patientName, patientBirthDate, memberId } satisfies Identity,
  }))
}
