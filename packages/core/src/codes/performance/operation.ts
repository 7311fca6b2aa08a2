import { slicesOf } from '../../computation/slices.ts'
import { defineOperation } from '../../operation.ts'
import { refreshCodePerformance } from './refresh.ts'
import { refreshCodesInput, refreshCodesOutput } from './schemas.ts'

export const refreshCodesOperation = defineOperation({
  name: 'codes.refresh',
  kind: 'write',
  summary: "Computes what the organization's own claims of the last twelve months say of each procedure code.",
  input: refreshCodesInput,
  output: refreshCodesOutput,
  async run(context) {
    const slices = slicesOf(context.db)
    const codes = await refreshCodePerformance(context, slices)
    const { count, longestMs } = slices
    context.log.info({ organizationId: context.organization.id, codes, slices: count, longestSliceMs: longestMs }, 'computed procedure codes')
    return { codes, slices: count, longestSliceMs: longestMs, asOf: context.now.toISOString() }
  },
})
