import type { TenantTransaction } from '../db/tenant.ts'
import { OverturnError } from '../errors.ts'
import { holdTurn } from '../imports/lifecycle.ts'

/**
 * Claims must not change places while an import looks for them: it has read which claims there are and writes in later transactions. Throws
 * `conflict` while one is at work; until this transaction ends, none begins.
 */
export async function assertNoImport(tx: TenantTransaction, organizationId: number): Promise<void> {
  if (await holdTurn(tx, organizationId)) throw new OverturnError('conflict', 'A file is being imported or undone at this moment. Try again when that is done.')
}
