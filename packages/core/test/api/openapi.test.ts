import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { rolesFor } from '../../src/access/table.ts'
import type { ApiOperation, Parameter, Response } from '../../src/api/document.ts'
import { examplesOf, apiDocument } from '../../src/api/openapi.ts'
import { referencePage } from '../../src/api/reference.ts'
import { routes } from '../../src/api/routes.ts'

const document = apiDocument()
const entries = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
)
const named = ({ parameters }: ApiOperation) => parameters.filter((parameter): parameter is Parameter => 'name' in parameter)
const at = (path: string, method: 'get' | 'post' | 'delete') => document.paths[path]![method]!

describe('the OpenAPI document', () => {
  it('is valid for a validator that is not ours', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(document) as object as Record<string, unknown>)
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined })
  })

  it('has every route, under a name of its own', () => {
    expect(entries.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort())
    const ids = entries.map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('refers to nothing that is not there', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference!)
    expect(references.length).toBeGreaterThan(100)
    const missing = references.filter((reference) => {
      const [root, parts, kind, name] = reference.split('/')
      return root !== '#' || parts !== 'components' || !Object.hasOwn(document.components[kind as 'schemas'] ?? {}, name!)
    })
    expect(missing).toEqual([])
  })

  it('says what areas are', () => {
    expect(document.tags.map(({ name }) => name).sort()).toEqual([...new Set(entries.map(({ operation }) => operation.tags[0]))].sort())
  })

  it.each(entries.map((entry) => [`${entry.method} ${entry.path}`, entry] as const))(
    '%s says who may, what each field means, and gives an example',
    (_, { operation, path, method }) => {
      const route = routes.find((other) => other.path === path && other.method === method)!
      expect(operation['x-roles']).toEqual(rolesFor(route.operation.name))
      const body = (operation.requestBody?.content['application/json']?.schema ?? {}) as { properties?: Record<string, { description?: string }> }
      const texts = [
        ...named(operation).map(({ name, description }) => [name, description]),
        ...Object.entries(body.properties ?? {}).map(([name, { description }]) => [name, description]),
      ]
      expect(texts.filter(([, text]) => text === undefined)).toEqual([])
      const fields = texts.filter(([name]) => !/^[A-Z]/.test(name!)).map(([name]) => name)
      expect(fields.sort()).toEqual(Object.keys(route.operation.input.shape).sort())
      expect(examplesOf(route)).not.toEqual([])
      expect(examplesOf(route).map(({ input }) => route.operation.input.safeParse(input).success)).not.toContain(false)
    },
  )

  it('shows types, bounds and defaults as they are in a query', () => {
    const claims = Object.fromEntries(named(at('/claims', 'get')).map((parameter) => [parameter.name, parameter]))
    expect(claims.page).toMatchObject({ in: 'query', required: false, schema: { type: 'integer', minimum: 1, maximum: 1_000_000, default: 1 } })
    expect(claims.dateRange!.schema).toMatchObject({
      anyOf: [{ const: 'all' }, { type: 'integer', minimum: 1, maximum: 36_500 }, { type: 'string' }],
      default: 30,
    })
    expect(claims.status!.schema).toMatchObject({ type: 'string', default: 'all', enum: expect.arrayContaining(['approved', 'denied']) })
    expect(claims).not.toHaveProperty('controlNumber')
    expect(named(at('/snapshots/{asOf}', 'get'))[0]).toMatchObject({ name: 'asOf', in: 'path', required: true, schema: { type: 'string', format: 'date' } })
  })

  it('refers to named types, and to the problems that can happen', () => {
    const { responses, parameters } = at('/claims', 'get')
    expect((responses[200] as Response).content!['application/json']!.schema).toEqual({ $ref: '#/components/schemas/ClaimsList' })
    expect(document.components.schemas.ClaimsList!.properties).toMatchObject({ pagination: { $ref: '#/components/schemas/Pagination' } })
    expect((responses[200] as Response).headers).toHaveProperty('Link')
    expect(Object.keys(responses)).toEqual(['200', '304', '400', '401', '403', '429', '500', '503'])
    expect(parameters).toContainEqual({ $ref: '#/components/parameters/IfNoneMatch' })
    const undo = at('/imports/{id}', 'delete')
    expect(Object.keys(undo.responses)).toEqual(['200', '400', '401', '403', '404', '409', '411', '412', '413', '422', '429', '500', '503'])
    expect(undo.parameters).toEqual(expect.arrayContaining([{ $ref: '#/components/parameters/IfMatch' }, { $ref: '#/components/parameters/IdempotencyKey' }]))
  })
})

describe('the reference page', () => {
  const page = referencePage(document, '/api/reference.css')

  it('shows every operation with a request that can be sent', () => {
    for (const { method, path, operation } of entries) {
      expect(page).toContain(`<h3 id="${operation.operationId}"><code>${method} /api${path}</code></h3>`)
      expect(page).toContain(operation['x-roles'].join(', '))
    }
    expect(page).toContain('$OVERTURN/api/patterns/PTN-1&quot;')
    expect(page).toContain('claims[].denialReason')
  })

  it('runs no script, styles nothing inline, and fetches nothing from elsewhere', () => {
    expect(page).not.toMatch(/<script|<style| style=| on\w+=|(?:src|href)="(?:https?:)?\/\//i)
  })

  it('shows text as text', () => {
    const strange = structuredClone(document)
    strange.paths['/organization']!.get!.summary = '<img src=x onerror=alert(1)>"&'
    expect(referencePage(strange, '/x')).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;&amp;')
  })
})
