import { z } from 'zod'
import { importId } from '../history/schemas.ts'

export const undoImportInput = z.strictObject({ id: importId })

export const undoImportOutput = z.object({
  id: z.number().int(),
  fileName: z.string(),
  /** Claims and decisions that the file had brought and that are gone. */
  claims: z.number().int(),
  decisions: z.number().int(),
  /** Claims of other files that are as if this one had never come. */
  restoredClaims: z.number().int(),
  /** Days that were computed again. */
  computedDays: z.number().int(),
})

export type UndoneImport = z.infer<typeof undoImportOutput>
