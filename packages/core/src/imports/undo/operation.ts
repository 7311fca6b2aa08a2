import { defineOperation, perform } from '../../operation.ts'
import { refreshComputationOperation } from '../../computation/operations.ts'
import { recoverImports } from '../recover.ts'
import { beginUndo } from './begin.ts'
import { undoImportInput, undoImportOutput } from './schemas.ts'
import { takeBack } from './take-back.ts'

export const undoImport = defineOperation({
  name: 'imports.undo',
  kind: 'write',
  summary: 'Takes an imported file back, as long as nothing later builds on it; the same file can be imported again.',
  input: undoImportInput,
  output: undoImportOutput,
  async run(context, { id }) {
    await recoverImports(context)
    const { open, fileName } = await beginUndo(context, id)
    const undone = await takeBack(context.database, open)
    context.log.info({ importId: id, ...undone }, 'import undone')
    const { days } = await perform(refreshComputationOperation, context, {})
    return { id, fileName, ...undone, computedDays: days }
  },
})
