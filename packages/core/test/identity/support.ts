import { randomUUID } from 'node:crypto'
import type { Role } from '../../src/access/roles.ts'
import { readConfig } from '../../src/config.ts'
import type { Context } from '../../src/context.ts'
import type { Database } from '../../src/db/connect.ts'
import { ADDRESS_HEADER, createAuth, type Auth } from '../../src/identity/auth.ts'
import { hashPassword } from '../../src/identity/passwords.ts'
import { insertPerson } from '../../src/identity/people.ts'
import { asOwner } from '../../src/identity/transaction.ts'
import { silentLog } from '../../src/log.ts'

export const PASSWORD = 'correct horse battery'
export const SECRET = 'a secret that is only for these tests'
export const ORIGIN = 'http://127.0.0.1:3000'

export interface Person {
  id: string
  email: string
}

/** Somebody with a seat in the organization of the context, or with none. */
export async function addPerson(context: Context, role: Role | null, options: { password?: string; mustChangePassword?: boolean } = {}): Promise<Person> {
  const email = `${randomUUID().slice(0, 8)}@practice.example`
  const passwordHash = await hashPassword(options.password ?? PASSWORD)
  const id = (await asOwner(context.database, (client) =>
    insertPerson(client, { email, name: `Person ${email.slice(0, 4)}`, passwordHash, mustChangePassword: options.mustChangePassword ?? false }),
  ))!
  if (role !== null)
    await context.database.pool.query('insert into members (organization_id, user_id, role) values ($1, $2, $3)', [context.organization.id, id, role])
  return { id, email }
}

export const authOf = (database: Database, env: Record<string, string> = {}): Auth =>
  createAuth(database, readConfig({}, { OVERTURN_SECRET: SECRET, ...env }), silentLog)

/** A browser without a screen: it keeps cookies, and posts to the sign-in, which counts codes by address. */
export function browserOf(auth: Auth, address = '192.0.2.7') {
  const cookies = new Map<string, string>()
  const headers = () => ({
    origin: ORIGIN,
    'content-type': 'application/json',
    [ADDRESS_HEADER]: address,
    cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
  })
  const send = async (path: string, init: RequestInit): Promise<Response> => {
    const answer = await auth.handler(new Request(`${ORIGIN}/api/auth${path}`, { ...init, headers: headers() }))
    for (const cookie of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';')[0]!.split('=')
      if (value === '') cookies.delete(name)
      else cookies.set(name, cookie.split(';')[0]!.slice(name.length + 1))
    }
    return answer
  }
  return {
    cookies,
    get: (path: string) => send(path, { method: 'GET' }),
    post: (path: string, body: object) => send(path, { method: 'POST', body: JSON.stringify(body) }),
  }
}
