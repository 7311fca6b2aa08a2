import type { Database } from '../db/connect.ts'
import { asOwner } from './transaction.ts'

/** The name under which another program's people come in, and the end of the address it sends them back to. */
export const SIGN_ON = 'oidc'

/**
 * The other program's word is the first proof that the address is this person's: whoever had the link of an invitation could choose a password
 * before. What was set up until now opens nothing any more: password, second factor, sessions, and sign-ins that are under way.
 */
export async function endEarlierAccess(database: Database, userId: string): Promise<void> {
  await asOwner(database, async (client) => {
    const { rowCount } = await client.query('select from user_accounts where user_id = $1 and provider_id = $2', [userId, SIGN_ON])
    if (rowCount !== 0) return
    await client.query(`delete from user_accounts where user_id = $1 and provider_id = 'credential'`, [userId])
    await client.query('delete from user_two_factors where user_id = $1', [userId])
    await client.query('delete from user_sessions where user_id = $1', [userId])
    await client.query('delete from user_verifications where value = $1', [userId])
    // Without a password there is none to change.
    await client.query('update users set two_factor_enabled = false, must_change_password = false, updated_at = now() where id = $1', [userId])
  })
}
