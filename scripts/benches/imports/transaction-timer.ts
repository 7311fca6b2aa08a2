import type { Pool, PoolClient } from 'pg'

/** How long transactions last, from the answer to `begin` to that of `commit`: through the embedded socket everybody else waits so long. */
export class TransactionTimer {
  #longestMs = 0

  /** Before the pool has made a connection. */
  constructor(pool: Pool) {
    pool.on('connect', (client) => this.#watch(client))
  }

  /** The longest since the last call, in whole milliseconds. */
  take(): number {
    const longest = this.#longestMs
    this.#longestMs = 0
    return Math.round(longest)
  }

  #watch(client: PoolClient): void {
    const query = client.query.bind(client) as (...given: unknown[]) => unknown
    let since: number | null = null
    const answered = (text: string) => {
      if (text.startsWith('begin')) since = performance.now()
      else if (since !== null && /^(?:commit|rollback)/.test(text)) {
        this.#longestMs = Math.max(this.#longestMs, performance.now() - since)
        since = null
      }
    }
    client.query = ((...given: unknown[]) => {
      const answer = query(...given)
      const [text] = given
      if (typeof text === 'string')
        Promise.resolve(answer).then(
          () => answered(text),
          () => undefined,
        )
      return answer
    }) as typeof client.query
  }
}
