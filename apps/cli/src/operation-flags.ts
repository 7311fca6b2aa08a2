import type { ArgDef, ArgsDef } from 'citty'
import { z } from 'zod'
import { flagOf } from './problem.ts'

/** The part of JSON Schema that an operation's input uses. */
interface Property {
  type?: string
  enum?: string[]
  const?: unknown
  description?: string
  anyOf?: Property[]
}

/** Every field of an operation's input as an argument: a flag in kebab case, or a positional where the command says so. Described by the fields' own names. */
export function operationFlags<Fields extends z.ZodRawShape>(
  input: z.ZodObject<Fields>,
  positionals: readonly string[],
  fieldTexts: Readonly<Partial<Record<NoInfer<keyof Fields>, string>>>,
): ArgsDef {
  const descriptions: Readonly<Record<string, string | undefined>> = fieldTexts
  const { properties = {}, required = [] } = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, Property>
    required?: string[]
  }
  return Object.fromEntries(
    Object.entries(properties).map(([field, property]) => {
      const description = describe(property.description ?? descriptions[field], input.shape[field] as z.ZodType)
      const type = positionals.includes(field) ? 'positional' : property.type === 'boolean' ? 'boolean' : 'string'
      return [flagOf(field), { type, description, required: required.includes(field), ...(type === 'string' && { valueHint: hintOf(property) }) } as ArgDef]
    }),
  )
}

/** The default is said, not set: it is the operation's to apply. */
function describe(description: string | undefined, field: z.ZodType): string {
  const { success, data } = field.safeParse(undefined)
  return [description, success && data !== undefined && `(default: ${String(data)})`].filter(Boolean).join(' ')
}

function hintOf(property: Property): string {
  if (property.enum) return property.enum.join('|')
  const words = property.anyOf?.flatMap((choice) => (typeof choice.const === 'string' ? [choice.const] : (choice.enum ?? []))) ?? []
  const kinds = property.anyOf?.some(({ type, anyOf }) =>
    [type, ...(anyOf ?? []).map((inner) => inner.type)].some((name) => name === 'number' || name === 'integer'),
  )
    ? ['number']
    : []
  return [...words, ...kinds].join('|') || 'text'
}

/** What the user gave, under the operation's own names; what was not given stays out, so that defaults apply. */
export function inputFrom(input: z.ZodObject, args: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const given = Object.keys(input.shape).map((field) => [field, args[flagOf(field)]] as const)
  return Object.fromEntries(given.filter(([, value]) => value !== undefined))
}
