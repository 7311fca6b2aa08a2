import { describe, expect, it } from 'vitest'
import { matchRoute, parametersOf } from '../../src/api/match.ts'
import { inputSchema } from '../../src/api/json-schemas.ts'
import { notOverHttp, routes } from '../../src/api/routes.ts'
import { operations } from '../../src/operations.ts'

const shapeOf = (path: string) => path.replace(/\{\w+\}/g, '{}')

describe('the table of routes', () => {
  const routed = new Set(routes.map(({ operation }) => operation.name))

  it.each(operations.map(({ name }) => name))('has %s, or says why not', (name) => {
    expect([routed.has(name), Object.hasOwn(notOverHttp, name)].filter(Boolean)).toHaveLength(1)
  })

  it('names nothing that is no operation', () => {
    const known = operations.map(({ name }) => name)
    expect([...routed, ...Object.keys(notOverHttp)].filter((name) => !known.some((other) => other === name))).toEqual([])
  })

  it('leads nowhere twice', () => {
    const keys = routes.map(({ method, path }) => `${method} ${shapeOf(path)}`)
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
  })

  it('hides no id behind a word: where a word and a parameter share a place under one method, the parameter is no free text', () => {
    const gets = routes.map(({ method, path, operation }) => ({ method, operation, path, words: path.slice(1).split('/') }))
    const hidden = gets.flatMap((one) =>
      gets
        .filter(({ method, words }) => method === one.method && words.length === one.words.length)
        .flatMap((other) => {
          const fits = one.words.every((word, at) => word === other.words[at] || other.words[at]!.startsWith('{'))
          const at = one.words.findIndex((word, place) => !word.startsWith('{') && other.words[place]!.startsWith('{'))
          if (!fits || at < 0) return []
          const field = other.words[at]!.slice(1, -1)
          const { success } = other.operation.input.shape[field]!.safeParse(one.words[at])
          return success ? [`${one.path} hides a value of ${other.path}`] : []
        }),
    )
    expect(hidden).toEqual([])
  })

  it.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))('%s fits its operation', (_, { method, path, operation }) => {
    // A read that is posted carries what no URL may; whoever calls by GET changes nothing.
    if (method === 'GET') expect(operation.kind).toBe('read')
    if (operation.kind === 'read') expect(['GET', 'POST']).toContain(method)
    expect(Object.keys(operation.input.shape)).toEqual(expect.arrayContaining(parametersOf(path)))
    expect(inputSchema(operation.input).additionalProperties).toBe(false)
  })

  it('lets nobody put an account number into a URL', () => {
    const fields = routes.filter(({ method }) => method === 'GET').flatMap(({ operation }) => Object.keys(operation.input.shape))
    expect(fields.filter((field) => /controlNumber|patient|member(?!s)|dob|name$/i.test(field))).toEqual([])
  })
})

describe('finding a route', () => {
  const here = routes.filter(({ apart }) => apart === undefined)
  it.each(here.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s is found, encoded or not, with a slash at its end or without',
    (_, route) => {
      const values = Object.fromEntries(parametersOf(route.path).map((name) => [name, `a/b %?#${name}`]))
      const path = route.path.replace(/\{(\w+)\}/g, (__, name: string) => encodeURIComponent(values[name]!))
      for (const written of [path, `${path}/`, path.replace(/[a-z](?=[^/]*$)/, (letter) => `%${letter.charCodeAt(0).toString(16)}`)])
        expect(matchRoute(route.method, written)).toMatchObject({ route, parameters: values })
    },
  )

  it('leaves alone what has a handler of its own', () => {
    expect(matchRoute('POST', '/imports')).toEqual({ allow: ['GET', 'HEAD'] })
    expect(matchRoute('GET', '/imports/tasks/x/events')).toEqual({ allow: [] })
  })

  it('answers HEAD as GET', () => {
    expect(matchRoute('HEAD', '/claims')).toMatchObject({ route: { path: '/claims', method: 'GET' } })
  })

  it('knows what a GET of the same path would give', () => {
    expect(matchRoute('DELETE', '/imports/7')).toMatchObject({ reading: { route: { path: '/imports/{id}', method: 'GET' }, parameters: { id: '7' } } })
    expect(matchRoute('POST', '/patterns/detect')).toMatchObject({ reading: null })
  })

  it.each([
    ['POST', '/claims', ['GET', 'HEAD']],
    ['OPTIONS', '/claims/x', ['GET', 'HEAD']],
    ['PUT', '/imports/1', ['GET', 'HEAD', 'DELETE']],
    ['GET', '/claims/search/x', []],
    ['GET', '/', []],
    ['GET', '', []],
    ['GET', '//claims', []],
    ['GET', '/claims//', []],
    ['GET', '/claims/a/b', []],
    ['GET', '/claims%2Fx', []],
    ['GET', '/%25claims', []],
    ['GET', '/__proto__', []],
  ])('%s %s is under none: %j', (method, path, allow) => {
    expect(matchRoute(method, path)).toEqual({ allow })
  })

  it('takes what is no encoded text for itself', () => {
    expect(matchRoute('GET', '/patterns/%E0%A4%A')).toMatchObject({ parameters: { id: '%E0%A4%A' } })
  })
})
