import type { z } from 'zod'
import { inputSchema, type JsonSchema } from './json-schemas.ts'

const known = new WeakMap<z.ZodObject, Record<string, JsonSchema>>()

/** The fields of an input with their schemas, in the order in which they are declared. */
export function fieldsOf(input: z.ZodObject): Record<string, JsonSchema> {
  let fields = known.get(input)
  if (!fields) known.set(input, (fields = (inputSchema(input).properties ?? {}) as Record<string, JsonSchema>))
  return fields
}

/**
 * A query as an input: yes or no is `true` or `false`, a list is the field several times. Everything else stays text, which the input reads
 * or refuses, a field that is given twice too.
 */
export function queryInput(input: z.ZodObject, query: URLSearchParams): Record<string, unknown> {
  const fields = fieldsOf(input)
  const entries = [...new Set(query.keys())].map((name) => {
    const values = query.getAll(name)
    const { type } = (Object.hasOwn(fields, name) && fields[name]) || {}
    return [name, type === 'array' || values.length > 1 ? values : type === 'boolean' ? truthOf(values[0]!) : values[0]]
  })
  return Object.fromEntries(entries)
}

const truthOf = (text: string) => (text === 'true' ? true : text === 'false' ? false : text)
