import { z } from 'zod'
import { mayIdentify, rolesFor, type OperationName } from './access/table.ts'
import type { Context } from './context.ts'
import { OverturnError } from './errors.ts'

export interface Operation<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodType = z.ZodType> {
  /** `area.verb`, such as `patterns.list`. Who may call it is said in access/table.ts. */
  name: OperationName
  /** A read changes nothing: it runs under a database role that could not. */
  kind: 'read' | 'write'
  /** Whether a read has to know who the patients are, by its input; else their names, birth dates and member numbers are out of its reach. */
  identifies?(input: z.output<Input>): boolean
  /** The claims that are shown or changed, for the audit trail; left out where no single claim is. */
  concerns?(input: z.output<Input>, output: z.output<Output>): readonly string[]
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

/** Access, then input, then the work, with no more rights than it needs. Throws OverturnError; `invalid_input` names every field that is wrong. */
export async function perform<Input extends z.ZodObject, Output extends z.ZodType>(
  operation: Operation<Input, Output>,
  context: Context,
  rawInput: unknown,
): Promise<z.output<Output>> {
  authorize(operation, context)
  const input = operation.input.safeParse(rawInput ?? {}, { error: wording })
  if (!input.success) throw invalidInput(input.error)
  if (operation.kind === 'write') return operation.output.parse(await operation.run(context, input.data))
  const identifies = operation.identifies?.(input.data) ?? false
  if (identifies) authorizeIdentifiers(context)
  const db = context.db.as(identifies ? 'overturn_identifier' : 'overturn_reader')
  return operation.output.parse(await operation.run({ ...context, db }, input.data))
}

/** In words for people what the schemas do not word themselves: they would speak of types and of `undefined`. */
const wording: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'is missing'
  if (issue.code === 'invalid_value') return `must be ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(String).join(', ')}`
  return undefined
}

function authorize({ name }: Pick<Operation, 'name'>, { actor }: Context): void {
  const allowed = rolesFor(name)
  if (allowed.includes(actor.role)) return
  if (actor.role === 'anyone') throw new OverturnError('unauthenticated', 'Sign in first.')
  throw new OverturnError('forbidden', `Your role (${actor.role}) may not do this: ${name} is for ${allowed.join(', ') || 'nobody'}.`)
}

function authorizeIdentifiers({ actor }: Context): void {
  if (!mayIdentify.includes(actor.role))
    throw new OverturnError('forbidden', `Your role (${actor.role}) does not see who patients are: that is for ${mayIdentify.join(', ')}.`)
}

export function invalidInput(error: z.ZodError): OverturnError {
  const fields = error.issues.map((issue) => ({
    field: issue.path.join('.') || (issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : 'input'),
    message: issue.message,
  }))
  return new OverturnError('invalid_input', `The input is not valid: ${fields.map(({ field, message }) => `${field}: ${message}`).join('; ')}.`, { fields })
}
