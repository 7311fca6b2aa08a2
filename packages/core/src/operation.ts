import { z } from 'zod'
import { isInScope, outOfScope } from './access/scopes.ts'
import { withoutAccountNumbers } from './access/mask.ts'
import { mayIdentify, rolesFor, type OperationName } from './access/table.ts'
import { aboutOf } from './audit/about.ts'
import type { About } from './audit/chain.ts'
import { record } from './audit/write.ts'
import type { Context } from './context.ts'
import { asOverturnError, OverturnError } from './errors.ts'
import { loggable } from './loggable.ts'

export interface Operation<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodType = z.ZodType> {
  /** `area.verb`, such as `patterns.list`. Who may call it is said in access/table.ts. */
  name: OperationName
  /** A read changes nothing: it runs under a database role that could not. */
  kind: 'read' | 'write'
  /** Whether a read has to know who the patients are, by its input; else their names, birth dates and member numbers are out of its reach. */
  identifies?(input: z.output<Input>): boolean
  /** The claims that are shown or changed, for the audit trail; left out where no single claim is. What a read shows of others than claims: none. */
  concerns?(input: z.output<Input>, output: z.output<Output>): readonly string[]
  /** A write that only says that its caller is here: it is on no record, which would be full of it. */
  isPresence?: true
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

/**
 * Access, then input, then the work, with no more rights than it needs, and with a record of it: a write before it begins, a look at claims before
 * its answer goes out. Throws OverturnError; `invalid_input` names every field that is wrong.
 */
export async function perform<Input extends z.ZodObject, Output extends z.ZodType>(
  operation: Operation<Input, Output>,
  context: Context,
  rawInput: unknown,
): Promise<z.output<Output>> {
  const refusal = refusalOf(operation, context)
  if (refusal) throw await recorded(refusal, operation, context)
  const input = operation.input.safeParse(rawInput ?? {}, { error: wording })
  if (!input.success) throw invalidInput(input.error)
  return operation.kind === 'write' ? change(operation, context, input.data) : look(operation, context, input.data)
}

/** A read. Whoever sees claims, or who a patient is, is on record first. */
async function look<Input extends z.ZodObject, Output extends z.ZodType>(
  operation: Operation<Input, Output>,
  context: Context,
  input: z.output<Input>,
): Promise<z.output<Output>> {
  const identifies = operation.identifies?.(input) ?? false
  if (identifies && !mayIdentify.includes(context.actor.role)) throw await recorded(unidentified(context), operation, context, aboutOf(operation.input, input))
  const db = context.db.as(identifies ? 'overturn_identifier' : 'overturn_reader')
  const output = answerOf(operation, context, await operation.run({ ...context, db }, input))
  const claimIds = operation.concerns?.(input, output)
  if (claimIds || identifies)
    await record(context, { operation: operation.name, outcome: 'done', claimIds: distinct(claimIds ?? []), about: aboutOf(operation.input, input) })
  return output
}

/** A write. That it begins is on record, and what becomes of it where that is not what the beginning says: a failure, or claims it did not name. */
async function change<Input extends z.ZodObject, Output extends z.ZodType>(
  operation: Operation<Input, Output>,
  context: Context,
  input: z.output<Input>,
): Promise<z.output<Output>> {
  const deed = { operation: operation.name, claimIds: claimsNamed(input), about: aboutOf(operation.input, input) }
  if (!operation.isPresence) await record(context, { ...deed, outcome: 'begun' })
  let output: z.output<Output>
  try {
    output = answerOf(operation, context, await operation.run(context, input))
  } catch (thrown) {
    const { code } = asOverturnError(thrown)
    // The words of an error may say more than a record should; and the failure itself is what the caller has to hear of.
    await record(context, { ...deed, outcome: code === 'forbidden' ? 'refused' : 'failed', about: { ...deed.about, error: code } }).catch((failure: unknown) =>
      context.log.error({ operation: operation.name, errors: loggable(failure) }, 'a failure could not be written into the audit trail'),
    )
    throw thrown
  }
  const claimIds = distinct([...deed.claimIds, ...(operation.concerns?.(input, output) ?? [])])
  if (claimIds.length > deed.claimIds.length) await record(context, { ...deed, outcome: 'done', claimIds })
  return output
}

/** What the caller gets: the output as its schema has it, without account numbers of patients where the role does not see these. */
function answerOf<Output extends z.ZodType>(
  { output }: Pick<Operation<z.ZodObject, Output>, 'output'>,
  { actor }: Context,
  given: z.input<Output>,
): z.output<Output> {
  const answer = output.parse(given)
  return mayIdentify.includes(actor.role) ? answer : withoutAccountNumbers(answer)
}

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)]

/** The claim that the input of a write is about; others are known when it is done. */
const claimsNamed = (input: Readonly<Record<string, unknown>>): string[] => (typeof input['claimId'] === 'string' ? [input['claimId']] : [])

/** The refusal, once it is on record; a visitor's is not, who is nobody that could be named. */
async function recorded(
  refusal: OverturnError,
  { name }: Pick<Operation, 'name'>,
  context: Context,
  about: Record<string, About> = {},
): Promise<OverturnError> {
  if (refusal.code === 'forbidden') await record(context, { operation: name, outcome: 'refused', about })
  return refusal
}

/** In words for people what the schemas do not word themselves: they would speak of types and of `undefined`. */
const wording: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'is missing'
  if (issue.code === 'unrecognized_keys') return 'is not known here'
  if (issue.code === 'invalid_value') return `must be ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(String).join(', ')}`
  return undefined
}

function refusalOf({ name, kind }: Pick<Operation, 'name' | 'kind'>, { actor }: Context): OverturnError | null {
  const allowed = rolesFor(name)
  if (allowed.includes(actor.role))
    return actor.scopes === undefined || isInScope({ name, kind }, actor.scopes) ? null : new OverturnError('forbidden', outOfScope({ name, kind }))
  if (actor.role === 'anyone') return new OverturnError('unauthenticated', 'Sign in first.')
  return new OverturnError('forbidden', `Your role (${actor.role}) may not do this: ${name} is for ${allowed.join(', ') || 'nobody'}.`)
}

const unidentified = ({ actor }: Context): OverturnError =>
  new OverturnError('forbidden', `Your role (${actor.role}) does not see who patients are: that is for ${mayIdentify.join(', ')}.`)

export function invalidInput(error: z.ZodError): OverturnError {
  const fields = error.issues.map((issue) => ({
    field: issue.path.join('.') || (issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : 'input'),
    message: issue.message,
  }))
  return new OverturnError('invalid_input', `The input is not valid: ${fields.map(({ field, message }) => `${field}: ${message}`).join('; ')}.`, { fields })
}
