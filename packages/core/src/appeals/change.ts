import { sql } from 'drizzle-orm'
import { deriveClaims } from '../adjudication/write.ts'
import { todayOf, type Context } from '../context.ts'
import type { IsoDate } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { OverturnError, type FieldProblem } from '../errors.ts'
import { refreshAfterWrite } from '../jobs/refresh-after-write.ts'
import { assertNoImport } from '../matches/quiet.ts'
import { markDaysOf } from '../measures/marks.ts'
import { readAppeal } from './list.sql.ts'
import { loadAppealedClaim, type OneAppeal, type StoredAppealedClaim } from './load.ts'
import { appealOf } from './row.ts'
import type { appealAnswer } from './schemas.ts'
import type { z } from 'zod'

export interface Change {
  tx: TenantTransaction
  organizationId: number
  claim: StoredAppealedClaim
  today: IsoDate
}

/**
 * The one way in which people change appeals, in one short transaction: no file is being merged, the claim is locked, its days are marked before
 * and after, and it is derived again; then its days are asked to be computed. `work` returns the level that it wrote. Throws `not_found` for a claim that is not there.
 */
export async function changeAppeal<Result>(
  context: Context,
  claimId: string,
  { work, answer }: { work: (change: Change) => Promise<number>; answer: (change: Change, level: number) => Promise<Result> },
): Promise<Result> {
  const { db, organization, log, actor } = context
  const written = await db.transaction(async (tx) => {
    await assertNoImport(tx, organization.id)
    const claim = await loadAppealedClaim(tx, organization.id, claimId)
    if (!claim)
      throw new OverturnError('not_found', `There is no claim "${claimId}" in ${organization.name}. The list of claims names those there are.`, {
        command: 'overturn claims',
      })
    const change: Change = { tx, organizationId: organization.id, claim, today: todayOf(context) }
    const cause = `appeal:${claimId}`
    await markDaysOf(tx, organization.id, [claimId], cause)
    const level = await work(change)
    await deriveClaims(tx, organization.id, [claimId])
    await markDaysOf(tx, organization.id, [claimId], cause)
    // Not which claim: payers and practices number claims by accounts of patients.
    log.info({ level, by: actor.id }, 'appeal changed')
    return answer(change, level)
  })
  await refreshAfterWrite(context)
  return written
}

/** The answer of an operation that leaves an appeal behind. */
export const showAppeal =
  ({ now }: Pick<Context, 'now'>) =>
  async ({ tx, organizationId, claim, today }: Change, level: number): Promise<z.input<typeof appealAnswer>> => ({
    appeal: appealOf((await readAppeal(tx, organizationId, claim.id, level))!, today),
    asOf: now.toISOString(),
  })

/** The appeal of that level, or the latest one. Throws `not_found`. */
export function appealOfLevel({ id, appeals }: StoredAppealedClaim, level: number | undefined): OneAppeal {
  const found = level === undefined ? appeals.at(-1) : appeals.find((appeal) => appeal.level === level)
  if (found) return found
  const which = level === undefined ? 'no appeal' : `no appeal of level ${level}`
  throw new OverturnError('not_found', `Claim ${id} has ${which}. The page of the claim shows those there are.`, { command: 'overturn appeals' })
}

/** Throws `invalid_input` when there is any. */
export function assertNone(problems: readonly FieldProblem[]): void {
  if (problems.length === 0) return
  const list = problems.map(({ field, message }) => `${field}: ${message}`).join('; ')
  throw new OverturnError('invalid_input', `The appeal cannot be written: ${list}.`, { fields: [...problems] })
}

/** What a file said stays as it said it; its import can be undone, or a later file correct it. */
export const ofFile = (claimId: string, level: number, why: string): OverturnError =>
  new OverturnError('conflict', `Appeal ${level} of claim ${claimId} ${why}`)

export const whichRow = (organizationId: number, claimId: string, level: number) =>
  sql`organization_id = ${organizationId} and claim_id = ${claimId} and level = ${level}`
