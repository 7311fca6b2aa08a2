import { OverturnError } from '../errors.ts'
import { defineOperation } from '../operation.ts'
import { changeWork } from './change.ts'
import { readPeople } from './people.sql.ts'
import { assignWorkInput, changedWork } from './schemas.ts'

export const assignWork = defineOperation({
  name: 'worklist.assign',
  kind: 'write',
  summary: 'Gives the work on claims to somebody, or takes it from everybody.',
  concerns: ({ claimIds }) => claimIds,
  input: assignWorkInput,
  output: changedWork,
  async run(context, { claimIds, userId }) {
    const to = userId === 'me' ? context.actor.id : userId
    return changeWork(context, claimIds, { sets: 'assigned_to', to }, async (tx) => {
      if (to === null || (await readPeople(tx, context.organization.id, to)).length > 0) return
      throw new OverturnError('invalid_input', `Nobody here who works denials has the id "${to}". The list of people names those who do.`, {
        command: 'overturn worklist people',
        fields: [{ field: 'userId', message: 'is nobody who works denials here' }],
      })
    })
  },
})
