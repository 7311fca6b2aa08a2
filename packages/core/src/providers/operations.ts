import { recomputeMarked } from '../computation/recompute.ts'
import { defineOperation } from '../operation.ts'
import { refreshProviders } from './refresh.ts'
import { refreshProvidersInput, refreshProvidersOutput } from './schemas.ts'

export const refreshProvidersOperation = defineOperation({
  name: 'providers.refresh',
  kind: 'write',
  summary: 'Computes the performance of every provider over the last twelve months, against its own case mix.',
  input: refreshProvidersInput,
  output: refreshProvidersOutput,
  async run(context) {
    // What is counted comes from the days, what is expected from the claims: days that wait are computed first, so that both tell the same.
    await recomputeMarked(context)
    return { ...(await refreshProviders(context)), asOf: context.now.toISOString() }
  },
})
