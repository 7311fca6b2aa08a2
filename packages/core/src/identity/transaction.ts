import type { PoolClient } from 'pg'
import type { Database } from '../db/connect.ts'

/** A short transaction of the owner: people belong to no organization, and no transaction of an organization may write them. */
export async function asOwner<T>(database: Database, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await database.pool.connect()
  let lost: Error | undefined
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => (lost = failure))
    throw error
  } finally {
    client.release(lost)
  }
}
