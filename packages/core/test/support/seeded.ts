import { sql } from 'drizzle-orm'
import { createAppeal } from '../../src/appeals/create.ts'
import { recomputeAll } from '../../src/computation/recompute.ts'
import type { Context } from '../../src/context.ts'
import { detectPatternsOperation } from '../../src/patterns/operations.ts'
import { recordLearningEvent } from '../../src/learning/record.ts'
import { perform } from '../../src/operation.ts'
import { prepareRelease } from '../../src/releases/operations.ts'
import { takeSnapshotsOperation } from '../../src/snapshots/take.ts'
import { insertScopedPattern } from '../factories/patterns.ts'
import { insertKnownChange } from './changes.ts'
import { insertKnownCheck } from './checks.ts'
import { heldUpload } from './uploads.ts'
import { insertKnownCase } from './lab.ts'
import { claimId, insertManyClaims } from './many-claims.ts'
import { insertManyPolicies } from './many-policies.ts'
import { insertNetwork } from './networks.ts'
import { insertKnownView } from './views.ts'
import { readKnown, type Known } from './viewer-examples.ts'

/** Ids of one thing of each kind that an operation can be asked about. */
export interface Seeded extends Known {
  /** A confirmed pattern that is no check yet. */
  scopedPattern: string
  rejection: number
  /** A decision in doubt, and a claim that it fits as well. */
  adjudicationId: string
  candidate: string
  alert: number
  upload: string
  member: string
  invitation: string
  token: string
}

const CLAIMS = 600
const TODAY = '2026-03-31'

/** Fills an organization with something of everything: no table of it stays empty that an operation reads. */
export async function seedEverything(context: Context): Promise<Seeded> {
  const { db, database, organization } = context
  await insertManyClaims(context, CLAIMS, TODAY)
  await insertManyPolicies(context, TODAY)
  await db.run(sql`update claims set patient_name = 'Invented, Person', patient_dob = '1980-05-05', member_id = 'MEMBER-OF-ONE'`)
  await recomputeAll(context)
  // So few claims have few of a kind: less than people would call a pattern.
  await perform(detectPatternsOperation, context, { minimumDenials: 2 })
  await recomputeAll(context)
  const known = await readKnown(db)
  await insertKnownCheck(context)
  await insertKnownChange(context)
  await insertKnownView(context)
  await insertKnownCase(context, { patternId: known.pattern, claimId: known.deniedClaim })
  await insertScopedPattern(context, {
    id: 'PTN-SCOPED',
    reason: known.reason,
    scope: [{ field: 'payer', op: 'is', value: 'PAY-03' }],
    laterStart: '2025-06-01',
  })
  const decision = await db.row<{ id: string }>(
    sql`select id::text from adjudications where organization_id = ${organization.id} and claim_id = ${known.deniedClaim} order by id limit 1`,
  )
  const candidate = claimId(7)
  await db.run(sql`
    insert into match_queue (organization_id, adjudication_id, candidates) values (${organization.id}, ${decision!.id}, array[${known.deniedClaim}, ${candidate}]::text[])`)
  await db.run(sql`
    insert into import_rejections (organization_id, import_id, position, severity, code, message, remedy, content)
    values (${organization.id}, ${known.importId}, 1, 'rejection', 'x12.bad-amount', 'CLP04 is no amount', 'Correct it.', 'A piece of the file of one')`)
  await db.run(sql`
    insert into letter_templates (organization_id, id, name, body, updated_at, updated_by)
    values (${organization.id}, 'template-of-one', 'Template of one', 'Dear {{payer}}', '2026-03-01', 'user-of-one')`)
  await db.run(sql`
    insert into work_items (organization_id, claim_id, assigned_to, updated_at, updated_by) values (${organization.id}, ${known.deniedClaim}, 'user-of-one', '2026-03-01', 'user-of-one')`)
  await db.run(sql`
    insert into work_notes (organization_id, claim_id, body, written_by, written_at) values (${organization.id}, ${known.deniedClaim}, 'Note of one', 'user-of-one', '2026-03-01')`)
  const alert = await db.row<{ id: number }>(
    sql`insert into alerts (organization_id, kind, subject, message) values (${organization.id}, 'job_released', 'refresh', 'Alert of one') returning id`,
  )
  await database.orm.execute(sql`insert into users (id, name, email) values ('user-of-one', 'User of one', 'one@example.org') on conflict do nothing`)
  await db.run(sql`insert into members (organization_id, user_id, role) values (${organization.id}, 'user-of-one', 'analyst')`)
  await db.run(sql`
    insert into invitations (organization_id, id, email, role, token_hash, invited_by, expires_at)
    values (${organization.id}, 'invitation-of-one', 'guest-of-one@example.org', 'viewer', ${`invitation ${organization.id}`}, 'user-of-one', '2030-01-01')`)
  await db.run(sql`
    insert into api_tokens (organization_id, id, name, token_hash, role, created_by, expires_at)
    values (${organization.id}, 'token-of-one', 'Token of one', ${`token ${organization.id}`}, 'viewer', 'user-of-one', '2030-01-01')`)
  await insertNetwork(database, { slug: 'valley', practices: [organization.id], analysts: [context.actor.id] })
  await perform(recordLearningEvent, context, { type: 'claim-reviewed', claimId: known.deniedClaim, patternId: known.pattern })
  await perform(recordLearningEvent, context, { type: 'practice-completed', patternId: known.pattern, outcomeType: 'correct' })
  await perform(createAppeal, context, { claimId: known.deniedClaim, filedOn: TODAY })
  await perform(takeSnapshotsOperation, context, {})
  await perform(prepareRelease, context, { version: 1 })
  const upload = await heldUpload(context)
  return {
    ...known,
    scopedPattern: 'PTN-SCOPED',
    rejection: 1,
    adjudicationId: decision!.id,
    candidate,
    alert: alert!.id,
    upload,
    member: 'user-of-one',
    invitation: 'invitation-of-one',
    token: 'token-of-one',
  }
}
