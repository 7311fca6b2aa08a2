import type pg from 'pg'

/** A statement, known by how it begins, and what all its runs took together. */
export interface StatementTime {
  statement: string
  runs: number
  ms: number
}

const SHOWN = 110

/** Times the statements of a pool's connections, so that a figure tells where its time went. */
export class StatementTimer {
  #times = new Map<string, StatementTime>()

  constructor(pool: pg.Pool) {
    pool.on('connect', (client) => this.#watch(client))
  }

  /** The longest since the last time, and forgets all. */
  take(most: number): StatementTime[] {
    const all = [...this.#times.values()]
    this.#times = new Map()
    return all.sort((a, b) => b.ms - a.ms).slice(0, most)
  }

  #watch(client: pg.PoolClient): void {
    const query = client.query.bind(client) as (...given: unknown[]) => unknown
    client.query = ((...given: unknown[]) => {
      const since = performance.now()
      const answer = query(...given)
      const [text] = given
      if (typeof text === 'string')
        Promise.resolve(answer).then(
          () => this.#add(text, performance.now() - since),
          () => undefined,
        )
      return answer
    }) as typeof client.query
  }

  #add(text: string, ms: number): void {
    // Parameters of an array make one statement of many numbers; line breaks are ours.
    const statement = text.replaceAll(/\s+/g, ' ').trim().slice(0, SHOWN)
    const time = this.#times.get(statement) ?? { statement, runs: 0, ms: 0 }
    time.runs++
    time.ms += ms
    this.#times.set(statement, time)
  }
}
