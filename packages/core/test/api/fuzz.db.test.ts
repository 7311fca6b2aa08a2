import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { answerRoute, type ApiAnswer } from '../../src/api/answer.ts'
import { matchRoute } from '../../src/api/match.ts'
import { apiDocument } from '../../src/api/openapi.ts'
import { problemOf } from '../../src/api/problems.ts'
import type { Context } from '../../src/context.ts'
import { asOverturnError } from '../../src/errors.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { arbitraryRequests, type WireRequest } from './arbitrary-requests.ts'
import { fillOrganization } from './example-data.ts'

const REQUESTS = 10_000
const SEED = 20_260_331
/** Stands in everything that the other organization calls anything, and in no request. */
const CANARY = 'Kookaburra'

/** Columns with names, by table: whatever is shown of a row of these shows one. */
const named: Record<string, string[]> = {
  claims: ['patient_control_number', 'patient_name', 'member_id', 'denial_reason', 'reported_reason'],
  claim_appeals: ['note'],
  letter_templates: ['name'],
  payers: ['name'],
  providers: ['name'],
  patterns: ['title', 'description'],
  policies: ['name'],
  imports: ['file_name'],
  import_rejections: ['message'],
  alerts: ['message'],
  learning_events: ['session_id'],
  code_texts: ['description'],
}

async function send(context: Context, { role, method, path, query, headers, body }: WireRequest): Promise<ApiAnswer> {
  const match = matchRoute(method, path)
  if (!('route' in match)) return { status: match.allow.length > 0 ? 405 : 404, headers: {}, body: null }
  const request = { path: `/api${path}`, query: new URLSearchParams(query), header: (name: string) => headers[name], body: () => Promise.resolve(body) }
  try {
    return await answerRoute(match, request, { ...context, actor: { id: `fuzz-${role}`, role } })
  } catch (thrown) {
    const problem = problemOf(asOverturnError(thrown), request.path)
    return { status: problem.status, headers: {}, body: JSON.stringify(problem) + (problem.status >= 500 ? String((thrown as Error).stack) : '') }
  }
}

const use = useDatabase()

it(`${REQUESTS} requests from the document give neither a 5xx nor anything of another organization`, { timeout: 300_000 }, async () => {
  const [mine, other] = [await newContext(use.database), await newContext(use.database)]
  await fillOrganization(mine)
  await fillOrganization(other, '-other')
  for (const [table, columns] of Object.entries(named)) {
    const existing = await use.database.pool.query<{ name: string }>('select column_name as name from information_schema.columns where table_name = $1', [
      table,
    ])
    for (const { name } of existing.rows.filter(({ name: column }) => columns.includes(column)))
      await other.db.run(
        sql`update ${sql.raw(table)} set ${sql.raw(name)} = ${`${CANARY} `} || coalesce(${sql.raw(name)}, '') where organization_id = ${other.organization.id}`,
      )
  }
  await use.database.pool.query(`update users set name = '${CANARY} ' || name where id like '%-other'`)
  await use.database.pool.query(`update organizations set name = '${CANARY}' where id = $1`, [other.organization.id])

  // Who may see it does see the canary: what follows could find it.
  for (const path of ['/claims', '/claims/CLM-1001-other', '/patterns', '/policies', '/payers', '/providers', '/imports', '/rejects', '/alerts', '/members']) {
    const request = { role: 'administrator', method: 'GET', path, query: path === '/claims' ? 'dateRange=all' : '', headers: {}, body: {} } as const
    expect((await send(other, request)).body).toContain(CANARY)
  }

  const ids = ['', '-other'].flatMap((mark) => [
    ...['CLM-1001', 'CLM-1002', 'CLM-1012', 'PTN-1', 'POL-1', 'P1', 'DR1', 'user-2', 'user-3', 'invitation-1', 'token-1'].map((id) => id + mark),
    'C2-4',
    'C11-4',
    '197',
    '99213',
    'Authorization absent',
    'claims.read',
  ])
  const requests = fc.sample(arbitraryRequests(apiDocument(), ids), { numRuns: REQUESTS, seed: SEED })
  const statuses = new Map<number, number>()
  const wrong: unknown[] = []
  for (const request of requests) {
    const answer = await send(mine, request)
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
    const said = JSON.stringify(answer)
    if (answer.status >= 500 || said.includes(CANARY) || said.includes(other.organization.slug)) wrong.push({ request, answer: said.slice(0, 2000) })
  }
  expect(wrong.slice(0, 3)).toEqual([])
  // Both kinds were asked: some were answered, some refused for each reason that there is.
  expect([...statuses.keys()].sort()).toEqual(expect.arrayContaining([200, 304, 400, 401, 403, 404, 409, 412]))
  expect(statuses.get(200)! / REQUESTS).toBeGreaterThan(0.2)
  // The other organization is as it was.
  expect(await other.db.row(sql`select count(*)::int as claims from claims where id like 'CLM-%'`)).toEqual({ claims: 60 })
})
