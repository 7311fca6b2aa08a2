import type { Context } from '../../src/context.ts'
import { insertCheck, insertScopedPattern } from '../factories/patterns.ts'

export const KNOWN_CHECK = 'CHK-KNOWN'

/** A check in shadow of a pattern of the large set. */
export async function insertKnownCheck(context: Pick<Context, 'db' | 'organization'>): Promise<void> {
  await insertScopedPattern(context, { id: 'PTN-KNOWN', reason: 'Authorization absent', scope: [{ field: 'payer', op: 'is', value: 'PAY-04' }] })
  await insertCheck(context, { id: KNOWN_CHECK, patternId: 'PTN-KNOWN', state: 'shadow' })
}
