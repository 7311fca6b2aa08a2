import { z } from 'zod'
import { isoDate } from '../schemas.ts'

export type JsonSchema = z.core.JSONSchema.BaseSchema

/** Bounds that a whole number has anyway: they say nothing to a reader. */
const SAFE = Number.MAX_SAFE_INTEGER

interface Converting {
  zodSchema: z.core.$ZodTypes
  jsonSchema: z.core.JSONSchema.BaseSchema
}

/** Puts right what zod cannot know of our schemas: a number that is read from text is a number, a calendar date is a date. */
function override({ zodSchema, jsonSchema }: Converting): void {
  if (zodSchema === isoDate) jsonSchema.format = 'date'
  if (zodSchema instanceof z.ZodPipe && zodSchema.out instanceof z.ZodNumber) {
    for (const keyword of Object.keys(jsonSchema)) delete jsonSchema[keyword]
    Object.assign(jsonSchema, bare(z.toJSONSchema(zodSchema.out)))
  }
  // zod leaves the default out where the value is still to be read.
  if (zodSchema instanceof z.ZodDefault && jsonSchema.default === undefined && isPlain(zodSchema.def.defaultValue))
    jsonSchema.default = zodSchema.def.defaultValue
  if (jsonSchema.minimum === -SAFE) delete jsonSchema.minimum
  if (jsonSchema.maximum === SAFE) delete jsonSchema.maximum
}

const isPlain = (value: unknown): value is string | number | boolean => ['string', 'number', 'boolean'].includes(typeof value)

const options = { unrepresentable: 'any', override } as const

function bare({ $schema: _schema, $id: _id, '~standard': _standard, ...schema }: z.core.JSONSchema.BaseSchema): JsonSchema {
  return schema
}

/** What a caller may send for an operation's input, as JSON Schema 2020-12. */
export const inputSchema = (input: z.ZodType): JsonSchema => bare(z.toJSONSchema(input, { ...options, io: 'input' }))

/** Where zod puts what a schema holds within itself, which has no name of its own. */
const UNNAMED = '__shared'

/** The named schemas of a document, each with references to the others. */
export function componentSchemas(names: ReadonlyMap<z.ZodType, string>): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>()
  for (const [schema, id] of names) registry.add(schema, { id })
  const { [UNNAMED]: unnamed, ...schemas } = z.toJSONSchema(registry, { ...options, uri: (id) => `#/components/schemas/${id}` }).schemas
  const all = Object.entries({ ...schemas, ...(unnamed?.$defs as Record<string, JsonSchema> | undefined) })
  const document = JSON.stringify(Object.fromEntries(all.map(([id, schema]) => [id, bare(schema)])))
  return JSON.parse(document.replaceAll(`${UNNAMED}#/$defs/`, '')) as Record<string, JsonSchema>
}
