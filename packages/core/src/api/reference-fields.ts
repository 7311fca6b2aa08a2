import type { ApiDocument } from './document.ts'
import { html, type Html } from './html.ts'
import type { JsonSchema } from './json-schemas.ts'

/** A field of an input or an answer. */
export interface Field {
  name: string
  /** path, query or body; left out for fields of answers. */
  place?: string
  isRequired?: boolean
  schema: JsonSchema
  description?: string | undefined
}

/** The fields as rows, those of objects within them below: `claims[].id`. */
export function fieldsTable(title: string, fields: readonly Field[], document: ApiDocument): Html {
  const rows = fields.flatMap((field) => flattened(field, document, 0))
  return html`<table>
    <caption>
      ${title}
    </caption>
    <tbody>
      ${rows.map(row)}
    </tbody>
  </table>`
}

const row = ({ name, place, isRequired, schema, description }: Field): Html =>
  html`<tr>
    <th scope="row"><code>${name}</code></th>
    <td>${[place, isRequired ? 'required' : undefined].filter((word) => word !== undefined).join(', ')}</td>
    <td>${typeText(schema)}</td>
    <td>${description ?? schema.description ?? ''}</td>
  </tr>`

/** Deeper than any answer of ours: what holds itself ends here. */
const DEEPEST = 6

function flattened(field: Field, document: ApiDocument, depth: number): Field[] {
  const inner = objectWithin(resolved(field.schema, document), document)
  if (!inner || depth > DEEPEST) return [field]
  const prefix = field.name === '' ? '' : `${field.name}${inner.isList ? '[]' : ''}.`
  const below = Object.entries(inner.properties).flatMap(([name, schema]) =>
    flattened({ name: prefix + name, schema: resolved(schema, document) }, document, depth + 1),
  )
  return field.name === '' ? below : [field, ...below]
}

/** The fields of an object, of the entries of a list, or of what may also be null. */
function objectWithin(schema: JsonSchema, document: ApiDocument): { properties: Record<string, JsonSchema>; isList: boolean } | null {
  if (schema.properties) return { properties: schema.properties as Record<string, JsonSchema>, isList: false }
  if (schema.type === 'array') {
    const entry = objectWithin(resolved(schema.items as JsonSchema, document), document)
    return entry && { ...entry, isList: true }
  }
  const options = (schema.anyOf as JsonSchema[] | undefined)?.filter(({ type }) => type !== 'null') ?? []
  return options.length === 1 ? objectWithin(resolved(options[0]!, document), document) : null
}

export function resolved(schema: JsonSchema, { components }: ApiDocument): JsonSchema {
  return schema.$ref === undefined ? schema : components.schemas[schema.$ref.split('/').at(-1)!]!
}

/** `integer, 1 to 200, default 20`. */
function typeText(schema: JsonSchema): string {
  const { minimum, maximum } = schema
  const range = minimum !== undefined && maximum !== undefined ? `${minimum} to ${maximum}` : minimum !== undefined ? `from ${minimum}` : undefined
  const parts = [kindOf(schema), range, schema.default === undefined ? undefined : `default ${JSON.stringify(schema.default)}`]
  return parts.filter((part) => part !== undefined).join(', ')
}

function kindOf(schema: JsonSchema): string {
  if (schema.enum) return schema.enum.map(String).join(' | ')
  if (schema.const !== undefined) return String(schema.const)
  if (schema.anyOf) return schema.anyOf.map((option) => kindOf(option as JsonSchema)).join(' | ')
  if (schema.type === 'array') return `list of ${kindOf((schema.items ?? {}) as JsonSchema)}`
  if (schema.$ref !== undefined) return schema.$ref.split('/').at(-1)!
  const kinds = [schema.type ?? 'any'].flat().map((kind) => (kind === 'string' && schema.format === 'date' ? 'date' : kind))
  return kinds.join(' | ')
}
