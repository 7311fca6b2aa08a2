import { randomBytes } from 'node:crypto'
import { todayOf } from '../../context.ts'
import { defineOperation } from '../../operation.ts'
import { deidentified } from './deidentify.ts'
import { fileOf } from './file.ts'
import { exportClaimsInput, exportClaimsOutput } from './schemas.ts'
import { readPart } from './sql.ts'

/** Claims of one part: a small document, a short transaction and one record in the trail. */
const PART = 1_000

export const exportClaims = defineOperation({
  name: 'claims.export',
  kind: 'read',
  // Also without identifiers: the age is computed from the birth date.
  identifies: () => true,
  concerns: (_input, { claimIds }) => claimIds,
  summary: 'Gives the claims that a list would show as a table (CSV) or as JSON lines, de-identified unless it is asked for identified.',
  input: exportClaimsInput,
  output: exportClaimsOutput,
  async run(context, { format, identified, after = '', key = randomBytes(32).toString('base64url'), ...filter }) {
    const { db, organization } = context
    const found = await db.transaction((tx) => readPart(tx, organization.id, { filter, today: todayOf(context), after, limit: PART }))
    const rows = found.map(({ claim, identity }) => (identified ? { ...claim, ...identity } : deidentified(claim, key)))
    const claimIds = found.map(({ claim }) => claim.id)
    const next = found.length === PART ? claimIds.at(-1)! : null
    return { format, identified, content: fileOf(rows, { format, identified, hasHeader: after === '' }), claimIds, next, key }
  },
})
