import { refreshComputationOperation } from '@overturn/core/computation/operations'
import { count } from '../format.ts'
import { operationCommand } from '../operation-command.ts'

export default operationCommand(refreshComputationOperation, {
  describe: { all: 'Compute every day there is, not only those that changed' },
  format: ({ days, created, patterns }) => `${count(days)} days computed, ${count(patterns)} patterns scored, ${count(created.length)} of them new.`,
})
