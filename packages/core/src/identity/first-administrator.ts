import type { Database } from '../db/connect.ts'
import { hashOneTime, makeOneTimePassword, ONE_TIME_HOURS } from './passwords.ts'
import { insertPerson } from './people.ts'
import { asOwner } from './transaction.ts'

/** What is said once, to whoever runs the server, and kept nowhere. */
export interface OneTimePassword {
  email: string
  password: string
  expiresAt: Date
}

/**
 * While there is nobody: makes the administrator of every organization there is, with a password that is good for once and for a day. null
 * where somebody is there already.
 */
export async function ensureAdministrator(database: Database, { email, now }: { email: string; now: Date }): Promise<OneTimePassword | null> {
  // Asked before the password is hashed: every start but the first ends here.
  const { rows } = await database.pool.query<{ found: boolean }>('select exists (select from users) as found')
  if (rows[0]!.found) return null
  const password = makeOneTimePassword()
  const expiresAt = new Date(now.getTime() + ONE_TIME_HOURS * 3_600_000)
  const passwordHash = await hashOneTime(password, expiresAt)
  const isMade = await asOwner(database, async (client) => {
    const id = await insertPerson(client, { email, name: 'Administrator', passwordHash, mustChangePassword: true })
    if (id === null) return false
    await client.query(`insert into members (organization_id, user_id, role, added_by) select id, $1, 'administrator', 'start' from organizations`, [id])
    return true
  })
  return isMade ? { email, password, expiresAt } : null
}
