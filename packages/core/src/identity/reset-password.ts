import { randomUUID } from 'node:crypto'
import { record } from '../audit/write.ts'
import type { Actor, Origin } from '../context.ts'
import type { Database } from '../db/connect.ts'
import { OverturnError } from '../errors.ts'
import type { OneTimePassword } from './first-administrator.ts'
import { hashOneTime, makeOneTimePassword, ONE_TIME_HOURS } from './passwords.ts'
import { asOwner } from './transaction.ts'

export interface Reset {
  email: string
  now: Date
  /** Also take away the second factor, for somebody who has lost it. */
  secondFactor: boolean
  /** Who types, for the record in every organization of the person. */
  origin?: Origin
}

const COMMAND_LINE: Actor = { id: 'cli', role: 'administrator' }

/**
 * A new one-time password for somebody who is locked out. Every session of the person ends, and every sign-in that is under way. It is for
 * whoever runs the server, at the command line, and no operation: the administrator of one organization must not take over a person who belongs
 * to another one too.
 * Throws `not_found`.
 */
export async function resetPassword(
  database: Database,
  { email, now, secondFactor, origin = { channel: 'cli', address: null, requestId: null } }: Reset,
): Promise<OneTimePassword> {
  const password = makeOneTimePassword()
  const expiresAt = new Date(now.getTime() + ONE_TIME_HOURS * 3_600_000)
  const passwordHash = await hashOneTime(password, expiresAt)
  const { id, organizations } = await asOwner(database, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `update users set must_change_password = true, updated_at = now(), two_factor_enabled = two_factor_enabled and not $2 where email = $1 returning id`,
      [email.toLowerCase(), secondFactor],
    )
    const id = rows[0]?.id
    if (id === undefined) throw new OverturnError('not_found', `Nobody here has the address ${email}. "overturn members list" shows who there is.`)
    if (secondFactor) await client.query('delete from user_two_factors where user_id = $1', [id])
    await client.query('delete from user_sessions where user_id = $1', [id])
    await client.query('delete from user_verifications where value = $1', [id])
    const { rowCount } = await client.query(`update user_accounts set password = $2, updated_at = now() where user_id = $1 and provider_id = 'credential'`, [
      id,
      passwordHash,
    ])
    // Somebody who came through another provider has no password yet.
    if (rowCount === 0)
      await client.query(`insert into user_accounts (id, user_id, account_id, provider_id, password) values ($1, $2, $2, 'credential', $3)`, [
        randomUUID(),
        id,
        passwordHash,
      ])
    const seats = await client.query<{ id: number }>('select organization_id as id from members where user_id = $1 order by 1', [id])
    return { id, organizations: seats.rows }
  })
  for (const organization of organizations)
    await record({ database, organization, actor: COMMAND_LINE, origin }, { operation: 'members.resetPassword', outcome: 'done', about: { id, secondFactor } })
  return { email: email.toLowerCase(), password, expiresAt }
}
