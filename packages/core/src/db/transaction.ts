import type { Pool, PoolClient } from 'pg'

/**
 * Work in one transaction, opened by `begin` (BEGIN and what is set with it): committed when the work is done, taken back when it throws. A connection
 * that cannot even take back is not used again.
 */
export async function inTransaction<T>(pool: Pool, begin: string, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let lost: Error | undefined
  try {
    await client.query(begin)
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
