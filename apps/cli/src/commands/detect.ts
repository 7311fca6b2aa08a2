import { detectPatternsOperation } from '@overturn/core/patterns/operations'
import { count } from '../format.ts'
import { operationCommand } from '../operation-command.ts'

export default operationCommand(detectPatternsOperation, {
  describe: {
    daysBack: "Length of the look-back in days (default: the organization's setting, else 30)",
    minimumDenials: "Denied claims that it must hold (default: the organization's setting, else 5)",
  },
  format: ({ created, adopted }) => `${count(created.length)} new patterns, ${count(adopted.length)} imported ones adopted.`,
})
