import { sql } from 'drizzle-orm'
import type { Database } from '../../../../packages/core/src/db/connect.ts'
import type { TenantDatabase } from '../../../../packages/core/src/db/tenant.ts'

/** The guide's pattern_claims: one row for each denied claim of a pattern, and its two indexes. Its daily rows go to a table of its own. */
export async function makeGuideTables({ pool }: Database, db: TenantDatabase): Promise<void> {
  await pool.query(
    'create table guide_pattern_claims (organization_id integer not null, pattern_id text collate "C" not null, claim_id text collate "C" not null)',
  )
  await pool.query(`
    create table guide_pattern_daily_metrics (organization_id integer not null, pattern_id text collate "C" not null, metric_date date not null, period_start text, period_end text,
      claim_count integer default 0, denied_count integer default 0, denial_rate real, dollars_denied numeric(14, 2) default 0, appeal_count integer default 0,
      unique (organization_id, pattern_id, metric_date))`)
  await pool.query('grant select, insert, update, delete on guide_pattern_claims, guide_pattern_daily_metrics to overturn_app')
  await db.run(
    sql`insert into guide_pattern_claims select distinct organization_id, pattern_id, claim_id from pattern_claims where organization_id = ${db.organizationId} and denied`,
  )
  await pool.query('create index guide_pattern_claims_pattern on guide_pattern_claims (organization_id, pattern_id)')
  await pool.query('create index guide_pattern_claims_claim on guide_pattern_claims (organization_id, claim_id)')
  await pool.query('analyze guide_pattern_claims')
}

/** The columns of the guide's claims, which its endpoints load whole. Ours has more, and they are not charged to it. */
export interface GuideClaim {
  id: string
  providerId: string | null
  claimType: string | null
  patientName: string | null
  patientDob: string | null
  patientSex: string | null
  memberId: string | null
  memberGroupId: string | null
  dateOfService: string
  submissionDate: string
  processingDate: string | null
  billedAmount: number
  paidAmount: number
  status: string
  denialReason: string | null
  createdAt: Date
}

export const guideClaim = sql.raw(`
  c.id, c.provider_id as "providerId", c.claim_type as "claimType", c.patient_name as "patientName", c.patient_dob as "patientDob", c.patient_sex as "patientSex",
  c.member_id as "memberId", c.member_group_id as "memberGroupId", c.date_of_service as "dateOfService", c.submission_date as "submissionDate",
  c.processing_date as "processingDate", c.billed_amount::float8 as "billedAmount", c.paid_amount::float8 as "paidAmount", c.status, c.denial_reason as "denialReason",
  c.created_at as "createdAt"`)

/** What the guide's endpoints read of a pattern. */
export interface GuidePattern {
  id: string
  title: string
  description: string
  category: string
  status: string
  tier: string
  baselineDenialRate: number | null
  currentDenialRate: number | null
  avgDenialAmount: number | null
  totalAtRisk: number | null
  learningProgress: number
  firstDetected: string
}

export const guidePattern = sql.raw(`
  p.id, p.title, p.description, p.category, p.status, p.tier, p.baseline_denial_rate as "baselineDenialRate", p.current_denial_rate as "currentDenialRate",
  p.avg_denial_amount::float8 as "avgDenialAmount", p.total_at_risk::float8 as "totalAtRisk", p.learning_progress as "learningProgress", p.first_detected as "firstDetected"`)
