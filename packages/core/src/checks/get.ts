import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { text } from '../schemas.ts'
import { checkOf, knownCheck } from './row.ts'
import { checkOutput } from './schemas.ts'

export const getCheck = defineOperation({
  name: 'checks.get',
  kind: 'read',
  summary: 'One pre-submission check: its scope, its back-test, and what it has said since.',
  input: z.strictObject({ id: text(100) }),
  output: checkOutput,
  async run({ db, organization }, { id }) {
    return checkOf(await knownCheck(db, organization, id))
  },
})
