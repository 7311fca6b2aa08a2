import createOpenapiClient, { type Client, type Middleware } from 'openapi-fetch'
import type { components, paths } from './api.d.ts'

export type { operations, paths } from './api.d.ts'
/** What answers are made of, by name: `Schemas['ClaimsList']`. */
export type Schemas = components['schemas']
/** RFC 9457 problem details. */
export type Problem = Schemas['Problem']
export type OverturnClient = Client<paths>

/** What the API answered instead of what was asked for. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

export interface ClientOptions {
  /** An API token. Browsers that have signed in need none: their cookie goes along. */
  token?: string
  /** Short name of the organization that is meant, for who belongs to several. */
  organization?: string
  fetch?: (request: Request) => Promise<Response>
}

/**
 * A client of the Overturn at `baseUrl` (`https://overturn.example`): `client.GET('/claims/{id}', { params: { path: { id } } })` gives `data` as the
 * API describes it. Throws ProblemError for every answer that is no success, and what fetch throws when nobody answers.
 */
export function createClient(baseUrl: string, { token, organization, fetch }: ClientOptions = {}): OverturnClient {
  const headers = {
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...(organization !== undefined && { 'x-overturn-organization': organization }),
  }
  const client = createOpenapiClient<paths>({ baseUrl: `${baseUrl.replace(/\/+$/, '')}/api`, headers, ...(fetch && { fetch }) })
  client.use(throwing)
  return client
}

const throwing: Middleware = {
  async onResponse({ request, response }) {
    // Nothing has changed: what the caller has is what there is.
    if (response.ok || response.status === 304) return
    throw new ProblemError((await problemOf(response)) ?? unnamed(request, response))
  },
}

async function problemOf(response: Response): Promise<Problem | null> {
  const body: unknown = await response.json().catch(() => null)
  return typeof body === 'object' && body !== null && 'detail' in body && 'code' in body ? (body as Problem) : null
}

/** An answer that is none of Overturn's came from something in between. */
const unnamed = (request: Request, { status, statusText }: Response): Problem => ({
  type: 'about:blank',
  title: statusText || `Status ${status}`,
  status,
  detail: `Something between here and Overturn answered with status ${status}.`,
  instance: new URL(request.url).pathname,
  code: 'unknown',
})
