import { defineOperation } from '../../operation.ts'
import { truthChecks } from './checks.ts'
import { readTruth } from './read-truth.ts'
import { verifyTruthInput, verifyTruthOutput } from './schemas.ts'

/** Compares what the database holds with the truth file of an invented group, to the cent. Changes nothing. */
export const verifyTruth = defineOperation({
  name: 'imports.verify-truth',
  kind: 'read',
  summary: 'Compare the database with the truth file of an invented group.',
  input: verifyTruthInput,
  output: verifyTruthOutput,
  run: async ({ db }, { truth: path }) => {
    const truth = await readTruth(path)
    const checks = await truthChecks(db, truth)
    return { truth: path, format: truth.format, equal: checks.every(({ equal }) => equal), checks }
  },
})
