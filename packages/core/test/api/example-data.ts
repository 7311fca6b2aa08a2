import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { raiseAlert } from '../../src/alerts/raise.ts'
import { createAppeal } from '../../src/appeals/create.ts'
import { decideAppeal } from '../../src/appeals/decide.ts'
import { refreshCodesOperation } from '../../src/codes/performance/operation.ts'
import { recomputeAll } from '../../src/computation/recompute.ts'
import type { Context } from '../../src/context.ts'
import { addDays } from '../../src/dates.ts'
import { importPaths } from '../../src/imports/run.ts'
import { recordLearningEvent } from '../../src/learning/record.ts'
import { perform } from '../../src/operation.ts'
import { refreshProvidersOperation } from '../../src/providers/operations.ts'
import { insertClaims, type ClaimSpec } from '../factories/claims.ts'
import { insertCheck, insertScopedPattern } from '../factories/patterns.ts'
import { insertKnownChange } from '../support/changes.ts'
import { insertKnownCase, insertModifierLesson } from '../support/lab.ts'
import { insertKnownView } from '../support/views.ts'
import { billing837, claims837, header835, interchange, remittance, render, subscriber837 } from '../factories/x12.ts'
import { insertPattern } from '../patterns/patterns.ts'
import { insertPolicies } from '../policies/policies.ts'

/** What tells the rows of one organization from those of another; `''` gives the names that the examples of the document use. */
export type Mark = '' | `-${string}`

/** An organization that has a little of everything, as of 2026-03-31. Ids of files and decisions count from 1 in a new database. */
export async function fillOrganization(context: Context, mark: Mark = ''): Promise<void> {
  await importRemittances(context, mark)
  await insertClaims(context, claimSpecs(mark))
  await importFile(context, `PCN-3${mark}.837`, submission(`PCN-3${mark}`, 'M-1003'))
  await insertRejections(context)
  await insertPattern(context, { id: `PTN-1${mark}`, reason: 'Authorization absent' })
  await insertPattern(context, { id: `PTN-2${mark}`, reason: 'Non-covered service', scoped: false })
  await insertChecks(context, mark)
  await insertKnownChange(context, { payer: `P1${mark}` })
  await insertKnownView(context, `VIEW-1${mark}`)
  const { patternId, deniedClaim } = await insertModifierLesson(context, `LAB${mark}`)
  await insertKnownCase(context, { id: `CASE-1${mark}`, patternId, claimId: deniedClaim })
  await insertPolicies(context, [{ id: `POL-1${mark}`, codes: ['99213'] }])
  await recomputeAll(context)
  await perform(refreshProvidersOperation, context, {})
  await perform(refreshCodesOperation, context, {})
  for (const number of [1002, 1003, 1004, 1005]) await perform(createAppeal, context, { claimId: `CLM-${number}${mark}`, filedOn: '2026-03-20' })
  await perform(decideAppeal, context, { claimId: `CLM-1004${mark}`, outcome: 'upheld', on: '2026-03-28' })
  await perform(recordLearningEvent, context, { type: 'practice-completed', patternId: `PTN-1${mark}`, outcomeType: 'correct' })
  await raiseAlert(context, { kind: 'job_failed', subject: `pattern-metrics${mark}`, message: 'It ended three times.' })
  await insertPeople(context, mark)
  await context.db.run(sql`
    insert into letter_templates (organization_id, id, name, body, updated_at, updated_by)
    values (${context.organization.id}, ${`TPL-1${mark}`}, ${`Own letter${mark}`}, 'Dear {{payer}}', '2026-03-01', 'test')`)
}

/** A check that runs, one in shadow, and a pattern that is none yet. */
async function insertChecks(context: Context, mark: Mark): Promise<void> {
  const payerIs = (id: string) => [{ field: 'payer' as const, op: 'is' as const, value: `${id}${mark}` }]
  for (const [number, payer] of [3, 4, 5].map((number) => [number, `P${number - 2}`] as const))
    await insertScopedPattern(context, { id: `PTN-${number}${mark}`, reason: 'Authorization absent', scope: payerIs(payer) })
  await insertCheck(context, { id: `CHK-1${mark}`, patternId: `PTN-3${mark}` })
  await insertCheck(context, { id: `CHK-2${mark}`, patternId: `PTN-4${mark}`, state: 'shadow' })
}

const claimSpecs = (mark: Mark): ClaimSpec[] =>
  Array.from({ length: 60 }, (_, index) => {
    const served = addDays('2026-01-01', index)
    return {
      id: `CLM-${1001 + index}${mark}`,
      served,
      submitted: addDays(served, 1),
      decided: addDays(served, 12),
      payer: `P${1 + (index % 3)}${mark}`,
      provider: `DR${1 + (index % 2)}${mark}`,
      procedure: '99213',
      billed: 100 + index,
      ...(index < 8 || index % 4 === 0 ? { carc: '197' } : {}),
    }
  })

/** Twice two claims that only their members tell apart, and a payment that fits both. */
async function importRemittances(context: Context, mark: Mark): Promise<void> {
  for (const control of [`PCN-1${mark}`, `PCN-2${mark}`]) {
    for (const member of ['M-1001', 'M-1002']) await importFile(context, `${control}-${member}.837`, submission(control, member))
    const lines = ['SVC*HC:99213:25*120*80**1', 'DTM*472*20260401', 'CAS*CO*45*40', 'SVC*HC:93000*60*0**1', 'DTM*472*20260402', 'CAS*CO*197*60']
    const header = header835('80').map((segment) => segment.replace('TRACE-77', `T-${control}`))
    const payment = render(interchange([remittance({ claims: [['CLP*PCN-1*1*180*80*0*12*ICN-1*11*1', ...lines]], header })]))
    await importFile(context, `${control}.835`, named(payment, control))
  }
}

const named = (file: Buffer, control: string) => Buffer.from(file.toString().replaceAll('PCN-1', control))

function submission(control: string, member: string): Buffer {
  const levels = [...billing837, ...subscriber837].map((segment) => segment.replace('M-1001', member))
  return named(render(interchange([claims837({ levels })], { version: '005010X222A2', functional: 'HC', control: `00000${member.slice(-4)}` })), control)
}

async function importFile(context: Context, name: string, content: Buffer): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'overturn-examples-'))
  try {
    writeFileSync(join(folder, name), content)
    const [result] = await importPaths(context, [join(folder, name)], { partial: false })
    if (!result || result.rejected.length > 0) throw new Error(`${name} was not taken in: ${JSON.stringify(result?.rejected)}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A file of which two pieces were not taken in; one of them is kept. */
async function insertRejections({ db, organization }: Context): Promise<void> {
  const file = await db.row<{ id: number }>(sql`
    insert into imports (organization_id, file_name, format, sha256, bytes, status, writer, finished_at)
    values (${organization.id}, 'policies.csv', 'policies-csv', ${`rejected-${organization.id}`}, 1, 'complete', '', now()) returning id::int`)
  for (const [position, content] of [
    [1, 'id,name,mode,procedureCodes,fixGuidance\nPOL-9,,active,70551,Ask first\n'],
    [2, null],
  ] as const)
    await db.run(sql`
      insert into import_rejections (organization_id, import_id, position, severity, code, message, remedy, line_number, content)
      values (${organization.id}, ${file!.id}, ${position}, 'rejection', 'policies.no-name', 'The policy has no name', 'Give it one.', ${position + 1}, ${content})`)
}

/** Two members beside one who may not leave, an invitation and a token; written by the owner of the tables, as signing up does. */
async function insertPeople({ database, organization }: Context, mark: Mark): Promise<void> {
  const run = (text: string, values: unknown[]) => database.pool.query(text, values)
  for (const [number, role] of [
    [1, 'administrator'],
    [2, 'coder'],
    [3, 'viewer'],
  ] as const) {
    const id = `user-${number}${mark}`
    await run('insert into users (id, name, email) values ($1, $2, $3)', [id, `Member ${number}${mark}`, `${id}@practice.example`])
    await run('insert into members (organization_id, user_id, role) values ($1, $2, $3)', [organization.id, id, role])
  }
  await run(
    `insert into invitations (organization_id, id, email, role, token_hash, invited_by, expires_at) values ($1, $2, $3, 'viewer', $4, 'user-1', '2026-04-07')`,
    [organization.id, `invitation-1${mark}`, `new${mark}@practice.example`, `invitation${organization.id}`],
  )
  await run(
    `insert into api_tokens (organization_id, id, name, token_hash, role, scopes, created_by, expires_at) values ($1, $2, $3, $4, 'viewer', '{*}', 'user-1', '2026-06-30')`,
    [organization.id, `token-1${mark}`, `Warehouse${mark}`, `token${organization.id}`],
  )
}
