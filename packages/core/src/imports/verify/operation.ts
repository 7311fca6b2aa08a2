import { defineOperation } from '../../operation.ts'
import { ClaimComparison } from './claims.ts'
import { codeDifferences, patternDifferences, policyDifferences } from './definitions.ts'
import { exportedObjects, exportFiles } from './export.ts'
import { ObjectComparison } from './objects.ts'
import { Mismatches } from './mismatches.ts'
import { unresolvedCount } from './objects.sql.ts'
import { checkOf, verifyInput, verifyOutput } from './schemas.ts'

/** Objects compared per statement; one such batch is in memory. */
const BATCH = 500

/** Compares a portal's JSON export, object by object and cent by cent, with what the database has of it. Changes nothing. */
export const verifyExport = defineOperation({
  name: 'imports.verify',
  kind: 'read',
  identifies: () => true,
  summary: 'Compare a portal JSON export with what was imported from it.',
  input: verifyInput,
  output: verifyOutput,
  run: async ({ db }, { directory }) => {
    const files = await exportFiles(directory)
    const mismatches = new Mismatches()
    const claims = new ClaimComparison(db, mismatches)
    const others = new ObjectComparison(db, mismatches)
    for await (const { kind, objects } of exportedObjects(files, BATCH)) {
      if (kind === 'claim') await claims.take(objects)
      else await others.take(kind, objects)
    }
    const checks = [...claims.checks(), ...(await others.checks()), checkOf('objects that are missing or different', 0, mismatches.total)]
    return {
      directory,
      files: files.map(({ name }) => name),
      equal: checks.every(({ equal }) => equal),
      checks,
      differencesByDefinition: [
        ...claims.differences(),
        ...(await patternDifferences(db, others.patterns, claims.ids)),
        ...(await policyDifferences(db, others.policies)),
        ...codeDifferences(others.codes),
      ],
      missing: mismatches.listed,
      unresolved: await unresolvedCount(db),
    }
  },
})
