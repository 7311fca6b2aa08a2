import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { readPeople } from './people.sql.ts'
import { person } from './schemas.ts'

export const workPeople = defineOperation({
  name: 'worklist.people',
  kind: 'read',
  summary: 'Lists the members to whom work can be given, by name.',
  input: z.strictObject({}),
  output: z.object({ people: z.array(person) }),
  run: async ({ db, organization }) => ({ people: await db.transaction((tx) => readPeople(tx, organization.id)) }),
})
