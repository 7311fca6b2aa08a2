import { defineOperation } from '../operation.ts'
import { caseOf, knownCase } from './case-row.ts'
import { caseInput, labCase } from './schemas.ts'

export const getCase = defineOperation({
  name: 'lab.case',
  kind: 'read',
  concerns: (_input, { lesson }) => (lesson ? [lesson.claimId, ...(lesson.twin ? [lesson.twin.claimId] : [])] : []),
  summary: 'Shows a case of yours: the claim as it was sent and the hints you took; its lesson once it is finished.',
  input: caseInput,
  output: labCase,
  async run(context, { id }) {
    const { stored, prepared } = await context.db.transaction((tx) => knownCase(tx, context, id))
    return caseOf(stored, prepared)
  },
})
