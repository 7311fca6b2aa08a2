import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { refreshPolicies } from './refresh.ts'

export const refreshPoliciesOperation = defineOperation({
  name: 'policies.refresh',
  kind: 'write',
  summary: 'Computes hits, days and metrics of the policies as of today.',
  input: z.strictObject({}),
  output: z.object({ policies: z.number().int(), asOf: z.string() }),
  async run(context) {
    return { policies: await refreshPolicies(context), asOf: context.now.toISOString() }
  },
})
