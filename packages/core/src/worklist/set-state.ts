import { defineOperation } from '../operation.ts'
import { changeWork } from './change.ts'
import { changedWork, setWorkStateInput } from './schemas.ts'

export const setWorkState = defineOperation({
  name: 'worklist.setState',
  kind: 'write',
  summary: 'Says that the work on claims is done, given up, or open again. What the payer decided stays as it is.',
  concerns: ({ claimIds }) => claimIds,
  input: setWorkStateInput,
  output: changedWork,
  run: async (context, { claimIds, state }) => changeWork(context, claimIds, { sets: 'state', to: state }),
})
