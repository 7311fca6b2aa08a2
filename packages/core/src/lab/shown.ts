import { record } from '../audit/write.ts'
import type { Context } from '../context.ts'

type LabOperation = 'lab.start' | 'lab.hint' | 'lab.run'

/** The answer does not say which claims it shows; the record of who saw what does. */
export const recordShown = (context: Context, operation: LabOperation, caseId: string, claimIds: readonly string[]): Promise<void> =>
  record(context, { operation, outcome: 'done', claimIds, about: { id: caseId } })
