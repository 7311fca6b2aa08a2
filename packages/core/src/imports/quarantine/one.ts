import type { Context } from '../../context.ts'
import { OverturnError } from '../../errors.ts'
import { readRejection, type RejectionWithContent } from './sql.ts'

/** A rejection with its content. Throws `not_found`. */
export async function findRejection({ db, organization }: Context, key: { importId: number; position: number }): Promise<RejectionWithContent> {
  const found = await db.transaction((tx) => readRejection(tx, organization.id, key))
  if (found) return found
  throw new OverturnError('not_found', `Import ${key.importId} has no rejection ${key.position}. The list of rejections has those there are.`, {
    command: 'overturn rejects',
  })
}

/** Throws `conflict` for one that was mended or dismissed before. */
export function assertOpen({ importId, position, state, mendedByImport }: RejectionWithContent): void {
  if (state === 'open') return
  const how = state === 'mended' ? `mended by import ${mendedByImport}` : 'dismissed'
  throw new OverturnError('conflict', `Rejection ${position} of import ${importId} was ${how} before; there is nothing to do.`)
}
