import { randomUUID } from 'node:crypto'
import type { PoolClient } from 'pg'

export interface NewPerson {
  /** In lower case, as everywhere. */
  email: string
  name: string
  /** As passwords.ts makes it. */
  passwordHash: string
  mustChangePassword: boolean
}

/** Makes a person who signs in with a password; the id, or null where somebody has that address already. */
export async function insertPerson(client: PoolClient, { email, name, passwordHash, mustChangePassword }: NewPerson): Promise<string | null> {
  const id = randomUUID()
  const { rowCount } = await client.query(
    'insert into users (id, name, email, email_verified, must_change_password) values ($1, $2, $3, true, $4) on conflict (email) do nothing',
    [id, name, email, mustChangePassword],
  )
  if (rowCount === 0) return null
  await client.query(`insert into user_accounts (id, user_id, account_id, provider_id, password) values ($1, $2, $2, 'credential', $3)`, [
    randomUUID(),
    id,
    passwordHash,
  ])
  return id
}
