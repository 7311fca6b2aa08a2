import { defineOperation } from '../operation.ts'
import { detectChanges } from './detect.ts'
import { detectChangesInput, detectChangesOutput } from './schemas.ts'

export const detectChangesOperation = defineOperation({
  name: 'changes.detect',
  kind: 'write',
  summary: 'Finds denial rates that have changed, of each payer and reason and of each pattern with a scope, and tells of new ones.',
  input: detectChangesInput,
  output: detectChangesOutput,
  async run(context) {
    return { ...(await detectChanges(context)), asOf: context.now.toISOString() }
  },
})
