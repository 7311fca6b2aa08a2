import { expect, it } from 'vitest'
import { useDatabase } from '../support/database.ts'

const use = useDatabase()

/** Long enough to go over the socket in several pieces, between which others may speak. */
const LONG = 'x'.repeat(300_000)

it('statements with parameters of many connections at once get their own answers', async () => {
  const { pool } = use.database
  const asked = Array.from({ length: 120 }, (_, number) => number)
  const answers = await Promise.all(
    asked.map(async (number) => {
      if (number % 3 === 0) return (await pool.query<{ number: number }>(`select ${number}::int as number`)).rows[0]?.number
      const { rows } = await pool.query<{ number: number; length: number }>('select $1::int as number, length($2) as length', [number, LONG.slice(number)])
      return rows[0]?.length === LONG.length - number ? rows[0].number : null
    }),
  )
  expect(answers).toEqual(asked)
  await expect(pool.query('select $1::int / 0', [1])).rejects.toThrow('division by zero')
  expect((await pool.query('select $1::text as word', ['after'])).rows).toEqual([{ word: 'after' }])
})
