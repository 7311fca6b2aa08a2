import fc from 'fast-check'
import { roles } from '../../src/access/roles.ts'
import type { ActorRole } from '../../src/access/roles.ts'
import type { ApiDocument, Parameter } from '../../src/api/document.ts'
import type { JsonSchema } from '../../src/api/json-schemas.ts'

/** A request as it goes over the wire. */
export interface WireRequest {
  role: ActorRole
  method: string
  path: string
  query: string
  headers: Record<string, string>
  body: Record<string, unknown>
}

/** Ids that may be somebody's, ours or not, and text that has broken programs before. */
const strange = [
  '',
  ' ',
  '0',
  '-1',
  '1e9',
  'NaN',
  'null',
  'true',
  '%',
  '%00',
  "'; drop table claims; --",
  '../..',
  '\0',
  'a\0b',
  '\u{1F4A9}',
  'ä'.repeat(300),
  '__proto__',
]
const broken = fc.oneof(
  fc.constantFrom<unknown>(...strange, null, true, -1, 0.5, 1e308, Number.MAX_SAFE_INTEGER + 2, [], [null], {}, { a: { b: [] } }),
  fc.string({ unit: 'binary' }),
  fc.jsonValue(),
)

/** Values that a schema allows, as far as it says; `ids` are tried where it is free text. */
function allowed(schema: JsonSchema, ids: readonly string[]): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom<unknown>(...(schema.enum as unknown[]))
  if (schema.const !== undefined) return fc.constant<unknown>(schema.const)
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((option) => allowed(option as JsonSchema, ids)))
  switch (schema.type) {
    case 'integer':
    case 'number':
      return fc.oneof(
        { weight: 3, arbitrary: fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 30, (schema.minimum ?? 0) + 30) }) },
        {
          weight: 1,
          arbitrary: fc.integer({ min: schema.minimum ?? -1000, max: schema.maximum ?? Number.MAX_SAFE_INTEGER }),
        },
      )
    case 'boolean':
      return fc.boolean()
    case 'array':
      return fc.array(allowed((schema.items ?? {}) as JsonSchema, ids), { maxLength: 3 })
    case 'object':
      return record(schema, ids)
    default:
      return schema.format === 'date'
        ? fc.date({ min: new Date('2025-06-01'), max: new Date('2026-06-01'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10))
        : fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: schema.maxLength ?? 50 }) })
  }
}

function record(schema: JsonSchema, ids: readonly string[]): fc.Arbitrary<Record<string, unknown>> {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>)
  return fc.record(Object.fromEntries(properties.map(([name, field]) => [name, allowed(field, ids)])), { requiredKeys: schema.required ?? [] })
}

const breaking = (fields: Record<string, unknown>, damage: readonly [string, unknown][]): Record<string, unknown> => ({
  ...fields,
  ...Object.fromEntries(damage),
})

const actors = fc.oneof(
  { weight: 6, arbitrary: fc.constant<ActorRole>('administrator') },
  { weight: 3, arbitrary: fc.constantFrom<ActorRole>(...roles) },
  { weight: 1, arbitrary: fc.constantFrom<ActorRole>('anyone', 'network_analyst') },
)
const headers = fc.record(
  {
    'if-none-match': fc.constantFrom('*', '"x"', 'W/"x", W/"y"', ''),
    'if-match': fc.constantFrom('*', '"x"'),
    'idempotency-key': fc.oneof(
      fc.integer({ min: 1, max: 40 }).map((number) => `key-${number}`),
      fc.string(),
    ),
  },
  { requiredKeys: [] },
)

/** Requests that the document allows, and requests that break what it says; reads more often than writes. */
export function arbitraryRequests(document: ApiDocument, ids: readonly string[]): fc.Arbitrary<WireRequest> {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const parameters = operation.parameters.filter((parameter): parameter is Parameter => 'name' in parameter)
      const place = (where: Parameter['in']): JsonSchema => {
        const here = parameters.filter((parameter) => parameter.in === where)
        return {
          type: 'object',
          properties: Object.fromEntries(here.map(({ name, schema }) => [name, schema])),
          required: here.filter(({ required }) => required).map(({ name }) => name),
        }
      }
      const body = (operation.requestBody?.content['application/json']?.schema ?? { type: 'object' }) as JsonSchema
      const names = [...parameters.map(({ name }) => name), ...Object.keys(body.properties ?? {}), 'unknown', 'constructor']
      const damage = fc.oneof(
        { weight: 3, arbitrary: fc.constant<[string, unknown][]>([]) },
        { weight: 2, arbitrary: fc.array(fc.tuple(fc.constantFrom(...names), broken), { minLength: 1, maxLength: 2 }) },
      )
      const request = fc.record({
        role: actors,
        headers,
        damage,
        inPath: record(place('path'), ids),
        inQuery: record(place('query'), ids),
        inBody: record(body, ids),
      })
      const made = request.map(({ role, headers: sent, damage: harm, inPath, inQuery, inBody }): WireRequest => {
        const pathHarm = harm.filter(([name]) => Object.hasOwn(inPath, name))
        const otherHarm = harm.filter(([name]) => !Object.hasOwn(inPath, name))
        const values = breaking(inPath, pathHarm)
        const isGet = method === 'get'
        return {
          role,
          method: method.toUpperCase(),
          path: path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(textOf(values[name]).toWellFormed())),
          query: queryOf(isGet ? breaking(inQuery, otherHarm) : inQuery),
          headers: sent,
          body: isGet ? {} : (JSON.parse(JSON.stringify(breaking(inBody, otherHarm))) as Record<string, unknown>),
        }
      })
      return { weight: method === 'get' ? 8 : 1, arbitrary: made }
    }),
  )
  return fc.oneof(...operations)
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))

const queryOf = (fields: Record<string, unknown>) =>
  new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, textOf(one)] as [string, string]))).toString()
