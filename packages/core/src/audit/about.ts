import { z } from 'zod'
import { scopes } from '../access/scopes.ts'
import { email } from '../identity/email.ts'
import { isoDate } from '../schemas.ts'
import type { About } from './chain.ts'

/** Fields of inputs that hold ids, besides `id` and what ends with `Id`. */
const IDS = new Set([
  'payer',
  'pattern',
  'provider',
  'policy',
  'code',
  'system',
  'job',
  'version',
  'metric',
  'step',
  'after',
  'operation',
  'actor',
  'claim',
  'role',
  'network',
])
const isId = (field: string): boolean => field === 'id' || /I[dD]s?$/.test(field) || IDS.has(field)

/** An id has no spaces: what has is a sentence, whatever field it stands in. */
const ID = /^[\w.:/@+-]{1,200}$/

/** Of these not even the length is told. */
const SECRET = /password|secret/i

/**
 * The part of an input that a record may hold for good: ids, numbers, choices, dates, what a token may and the address of who is invited. Of any other
 * text, in which a patient's name may stand, only its length; of a list of objects, such as the lines of a claim, how many there are. `schema` is that of the operation's input, and tells choices from free text.
 */
export function aboutOf(schema: z.ZodObject, input: Readonly<Record<string, unknown>>): Record<string, About> {
  return Object.fromEntries(
    Object.entries(input).flatMap(([field, value]) => (value === undefined ? [] : [[field, told(field, value, schema.shape[field] as z.ZodType | undefined)]])),
  )
}

function told(field: string, value: unknown, schema: z.ZodType | undefined): About {
  if (value === null || typeof value === 'boolean') return value
  if (SECRET.test(field)) return null
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  const inner = innermost(schema)
  if (typeof value === 'string') {
    return isOpen(field, value, inner) ? value : { length: value.length }
  }
  if (Array.isArray(value)) {
    const element = inner instanceof z.ZodArray ? (inner.element as z.ZodType) : undefined
    return innermost(element) instanceof z.ZodObject ? { length: value.length } : value.map((one) => told(field, one, element))
  }
  if (inner instanceof z.ZodObject && typeof value === 'object') return aboutOf(inner, value as Record<string, unknown>)
  return { length: JSON.stringify(value)?.length ?? 0 }
}

/** Whether a text may stand in a record as it is. An address is that of somebody who is let in; no patient has one here. */
function isOpen(field: string, value: string, schema: z.ZodType | undefined): boolean {
  if (schema === isoDate || schema === email || schema instanceof z.ZodISODateTime) return true
  if (field === 'scopes' && scopes.includes(value)) return true
  return choicesOf(schema).has(value) || (isId(field) && ID.test(value))
}

/** The texts that a schema names: enums and literals, also where they are one of several choices. */
function choicesOf(schema: z.ZodType | undefined): ReadonlySet<unknown> {
  const inner = innermost(schema)
  if (inner instanceof z.ZodEnum) return new Set(inner.options)
  if (inner instanceof z.ZodLiteral) return inner.values
  if (inner instanceof z.ZodUnion) return new Set(inner.options.flatMap((option) => [...choicesOf(option as z.ZodType)]))
  return new Set()
}

/** Without what says that it may be missing or what then holds. */
function innermost(schema: z.ZodType | undefined): z.ZodType | undefined {
  for (;;) {
    if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) schema = schema.unwrap() as z.ZodType
    else return schema
  }
}
