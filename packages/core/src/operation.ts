import { z } from 'zod'
import type { Context } from './context.ts'
import { OverturnError } from './errors.ts'

/** Who may call: anybody (health), or a signed-in member with at least this role. Issue by issue src/access gives the roles their meaning. */
export type Access = 'anyone' | 'viewer' | 'administrator'

export interface Operation<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodType = z.ZodType> {
  /** `area.verb`, such as `patterns.list`. */
  name: string
  access: Access
  /** One sentence for CLI help and API reference. */
  summary: string
  input: Input
  output: Output
  run(context: Context, input: z.output<Input>): Promise<z.input<Output>>
}

/** Declares what the system can do. HTTP route, CLI command and job are thin wrappers around this one object. */
export function defineOperation<Input extends z.ZodObject, Output extends z.ZodType>(operation: Operation<Input, Output>): Operation<Input, Output> {
  return operation
}

/** Access, then input, then the work. Throws OverturnError; `invalid_input` names every field that is wrong. */
export async function perform<Input extends z.ZodObject, Output extends z.ZodType>(
  operation: Operation<Input, Output>,
  context: Context,
  rawInput: unknown,
): Promise<z.output<Output>> {
  authorize(operation, context)
  const input = operation.input.safeParse(rawInput ?? {}, { error: wording })
  if (!input.success) throw invalidInput(input.error)
  return operation.output.parse(await operation.run(context, input.data))
}

/** In words for people what the schemas do not word themselves: they would speak of types and of `undefined`. */
const wording: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'is missing'
  if (issue.code === 'invalid_value') return `must be ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(String).join(', ')}`
  return undefined
}

const RANK: Record<Access, number> = { anyone: 0, viewer: 1, administrator: 2 }

function authorize(operation: Pick<Operation, 'name' | 'access'>, { actor }: Context): void {
  if (RANK[actor.role] >= RANK[operation.access]) return
  if (actor.role === 'anyone') throw new OverturnError('unauthenticated', 'Sign in first.')
  throw new OverturnError('forbidden', `Your role (${actor.role}) may not do this (${operation.name} needs ${operation.access}).`)
}

export function invalidInput(error: z.ZodError): OverturnError {
  const fields = error.issues.map((issue) => ({
    field: issue.path.join('.') || (issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : 'input'),
    message: issue.message,
  }))
  return new OverturnError('invalid_input', `The input is not valid: ${fields.map(({ field, message }) => `${field}: ${message}`).join('; ')}.`, { fields })
}
