import { beforeAll, describe, expect, it } from 'vitest'
import { createClient, ProblemError, type OverturnClient } from '../../../client/src/index.ts'
import { answerRoute } from '../../src/api/answer.ts'
import { matchRoute } from '../../src/api/match.ts'
import { problemOf } from '../../src/api/problems.ts'
import { recomputeAll } from '../../src/computation/recompute.ts'
import type { Context } from '../../src/context.ts'
import { asOverturnError } from '../../src/errors.ts'
import { insertClaims } from '../factories/claims.ts'
import { newContext, useDatabase } from '../support/database.ts'

/** What a server does with a request, without one between. */
async function serve(context: Context, request: Request): Promise<Response> {
  const url = new URL(request.url)
  const match = matchRoute(request.method, url.pathname.replace('/api', ''))
  if (!('route' in match)) return new Response('<p>no such page</p>', { status: 404, statusText: 'Not Found' })
  const text = await request.text()
  const asked = {
    path: url.pathname,
    query: url.searchParams,
    header: (name: string) => request.headers.get(name) ?? undefined,
    body: () => Promise.resolve(JSON.parse(text || '{}') as Record<string, unknown>),
  }
  try {
    const { status, headers, body } = await answerRoute(match, asked, context)
    return new Response(body, { status, headers: { ...headers, 'content-type': 'application/json' } })
  } catch (thrown) {
    const problem = problemOf(asOverturnError(thrown), url.pathname)
    return Response.json(problem, { status: problem.status })
  }
}

describe('the client', () => {
  const use = useDatabase()
  const sent: Request[] = []
  let client: OverturnClient
  beforeAll(async () => {
    const context = await newContext(use.database)
    await insertClaims(context, [{ id: 'A/1 ?', submitted: '2026-03-20', served: '2026-03-20', decided: '2026-03-25', carc: '197', billed: 80 }])
    await recomputeAll(context)
    const fetch = (request: Request) => {
      sent.push(request.clone())
      return serve(context, request)
    }
    client = createClient('https://overturn.example/', { token: 'ovt_x', organization: 'demo', fetch })
  })

  it('reads with the types of the API', async () => {
    const { data } = await client.GET('/claims', { params: { query: { status: 'denied', limit: 5 } } })
    expect(data?.claims.map(({ id, deniedAmount }) => ({ id, deniedAmount }))).toEqual([{ id: 'A/1 ?', deniedAmount: 80 }])
    expect(sent.at(-1)!.url).toBe('https://overturn.example/api/claims?status=denied&limit=5')
    expect(sent.at(-1)!.headers.get('authorization')).toBe('Bearer ovt_x')
    expect(sent.at(-1)!.headers.get('x-overturn-organization')).toBe('demo')
  })

  it('encodes what stands in a path', async () => {
    const { data } = await client.GET('/claims/{id}', { params: { path: { id: 'A/1 ?' } } })
    expect(data?.claim.id).toBe('A/1 ?')
  })

  it('writes once with a key', async () => {
    const record = () => client.POST('/learning/events', { body: { type: 'dashboard-viewed' }, params: { header: { 'Idempotency-Key': 'one' } } })
    const [first, again] = [await record(), await record()]
    expect(again.data).toEqual(first.data)
    expect(again.response.headers.get('idempotent-replayed')).toBe('true')
  })

  it('takes an answer that has not changed for one', async () => {
    const { response } = await client.GET('/organization')
    const known = await client.GET('/organization', { params: { header: { 'If-None-Match': response.headers.get('etag')! } } })
    expect(known.response.status).toBe(304)
  })

  it('throws the problem, with the fields that are wrong', async () => {
    const failure = await client.GET('/claims', { params: { query: { page: 0 } } }).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(ProblemError)
    expect(failure).toMatchObject({ problem: { status: 400, code: 'invalid_input', fields: [{ field: 'page' }] } })
    await expect(client.GET('/claims/{id}', { params: { path: { id: 'none' } } })).rejects.toMatchObject({ problem: { code: 'not_found' } })
  })

  it('says so when what answers is not Overturn', async () => {
    const elsewhere = createClient('https://overturn.example', {
      fetch: () => Promise.resolve(new Response('<h1>502</h1>', { status: 502, statusText: 'Bad Gateway' })),
    })
    await expect(elsewhere.GET('/organization')).rejects.toMatchObject({
      problem: { status: 502, title: 'Bad Gateway', code: 'unknown', instance: '/api/organization' },
    })
  })
})
