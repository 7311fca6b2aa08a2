import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { answerRoute, type ApiAnswer } from '../../src/api/answer.ts'
import { matchRoute } from '../../src/api/match.ts'
import { recomputeAll } from '../../src/computation/recompute.ts'
import type { Context } from '../../src/context.ts'
import { insertClaims } from '../factories/claims.ts'
import { newContext, useDatabase } from '../support/database.ts'

interface Sent {
  headers?: Record<string, string>
  body?: Record<string, unknown>
  context?: Context
}

describe('an answer of the API', () => {
  const use = useDatabase()
  let mine: Context
  beforeEach(async () => {
    mine = await newContext(use.database)
    await insertClaims(
      mine,
      Array.from({ length: 5 }, (_, index) => ({ id: `C${index}`, submitted: '2026-03-20', served: '2026-03-20' })),
    )
    await recomputeAll(mine)
  })

  async function send(method: string, url: string, { headers = {}, body = {}, context = mine }: Sent = {}): Promise<ApiAnswer> {
    const [path = '', query] = url.split('?')
    const match = matchRoute(method, path)
    if (!('route' in match)) throw new Error(`nothing is at ${method} ${path}`)
    return answerRoute(
      match,
      { path: `/api${path}`, query: new URLSearchParams(query), header: (name) => headers[name], body: () => Promise.resolve(body) },
      context,
    )
  }
  const later = () => ({ ...mine, now: new Date(mine.now.getTime() + 1000) })

  it('has the same ETag as long as it says the same, and is left out for who has it', async () => {
    const first = await send('GET', '/claims?limit=2')
    expect(first).toMatchObject({ status: 200, headers: { etag: expect.stringMatching(/^W\/"[\w-]{27}"$/) } })
    const { etag } = first.headers
    for (const known of [etag!, etag!.replace('W/', ''), `"other", ${etag}`, '*'])
      expect(await send('GET', '/claims?limit=2', { headers: { 'if-none-match': known }, context: later() })).toMatchObject({
        status: 304,
        body: null,
        headers: { etag },
      })
    expect(await send('GET', '/claims?limit=2', { headers: { 'if-none-match': '"other"' } })).toEqual(first)
    expect((await send('GET', '/claims?limit=3')).headers.etag).not.toBe(etag)
    await insertClaims(mine, [{ id: 'C9', submitted: '2026-03-21', served: '2026-03-21' }])
    await recomputeAll(mine)
    expect(await send('GET', '/claims?limit=2', { headers: { 'if-none-match': etag! } })).toMatchObject({ status: 200 })
  })

  it.each([
    ['/claims?limit=2', ['first 1', 'next 2', 'last 3']],
    ['/claims?limit=2&page=2', ['first 1', 'prev 1', 'next 3', 'last 3']],
    ['/claims?limit=2&page=3', ['first 1', 'prev 2', 'last 3']],
    ['/claims?limit=2&page=9', ['first 1', 'prev 3', 'last 3']],
    ['/claims?limit=2&status=denied', ['first 1', 'last 1']],
  ])('of %s leads to the pages %j', async (url, expected) => {
    const { headers, body } = await send('GET', url)
    const links = [...headers.link!.matchAll(/<([^>]+)>; rel="(\w+)"/g)].map(([, target, relation]) => ({ target: new URL(target!, 'http://x'), relation }))
    expect(links.map(({ target, relation }) => `${relation} ${target.searchParams.get('page')}`)).toEqual(expected)
    expect(links.every(({ target }) => target.pathname === '/api/claims' && target.searchParams.get('limit') === '2')).toBe(true)
    expect(JSON.parse(body!).pagination.limit).toBe(2)
  })

  it('has no pages where it is no list, and none that would carry what was posted', async () => {
    expect((await send('GET', '/organization')).headers).not.toHaveProperty('link')
    const searched = await send('POST', '/claims/search', { body: { controlNumber: 'PCN', limit: 1 } })
    expect(searched.headers).not.toHaveProperty('link')
  })

  it('reads yes, no and lists from a query', async () => {
    await expect(send('GET', '/releases/1/comparison?all=true')).rejects.toMatchObject({ code: 'conflict' })
    await expect(send('GET', '/releases/1/comparison?all=yes')).rejects.toMatchObject({ code: 'invalid_input', fields: [{ field: 'all' }] })
  })

  it.each([
    ['GET', '/claims?limit=1&limit=2', {}, ['limit']],
    ['GET', '/claims?controlNumber=1', {}, ['controlNumber']],
    ['GET', '/claims?__proto__=1', {}, ['__proto__']],
    ['GET', '/claims/C1?id=C2', {}, ['id']],
    ['GET', '/claims/%00', {}, ['id']],
    ['POST', '/claims/search?status=denied', {}, ['status']],
    ['POST', '/jobs/refresh/pause', { job: 'refresh' }, ['job']],
    ['POST', '/jobs/nothing/pause', {}, ['job']],
    ['POST', '/patterns/detect', { __proto__: null, constructor: 1 }, ['constructor']],
  ])('%s %s %j is refused by the name of its field', async (method, url, body, fields) => {
    await expect(send(method, url, { body })).rejects.toMatchObject({ code: 'invalid_input', fields: fields.map((field) => ({ field })) })
  })

  it('reads no body of somebody who may not do this', async () => {
    const viewer: Context = { ...mine, actor: { id: 'v', role: 'viewer' } }
    const match = matchRoute('POST', '/patterns/detect')
    if (!('route' in match)) throw new Error('there is no such route')
    const request = { path: '/api/patterns/detect', query: new URLSearchParams(), header: () => undefined, body: () => Promise.reject(new Error('read')) }
    await expect(answerRoute(match, request, viewer)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(answerRoute(match, request, mine)).rejects.toThrow('read')
  })

  describe('to If-Match', () => {
    const file = async () => (await mine.db.row<{ id: number }>(sql`select max(id)::int as id from imports`))!.id

    it('does nothing when what was seen has changed', async () => {
      const path = `/imports/${await file()}`
      const { etag } = (await send('GET', path)).headers
      await mine.db.run(sql`update imports set file_name = 'renamed.json'`)
      await expect(send('DELETE', path, { headers: { 'if-match': etag! } })).rejects.toMatchObject({ code: 'precondition_failed' })
      const now = (await send('GET', path)).headers.etag!
      // What the factory has written cannot be undone: the write was reached.
      for (const seen of [now, '*', `"x", ${now}`])
        await expect(send('DELETE', path, { headers: { 'if-match': seen } })).rejects.toMatchObject({ code: 'conflict' })
    })

    it('says that there is nothing to compare where nothing can be read', async () => {
      await expect(send('POST', '/patterns/detect', { headers: { 'if-match': '*' } })).rejects.toMatchObject({ code: 'precondition_failed' })
    })
  })

  describe('with an Idempotency-Key', () => {
    const event = { type: 'dashboard-viewed' }
    const count = async () => (await mine.db.row<{ events: number }>(sql`select count(*)::int as events from learning_events`))!.events
    const record = (key: string, body: Record<string, unknown> = event, context = mine) =>
      send('POST', '/learning/events', { headers: { 'idempotency-key': key }, body, context })

    it('is the same again, and nothing is done twice', async () => {
      const first = await record('k1')
      expect(first.headers).toEqual({})
      const again = await record('k1', { ...event }, later())
      expect(again).toEqual({ ...first, headers: { 'idempotent-replayed': 'true' } })
      expect(await count()).toBe(1)
      await record('k2')
      expect(await count()).toBe(2)
    })

    it('is refused when the key came with something else', async () => {
      await record('k1')
      await expect(record('k1', { type: 'practice-started' })).rejects.toMatchObject({ code: 'key_reused' })
      await expect(send('POST', '/patterns/detect', { headers: { 'idempotency-key': 'k1' } })).rejects.toMatchObject({ code: 'key_reused' })
      expect(await count()).toBe(1)
    })

    it.each(['', 'a b', 'ä', 'x'.repeat(256)])('refuses the key "%.10s"', async (key) => {
      await expect(record(key)).rejects.toMatchObject({ code: 'invalid_input' })
      expect(await count()).toBe(0)
    })

    it('does nothing with it on reads', async () => {
      await send('GET', '/claims', { headers: { 'idempotency-key': 'k1' } })
      expect(await mine.db.rows(sql`select key from idempotency_keys`)).toEqual([])
    })
  })
})
