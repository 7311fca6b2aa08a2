import type { z } from 'zod'
import { OverturnError } from '@overturn/core/errors'
import type { Context } from '@overturn/core/context'
import { perform, type Operation } from '@overturn/core/operation'
import { flagOf } from './problem.ts'

/** Performs it; what is wrong with the input is said with the names that the user typed: `--days`, or `<metric>` for a word without a flag. */
export async function performAsTyped<Input extends z.ZodObject, Output extends z.ZodType>(
  operation: Operation<Input, Output>,
  context: Context,
  input: unknown,
  positionals: readonly string[] = [],
): Promise<z.output<Output>> {
  try {
    return await perform(operation, context, input)
  } catch (error) {
    if (!(error instanceof OverturnError) || error.code !== 'invalid_input' || error.fields.length === 0) throw error
    const fields = error.fields.map(({ field, message }) => ({ field, message }))
    const typed = (field: string) => (positionals.includes(field) ? `<${flagOf(field)}>` : `--${flagOf(field)}`)
    const said = fields.map(({ field, message }) => `${typed(field)}: ${message}`).join('; ')
    throw new OverturnError('invalid_input', `The input is not valid: ${said}.`, {
      fields,
      ...(error.command !== null && { command: error.command }),
      cause: error,
    })
  }
}
