import { sql, type SQL } from 'drizzle-orm'
import { isDecided, isDenied } from '../codes/performance/lines.sql.ts'
import type { DateWindow } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { providerOfClaim } from '../measures/provider-daily/days.sql.ts'
import { isMerged } from '../patterns/identity/merged.sql.ts'
import { dollarsOf, sentenceOf, type PatternRow } from '../patterns/row.ts'
import { scopeFrom } from '../patterns/scope/scoped.sql.ts'
import type { ProviderDetail } from './schemas.ts'

const MOST_PATTERNS = 20
const MOST_PROCEDURES = 10

type Told = Pick<PatternRow, 'origin' | 'denialReason' | 'description' | 'title'>
type ProviderPatternRow = Told &
  Pick<ProviderDetail['patterns'][number], 'id' | 'status' | 'learningProgress' | 'deniedClaims'> & { scope: unknown; deniedAmount: string }

/** The provider's claims `c` served in the window that were denied in whole or in part: few among all, found by their index. */
const deniedOf = (organizationId: number, id: string, { start, end }: DateWindow): SQL => sql`
  c.organization_id = ${organizationId} and c.denial_reason is not null and c.date_of_service >= ${start} and c.date_of_service < ${end} and c.use = 'claim' and ${providerOfClaim} = ${id}`

/** The patterns in which claims of the provider were denied, each claim once. */
export const readPatterns = (tx: TenantTransaction, organizationId: number, id: string, window: DateWindow) =>
  tx.rows<ProviderPatternRow>(sql`
    select p.id, p.title, p.description, p.origin, p.denial_reason as "denialReason", p.scope, p.status, p.learning_progress as "learningProgress", d.claims as "deniedClaims", d.amount::text as "deniedAmount"
    from (
      select pc.pattern_id, count(distinct c.id)::int as claims, sum(pc.amount) as amount
      from claims c cross join lateral (
        select pattern_id, amount from pattern_claims where organization_id = ${organizationId} and claim_id = c.id and denied offset 0) pc
      where ${deniedOf(organizationId, id, window)} group by 1) d
    join patterns p on p.organization_id = ${organizationId} and p.id = d.pattern_id and p.status <> 'archived' and not ${isMerged}
    order by d.claims desc, d.amount desc, p.id limit ${MOST_PATTERNS}`)

export function providerPatternOf({ origin, denialReason, description, deniedAmount, scope, ...same }: ProviderPatternRow): ProviderDetail['patterns'][number] {
  const sentence = sentenceOf({ origin, denialReason, description, title: same.title })
  return { ...same, sentence, scope: scopeFrom(scope), deniedAmount: dollarsOf(deniedAmount) }
}

/** The procedure codes of its lines with the most denials. */
export const readProcedures = (tx: TenantTransaction, organizationId: number, id: string, window: DateWindow) =>
  tx.rows<ProviderDetail['procedures'][number]>(sql`
    select l.procedure_code as "procedureCode", count(*)::int as denied
    from claims c join claim_line_items l on l.organization_id = ${organizationId} and l.claim_id = c.id
    where ${deniedOf(organizationId, id, window)} and ${isDecided} and ${isDenied} and l.procedure_code is not null
    group by 1 order by 2 desc, 1 limit ${MOST_PROCEDURES}`)
