import { todayOf } from '../context.ts'
import { OverturnError } from '../errors.ts'
import { defineOperation } from '../operation.ts'
import { changeWork } from './change.ts'
import { changedWork, snoozeWorkInput } from './schemas.ts'

export const snoozeWork = defineOperation({
  name: 'worklist.snooze',
  kind: 'write',
  summary: 'Puts claims off until a day, or brings them back now.',
  concerns: ({ claimIds }) => claimIds,
  input: snoozeWorkInput,
  output: changedWork,
  async run(context, { claimIds, until }) {
    const today = todayOf(context)
    if (until !== null && until <= today)
      throw new OverturnError('invalid_input', `The input is not valid: until: has to be after today, ${today}.`, {
        fields: [{ field: 'until', message: `has to be after today, ${today}` }],
      })
    return changeWork(context, claimIds, { sets: 'snoozed_until', to: until })
  },
})
