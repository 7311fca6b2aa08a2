import pg from 'pg'

/**
 * A pool for the embedded engine. Its socket keeps a transaction to itself, but lets the messages of single statements with parameters (parse,
 * bind, execute) of different connections mix: one then binds what another has parsed (error 26000). So each gets a transaction of its own.
 */
export class TurnTakingPool extends pg.Pool {
  override query: pg.Pool['query'] = (async (statement: string | pg.QueryConfig, values?: unknown[]) => {
    const client = await this.connect()
    let lost: Error | undefined
    try {
      // Text without parameters is one message, and needs no turn: it may be what cannot stand in a transaction.
      if (typeof statement === 'string' && values === undefined) return await client.query(statement)
      await client.query('begin')
      const result = await client.query(statement, values)
      await client.query('commit')
      return result
    } catch (error) {
      await client.query('rollback').catch((failure: Error) => (lost = failure))
      throw error
    } finally {
      client.release(lost)
    }
  }) as pg.Pool['query']
}
