import { z } from 'zod'
import { rolesFor } from '../access/table.ts'
import { components, problemResponses, refTo, schemaNames, typeName, type ProblemStatus } from './components.ts'
import type { ApiDocument, ApiOperation, MediaType, Parameter, Response } from './document.ts'
import { examples } from './examples.ts'
import { fieldText } from './field-texts.ts'
import { inputSchema, type JsonSchema } from './json-schemas.ts'
import { parametersOf } from './match.ts'
import { fieldsOf } from './query.ts'
import { routes, type Method, type Route } from './routes.ts'
import { tags } from './tags.ts'

/** Of the API, not of the program: it goes up when a caller has to change something. */
const API_VERSION = '1.0'

const description = `Everything that screens and the command line do. Operations answer for one organization: that of the caller.

Lists take \`page\` and \`limit\`, give their totals in \`pagination\` and a \`Link\` header. Reads carry an \`ETag\`. Writes take an \`Idempotency-Key\`.
Fields that an operation does not know are refused. Money is in dollars, rates are percentages, days are YYYY-MM-DD, and null means unknown.`

let made: ApiDocument | undefined

/** The OpenAPI 3.1 document of the API, made of the table of routes. */
export const apiDocument = (): ApiDocument => (made ??= makeDocument())

function makeDocument(): ApiDocument {
  const paths: ApiDocument['paths'] = {}
  for (const route of routes) (paths[route.path] ??= {})[route.method.toLowerCase() as Lowercase<Method>] = operationOf(route)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Overturn',
      version: API_VERSION,
      summary: 'Why claims are denied, and what was done about it.',
      description,
      license: { name: 'Apache 2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api' }],
    tags: tags.filter(({ name }) => routes.some(({ path }) => tagOf(path) === name)),
    security: [{ session: [] }, { token: [] }],
    paths,
    components,
  }
}

export const tagOf = (path: string) => path.split('/')[1]!

/** The example inputs of a route: of what others of the same operation leave out, it has none. */
export function examplesOf({ operation }: Route) {
  return (examples[operation.name] ?? []).filter(({ input }) => Object.keys(input).every((field) => Object.hasOwn(fieldsOf(operation.input), field)))
}

/** The name of the operation; where two routes lead to it, the second is named by the end of its path. */
function idOf(route: Route): string {
  const isFirst = routes.find(({ operation }) => operation.name === route.operation.name) === route
  return isFirst ? route.operation.name : `${route.operation.name}.${route.path.split('/').at(-1)}`
}

function operationOf(route: Route): ApiOperation {
  const { operation, method, path } = route
  const roles = rolesFor(operation.name)
  const isGet = method === 'GET'
  return {
    operationId: idOf(route),
    tags: [tagOf(path)],
    summary: operation.summary,
    description: `For ${roles.join(', ')}.`,
    'x-roles': roles,
    parameters: [
      ...fieldParameters(route),
      ...(route.apart ? [] : [refTo('parameters', operation.kind === 'read' ? 'IfNoneMatch' : 'IdempotencyKey')]),
      ...(isChangeable(route) ? [refTo('parameters', 'IfMatch')] : []),
      refTo('parameters', 'Organization'),
    ],
    ...(!isGet && (route.apart === 'upload' || route.apart === 'list' ? uploadBody : bodyOf(route))),
    responses: {
      [route.apart === 'upload' ? 202 : 200]: route.apart === 'events' ? eventStream(route) : route.apart === 'file' ? file : successOf(route),
      ...(operation.kind === 'read' && !route.apart && { 304: refTo('responses', 'NotModified') }),
      ...Object.fromEntries(problemsOf(route).map((status) => [status, refTo('responses', `Problem${status}`)])),
    },
  }
}

/** Whether what a write changes can be read at the same path. */
const isChangeable = ({ operation, path, apart }: Route) =>
  !apart && operation.kind === 'write' && routes.some((other) => other.method === 'GET' && other.path === path)

function fieldParameters(route: Route): Parameter[] {
  const inPath = parametersOf(route.path)
  const fields = Object.entries(described(route).properties)
  const shown = route.method === 'GET' || route.apart ? fields : fields.filter(([name]) => inPath.includes(name))
  const required = described(route).required
  return shown
    .map(([name, { description, ...schema }]): Parameter => {
      const example = examplesOf(route).find(({ input }) => Object.hasOwn(input, name))?.input[name]
      const place = inPath.includes(name) ? 'path' : 'query'
      return {
        name,
        in: place,
        required: place === 'path' || required.includes(name),
        ...(description !== undefined && { description }),
        schema,
        ...(example !== undefined && { example }),
      }
    })
    .sort((a, b) => Number(b.in === 'path') - Number(a.in === 'path'))
}

/** The input with what its fields mean. */
function described({ operation }: Route): { properties: Record<string, JsonSchema>; required: string[] } {
  const properties = Object.entries(fieldsOf(operation.input)).map(([name, schema]) => {
    const words = schema.description ?? fieldText(operation.name, name)
    return [name, words === undefined ? schema : { ...schema, description: words }]
  })
  return { properties: Object.fromEntries(properties), required: inputSchema(operation.input).required ?? [] }
}

function bodyOf(route: Route): Pick<ApiOperation, 'requestBody'> {
  const inPath = parametersOf(route.path)
  const { properties, required } = described(route)
  const outside = <Value>(entries: [string, Value][]) => Object.fromEntries(entries.filter(([name]) => !inPath.includes(name)))
  const mine = outside(Object.entries(properties))
  if (Object.keys(mine).length === 0) return {}
  const needed = required.filter((name) => Object.hasOwn(mine, name))
  const media: MediaType = {
    schema: { type: 'object', properties: mine, ...(needed.length > 0 && { required: needed }), additionalProperties: false },
    examples: Object.fromEntries(
      examplesOf(route).map(({ title, input }, index) => [`example${index + 1}`, { summary: title, value: outside(Object.entries(input)) }]),
    ),
  }
  return { requestBody: { required: needed.length > 0, content: { 'application/json': media } } }
}

const uploadBody: Pick<ApiOperation, 'requestBody'> = {
  requestBody: {
    required: true,
    content: { 'multipart/form-data': { schema: { type: 'object', properties: { files: { type: 'array', items: { type: 'string', format: 'binary' } } } } } },
  },
}

const answerSchema = ({ operation }: Route) => refTo('schemas', schemaNames.get(operation.output) ?? typeName(operation.name))

function eventStream(route: Route): Response {
  const description = `Server-sent events: \`progress\` with each change, \`outcome\` at the end, each with the answer of GET ${route.path.replace('/events', '')}.`
  return { description, content: { 'text/event-stream': { schema: { type: 'string' } } } }
}

const file: Response = {
  description: 'A file, in the format that was asked for, sent while it is read.',
  headers: { 'X-Request-Id': refTo('headers', 'RequestId') },
  content: Object.fromEntries(
    ['text/csv', 'application/x-ndjson', 'text/plain', 'application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'].map(
      (type) => [type, { schema: { type: 'string' } }],
    ),
  ),
}

function successOf(route: Route): Response {
  const { operation, method, apart } = route
  const isList = method === 'GET' && operation.output instanceof z.ZodObject && Object.hasOwn(operation.output.shape, 'pagination')
  return {
    description: 'Done.',
    headers: {
      'X-Request-Id': refTo('headers', 'RequestId'),
      ...(!apart && (operation.kind === 'read' ? { ETag: refTo('headers', 'ETag') } : { 'Idempotent-Replayed': refTo('headers', 'Replayed') })),
      ...(isList && { Link: refTo('headers', 'Link') }),
    },
    content: { 'application/json': { schema: answerSchema(route) } },
  }
}

function problemsOf(route: Route): ProblemStatus[] {
  const isWrite = route.operation.kind === 'write'
  const hasBody = route.method !== 'GET'
  const happens: Partial<Record<ProblemStatus, boolean>> = {
    404: parametersOf(route.path).length > 0,
    409: isWrite,
    411: hasBody,
    412: isWrite && !route.apart,
    413: hasBody,
    422: isWrite,
  }
  return (Object.keys(problemResponses).map(Number) as ProblemStatus[]).filter((status) => happens[status] ?? true)
}
