import { sql } from 'drizzle-orm'
import type { Context } from '../../../src/context.ts'
import type { meetsScope } from '../../../src/patterns/scope/meets.ts'

type Claim = Parameters<typeof meetsScope>[1]
type Line = Parameters<typeof meetsScope>[2]
export interface ScopeClaim extends Claim {
  id: string
  /** A claim without lines has one, number 0, of which nothing is said. */
  lines: (Line & { number: number })[]
}

const NOTHING = { number: 0, procedureCode: null, modifiers: [], diagnosisCodes: [], placeOfService: null, renderingProviderId: null }

/** The claims with what conditions look at, as meets.ts wants them. */
export async function readScopeClaims({ db, organization }: Pick<Context, 'db' | 'organization'>): Promise<ScopeClaim[]> {
  const rows = await db.rows<ScopeClaim>(sql`
    select c.id, c.payer_id as "payerId", c.provider_id as "providerId", c.rendering_provider_id as "renderingProviderId", c.claim_type as "claimType", c.date_of_service as "serviceDate",
      c.submission_date as "submissionDate", c.place_of_service as "placeOfService", c.procedure_codes as "procedureCodes", c.diagnosis_codes as "diagnosisCodes",
      (select coalesce(json_agg(json_build_object('number', l.line_number, 'procedureCode', l.procedure_code, 'modifiers', l.modifiers, 'diagnosisCodes', l.diagnosis_codes,
        'placeOfService', l.place_of_service, 'renderingProviderId', l.rendering_provider_id)), '[]') from claim_line_items l where l.claim_id = c.id) as lines
    from claims c where c.organization_id = ${organization.id}`)
  return rows.map((claim) => ({ ...claim, lines: claim.lines.length > 0 ? claim.lines : [NOTHING] }))
}
