import { sql } from 'drizzle-orm'
import type { IsoDate } from '../dates.ts'
import { daysBetween } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { dollars } from '../money.ts'
import { scopeFrom } from '../patterns/scope/scoped.sql.ts'
import type { Denying } from './answers.ts'
import { letterOf, type CaseClaim } from './claim.ts'

export interface SubjectPattern extends Denying {
  id: string
}
export interface LineDenial {
  /** Null: of the claim as a whole. */
  lineNumber: number | null
  carc: string | null
  rarc: string | null
}
export interface Subject {
  pattern: SubjectPattern
  claim: CaseClaim
  payerName: string | null
  denials: LineDenial[]
}

interface ClaimRow {
  payerId: string | null
  payerName: string | null
  providerId: string | null
  renderingId: string | null
  claimType: CaseClaim['claimType']
  serviceDate: IsoDate | null
  submissionDate: IsoDate | null
  hasAuthorization: boolean
  procedureCodes: string[]
  modifiers: string[]
  diagnosisCodes: string[]
  placeOfService: string | null
}
interface LineRow {
  lineNumber: number
  procedureCode: string | null
  modifiers: string[]
  diagnosisCodes: string[]
  placeOfService: string | null
  renderingId: string | null
  units: number | null
  billed: number
}

/** The pattern and the claim of a case, without anything that says who the patient is; null where one of them is no longer here. */
export async function readSubject(
  tx: Pick<TenantTransaction, 'row' | 'rows'>,
  organizationId: number,
  { patternId, claimId }: { patternId: string; claimId: string },
): Promise<Subject | null> {
  const pattern = await tx.row<{ id: string; reason: string; scope: unknown }>(sql`
    select id, denial_reason as reason, scope from patterns where organization_id = ${organizationId} and id = ${patternId} and denial_reason is not null`)
  const claim = await tx.row<ClaimRow>(sql`
    select c.payer_id as "payerId", p.name as "payerName", c.provider_id as "providerId", c.rendering_provider_id as "renderingId", c.claim_type as "claimType",
           c.date_of_service::text as "serviceDate", c.submission_date::text as "submissionDate", coalesce(c.prior_authorization, '') <> '' as "hasAuthorization",
           c.procedure_codes as "procedureCodes", c.modifiers, c.diagnosis_codes as "diagnosisCodes", c.place_of_service as "placeOfService"
    from claims c left join payers p on p.organization_id = c.organization_id and p.id = c.payer_id
    where c.organization_id = ${organizationId} and c.id = ${claimId}`)
  if (!pattern || !claim) return null
  const lines = await tx.rows<LineRow>(sql`
    select line_number as "lineNumber", procedure_code as "procedureCode", modifiers, diagnosis_codes as "diagnosisCodes", place_of_service as "placeOfService",
           rendering_provider_id as "renderingId", units::float8 as units, (billed_amount * 100)::int8 as billed
    from claim_line_items where organization_id = ${organizationId} and claim_id = ${claimId} order by line_number`)
  const denials = await tx.rows<LineDenial>(sql`
    select nullif(line_number, 0) as "lineNumber", denial_carc as carc, denial_rarc as rarc from pattern_evidence
    where organization_id = ${organizationId} and pattern_id = ${patternId} and claim_id = ${claimId} and origin = 'detected' order by line_number`)
  return {
    pattern: { ...pattern, scope: scopeFrom(pattern.scope) },
    payerName: claim.payerName,
    denials,
    claim: caseClaim(
      claimId,
      claim,
      lines,
      denials.map(({ lineNumber }) => lineNumber),
    ),
  }
}

/** A claim without lines has one for each of its procedures; what a line does not say its claim says, as conditions read it. */
function caseClaim(id: string, claim: ClaimRow, stored: readonly LineRow[], denied: readonly (number | null)[]): CaseClaim {
  const lines = stored.length > 0 ? stored : claim.procedureCodes.map((code, place) => bareLine(claim, code, place + 1))
  const rendering = lines.map(({ renderingId }) => renderingId ?? claim.renderingId ?? claim.providerId)
  const providers = [...new Set(rendering.filter((one) => one !== null))]
  return {
    id,
    providerId: claim.providerId,
    claimType: claim.claimType,
    serviceDate: claim.serviceDate,
    providers,
    denied: lines.map(({ lineNumber }) => lineNumber).filter((number) => denied.includes(number) || denied.includes(null)),
    sent: {
      payer: claim.payerId,
      daysToSubmission: claim.serviceDate !== null && claim.submissionDate !== null ? daysBetween(claim.serviceDate, claim.submissionDate) : null,
      hasAuthorization: claim.hasAuthorization,
      lines: lines.map(({ lineNumber, procedureCode, modifiers, diagnosisCodes, placeOfService, units, billed }, at) => ({
        lineNumber,
        procedureCode,
        modifiers,
        diagnosisCodes: diagnosisCodes.length > 0 ? diagnosisCodes : claim.diagnosisCodes,
        placeOfService: placeOfService ?? claim.placeOfService,
        provider: rendering[at] === null ? null : letterOf(providers.indexOf(rendering[at]!)),
        units: units !== null && units > 0 ? units : null,
        billedAmount: stored.length > 0 && billed >= 0 ? dollars(billed) : null,
      })),
    },
  }
}

const bareLine = ({ modifiers }: ClaimRow, procedureCode: string, lineNumber: number): LineRow => ({
  lineNumber,
  procedureCode,
  modifiers,
  diagnosisCodes: [],
  placeOfService: null,
  renderingId: null,
  units: null,
  billed: 0,
})
