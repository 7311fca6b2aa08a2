import { defineCommand, type ArgsDef, type CommandDef } from 'citty'
import type { z } from 'zod'
import type { Operation } from '@overturn/core/operation'
import { globalFlags, type GlobalFlags } from './global-flags.ts'
import { inputFrom, operationFlags } from './operation-flags.ts'
import { printJson, printResult } from './output.ts'
import { performAsTyped } from './perform-as-typed.ts'
import { EXIT } from './problem.ts'
import { withContext } from './session.ts'

export interface OperationCommandOptions<Output extends z.ZodType> {
  /** Fields of the input that are given as words, in their order, not as flags. */
  positionals?: readonly string[]
  /** What a field means, where the schema does not say it. */
  describe?: Readonly<Record<string, string>>
  /** The result for a person to read; `given` is what was typed, by the names of the operation's input. */
  format: (output: z.output<Output>, given: Readonly<Record<string, unknown>>) => string
  /** True when the answer is a "no" that a script should notice (exit code 1). */
  isNegative?: (output: z.output<Output>) => boolean
}

/** An operation as a command: its input becomes arguments, its result a text or, with `--json`, the document that the API would give. */
export function operationCommand<Input extends z.ZodObject, Output extends z.ZodType>(
  operation: Operation<Input, Output>,
  options: OperationCommandOptions<Output>,
): CommandDef {
  const { positionals = [], describe = {}, format, isNegative } = options
  const args: ArgsDef = { ...operationFlags(operation.input, positionals, describe), ...globalFlags }
  const command = defineCommand({
    meta: { description: operation.summary },
    args,
    run: async ({ args: given }) => {
      const flags = given as unknown as GlobalFlags
      const input = inputFrom(operation.input, given)
      const output = await withContext(flags, (context) => performAsTyped(operation, context, input, positionals))
      if (flags.json) printJson(output)
      else printResult(format(output, input))
      return isNegative?.(output) ? EXIT.negative : EXIT.ok
    },
  })
  return command as CommandDef
}
