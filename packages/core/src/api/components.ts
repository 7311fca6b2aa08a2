import type { z } from 'zod'
import { interval, pagination, window } from '../schemas.ts'
import type { ApiDocument, Parameter, Reference, Response } from './document.ts'
import { componentSchemas, type JsonSchema } from './json-schemas.ts'
import { routes } from './routes.ts'

export const refTo = (kind: keyof ApiDocument['components'], name: string): Reference => ({ $ref: `#/components/${kind}/${name}` })

/** `claims.list` as the name of a type: ClaimsList. */
export const typeName = (operation: string) => operation.replace(/(?:^|[.-])(\w)/g, (_, letter: string) => letter.toUpperCase())

/** What answers are made of, by name. Operations that answer alike share the name of the first. */
export const schemaNames: ReadonlyMap<z.ZodType, string> = new Map<z.ZodType, string>([
  ...routes.map(({ operation }) => [operation.output, typeName(operation.name)] as const).reverse(),
  [pagination, 'Pagination'],
  [window, 'Window'],
  [interval, 'Interval'],
])

const problemSchema: JsonSchema = {
  type: 'object',
  description: 'RFC 9457 problem details',
  properties: {
    type: { type: 'string', description: 'urn:overturn:problem: and the code' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What was wrong, where, and what to do' },
    instance: { type: 'string', description: 'Path of the request' },
    code: { type: 'string', description: 'The same for the same kind of problem' },
    fields: {
      type: 'array',
      description: 'The fields of the input that are wrong',
      items: { type: 'object', properties: { field: { type: 'string' }, message: { type: 'string' } }, required: ['field', 'message'] },
    },
  },
  required: ['type', 'title', 'status', 'detail', 'instance', 'code'],
}

const problem = (description: string): Response => ({ description, content: { 'application/problem+json': { schema: refTo('schemas', 'Problem') } } })

/** Problem answers by status. */
export const problemResponses = {
  400: problem('The request is not valid; `fields` names what is wrong.'),
  401: problem('Not signed in.'),
  403: problem('Your role or token may not do this.'),
  404: problem('There is no such thing in your organization.'),
  409: problem('It cannot be done as things stand, or the request with this Idempotency-Key is still at work.'),
  411: problem('The body came without its Content-Length.'),
  412: problem('It is no longer as If-Match says.'),
  413: problem('The body is larger than this takes.'),
  422: problem('The Idempotency-Key came with another request before, or a file in the request cannot be read.'),
  429: problem('Too many requests; Retry-After says how many seconds to wait.'),
  500: problem('Something went wrong inside Overturn; the log has the details under X-Request-Id.'),
  503: problem('The database does not answer.'),
} as const
export type ProblemStatus = keyof typeof problemResponses

const header = (name: string, description: string, schema: JsonSchema = { type: 'string' }): Parameter => ({
  name,
  in: 'header',
  required: false,
  description,
  schema,
})

const parameters: Record<string, Parameter> = {
  Organization: header('X-Overturn-Organization', 'Which organization is meant, for who belongs to several: its short name.'),
  IfNoneMatch: header('If-None-Match', 'The ETag that you have: the answer is 304 when nothing has changed.'),
  IfMatch: header('If-Match', 'The ETag that you have seen: the answer is 412, and nothing is done, when it has changed.'),
  IdempotencyKey: header('Idempotency-Key', 'A key of yours, such as a UUID: sent again within 24 hours it gets the same answer, and nothing is done twice.', {
    type: 'string',
    minLength: 1,
    maxLength: 255,
    pattern: '^[\\x21-\\x7e]+$',
  }),
}

const text = (description: string) => ({ description, schema: { type: 'string' } as JsonSchema })

export const components: ApiDocument['components'] = {
  schemas: { Problem: problemSchema, ...componentSchemas(schemaNames) },
  parameters,
  headers: {
    ETag: text('Names what the answer says; for If-None-Match and If-Match.'),
    Link: text('RFC 8288: the first, previous, next and last page.'),
    RequestId: text('Under this id the log speaks of the request.'),
    Replayed: text('`true` when this answer was given before to the same Idempotency-Key.'),
  },
  responses: {
    ...Object.fromEntries(Object.entries(problemResponses).map(([status, response]) => [`Problem${status}`, response])),
    NotModified: { description: 'Nothing has changed since the answer that has this ETag.', headers: { ETag: refTo('headers', 'ETag') } },
  },
  securitySchemes: {
    session: {
      type: 'apiKey',
      in: 'cookie',
      name: 'overturn.session_token',
      description: 'The session of a browser that has signed in; over HTTPS its name begins with `__Secure-`.',
    },
    token: { type: 'http', scheme: 'bearer', description: 'An API token.' },
  },
}
