import { defineOperation } from '../../operation.ts'
import { findRejection } from './one.ts'
import { getRejectOutput, oneRejection } from './schemas.ts'

/** The content is a patient's: who may import may see it, and nothing writes it to a log. */
export const getReject = defineOperation({
  name: 'imports.rejects.get',
  kind: 'read',
  identifies: () => true,
  summary: 'Shows one rejection with the rejected piece of its file, to be mended.',
  input: oneRejection,
  output: getRejectOutput,
  run: async (context, key) => ({ reject: await findRejection(context, key), asOf: context.now.toISOString() }),
})
