import type { Database } from '../../src/db/connect.ts'

/** A network of these practices, with these people as its analysts. */
export async function insertNetwork({ pool }: Database, network: { slug: string; practices: readonly number[]; analysts: readonly string[] }): Promise<void> {
  const { rows } = await pool.query<{ id: number }>('insert into networks (slug, name) values ($1, $2) returning id', [network.slug, 'A network'])
  const id = rows[0]!.id
  for (const practice of network.practices) await pool.query('insert into network_practices (network_id, practice_id) values ($1, $2)', [id, practice])
  for (const analyst of network.analysts) {
    await pool.query('insert into users (id, name, email) values ($1, $1, $2) on conflict do nothing', [analyst, `${analyst}@network.example`])
    await pool.query('insert into network_analysts (network_id, user_id) values ($1, $2)', [id, analyst])
  }
}
