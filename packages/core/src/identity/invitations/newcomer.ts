import type { PoolClient } from 'pg'
import { z } from 'zod'
import { OverturnError } from '../../errors.ts'
import { invalidInput } from '../../operation.ts'
import { text } from '../../schemas.ts'
import { hashPassword, LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../passwords.ts'
import { insertPerson } from '../people.ts'

const newPerson = z.object({
  name: text(100),
  password: z
    .string('is missing')
    .min(SHORTEST_PASSWORD, `must have at least ${SHORTEST_PASSWORD} characters`)
    .max(LONGEST_PASSWORD, `must have at most ${LONGEST_PASSWORD} characters`),
})

/** Who takes what is offered: somebody new, or the person who is signed in. */
export type Newcomer = z.output<typeof newPerson> | { userId: string }

/** Name and password of somebody new. Throws `invalid_input`. */
export function readNewcomer(given: unknown): Newcomer {
  const { success, data, error } = newPerson.safeParse(given)
  if (!success) throw invalidInput(error)
  return data
}

/** Finds or makes the person; hashing a password takes a while, and is done before any transaction. */
export type Admit = (client: PoolClient, email: string) => Promise<string>

/**
 * What gives the id of the newcomer in the transaction that takes the offer. It throws `conflict` where the address has an account and nobody is
 * signed in with it, `forbidden` where it was somebody else who was invited.
 */
export async function admitting(newcomer: Newcomer): Promise<Admit> {
  if ('userId' in newcomer) {
    const { userId } = newcomer
    return async (client, email) => {
      const { rowCount } = await client.query('select from users where id = $1 and email = $2', [userId, email])
      if (rowCount === 0) throw new OverturnError('forbidden', 'Somebody else was invited by this link. Sign out, then open it again.')
      return userId
    }
  }
  const { name, password } = newcomer
  const passwordHash = await hashPassword(password)
  return async (client, email) => {
    const userId = await insertPerson(client, { email, name, passwordHash, mustChangePassword: false })
    if (userId === null) throw new OverturnError('conflict', 'There is an account with this address. Sign in first, then open the link again.')
    return userId
  }
}
