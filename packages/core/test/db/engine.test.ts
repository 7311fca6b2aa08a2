import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../src/db/connect.ts'
import { readLock } from '../../src/db/embedded/lock.ts'

const LIMIT = 60_000
const folder = mkdtempSync(join(tmpdir(), 'overturn engine '))
const open = (name: string, options?: { exclusive?: boolean }) => openDatabase({ databaseUrl: null, dataDir: join(folder, name) }, options)
afterAll(() => rmSync(folder, { recursive: true, force: true }), LIMIT)

async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds(); waited += 50) {
    if (waited > 15_000) throw new Error('it did not happen within 15 seconds')
    await sleep(50)
  }
}

/** A program of its own that holds the folder with a row committed and another one not. */
async function holdEngine(name: string) {
  const holder = spawn(process.execPath, [fileURLToPath(new URL('./hold-engine.ts', import.meta.url)), join(folder, name)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(holder.stdout, 'data')
  return { holder, engine: readLock(join(folder, name))!.pid }
}

/** A program of its own that has opened the folder, and closes it when its stdin ends. */
async function visitEngine(name: string) {
  const visitor = spawn(process.execPath, [fileURLToPath(new URL('./visit-engine.ts', import.meta.url)), join(folder, name)])
  await once(visitor.stdout, 'data')
  return visitor
}

/** What a lingering engine may take to notice that its last client has left: a moment, and more on a busy machine. */
const SOON_MS = 3_000
async function elapsed(work: Promise<unknown>): Promise<number> {
  const since = performance.now()
  await work
  return performance.now() - since
}

describe('the embedded engine between programs', { timeout: LIMIT }, () => {
  it('keeps what was committed when it and its program are killed', async () => {
    const { holder, engine } = await holdEngine('killed')
    process.kill(engine, 'SIGKILL')
    holder.kill('SIGKILL')
    await until(() => readLock(join(folder, 'killed')) === null)
    const database = await open('killed')
    expect((await database.pool.query('select note from kept')).rows).toEqual([{ note: 'committed' }])
    await database.close()
  })

  it('ends by itself when the program that started it is killed', async () => {
    const { holder } = await holdEngine('orphaned')
    holder.kill('SIGKILL')
    await until(() => readLock(join(folder, 'orphaned')) === null)
  })

  it('is shared by whoever comes second, and refuses the one who must own it', async () => {
    const owner = await open('shared')
    const guest = await open('shared')
    await guest.pool.query('create table left_by_the_guest ()')
    await guest.close()
    await expect(open('shared', { exclusive: true })).rejects.toMatchObject({
      code: 'data_dir_in_use',
      message: expect.stringMatching(
        /^The data in .*shared is in use by another Overturn \(process \d+\)\. Stop that one, or choose another folder with --data-dir\.$/,
      ),
    })
    expect((await owner.pool.query(`select to_regclass('left_by_the_guest')::text as name`)).rows).toEqual([{ name: 'left_by_the_guest' }])
    await owner.close()
  })

  it('outlives the program that started it as long as another one is there, even one without a connection', async () => {
    const starter = await visitEngine('handed over')
    const guest = await open('handed over')
    const engine = readLock(join(folder, 'handed over'))!.pid
    starter.stdin.end()
    // Not `exit`: whoever reads the starter's output must not wait for the engine either.
    expect(await once(starter, 'close')).toEqual([0, null])
    await sleep(500)
    expect((await guest.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    expect(readLock(join(folder, 'handed over'))!.pid).toBe(engine)
    await guest.close()
    expect(await elapsed(until(() => readLock(join(folder, 'handed over')) === null))).toBeLessThan(SOON_MS)
  })

  it('is kept alive by whoever comes after its starter, and not by a program that was killed', async () => {
    const owner = await open('lingering')
    const visitor = await visitEngine('lingering')
    const engine = readLock(join(folder, 'lingering'))!.pid
    expect(await elapsed(owner.close())).toBeLessThan(SOON_MS)
    const late = await open('lingering')
    visitor.kill('SIGKILL')
    await sleep(500)
    expect((await late.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    expect(readLock(join(folder, 'lingering'))!.pid).toBe(engine)
    await late.close()
    expect(await elapsed(until(() => readLock(join(folder, 'lingering')) === null))).toBeLessThan(SOON_MS)
  })

  it('has left the folder when the only program that used it has closed it', async () => {
    await (await open('alone')).close()
    expect(readLock(join(folder, 'alone'))).toBeNull()
    const exclusive = await open('alone', { exclusive: true })
    const guest = await open('alone')
    await exclusive.close()
    expect(readLock(join(folder, 'alone'))).toBeNull()
    await guest.close()
  })

  it('is started once by programs that open the folder together', async () => {
    const databases = await Promise.all([open('together'), open('together'), open('together')])
    await databases[0]!.pool.query('create table seen_by_all ()')
    for (const { pool } of databases) await expect(pool.query('select * from seen_by_all')).resolves.toBeDefined()
    await Promise.all(databases.map((database) => database.close()))
    await until(() => readLock(join(folder, 'together')) === null)
  })

  it('opens in a folder whose path is too long for a socket', async () => {
    const name = join('long', 'p'.repeat(90), 'q'.repeat(90))
    mkdirSync(join(folder, name), { recursive: true })
    const database = await open(name)
    expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await database.close()
  })

  it('refuses a folder it cannot write, in one sentence', async () => {
    // A file in place of the folder: permissions would not stop root.
    writeFileSync(join(folder, 'a-file'), '')
    await expect(open('a-file')).rejects.toMatchObject({
      code: 'data_dir_unwritable',
      message: expect.stringMatching(/^The folder .*a-file cannot be written \(\w+\)\. .*--data-dir\.$/),
    })
  })
})

describe('clients of one embedded engine', { timeout: LIMIT }, () => {
  let databases: Database[]
  beforeAll(async () => {
    databases = [await open('clients'), await open('clients'), await open('clients')]
    await databases[0]!.pool.query('create table ledger (program integer, step integer)')
  }, LIMIT)
  afterEach(() => databases[0]!.pool.query('truncate ledger'))
  afterAll(async () => {
    for (const database of databases.reverse()) await database.close()
  })

  it('keep their transactions apart, however they interleave', async () => {
    const work = databases.flatMap(({ pool }, program) =>
      Array.from({ length: 6 }, async (_, step) => {
        const client = await pool.connect()
        const before = await client
          .query('begin')
          .then(() => client.query<{ count: number }>('select count(*)::integer as count from ledger where program = $1', [program]))
        await client.query('insert into ledger values ($1, $2)', [program, step])
        await sleep(5)
        const after = await client.query<{ count: number }>('select count(*)::integer as count from ledger where program = $1', [program])
        await client.query(step % 3 === 2 ? 'rollback' : 'commit')
        client.release()
        return after.rows[0]!.count - before.rows[0]!.count
      }),
    )
    expect(await Promise.all(work)).toEqual(Array.from({ length: 18 }, () => 1))
    const { rows } = await databases[0]!.pool.query('select program, array_agg(step order by step) as steps from ledger group by program order by program')
    expect(rows).toEqual([0, 1, 2].map((program) => ({ program, steps: [0, 1, 3, 4] })))
  })

  it('leave nothing behind when they are lost in the middle of a transaction', async () => {
    const client = await databases[1]!.pool.connect()
    client.on('error', () => undefined)
    await client.query('begin')
    await client.query('insert into ledger values (9, 9)')
    ;(client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy()
    client.release(true)
    expect((await databases[0]!.pool.query('select * from ledger')).rows).toEqual([])
  })

  it('are not stopped by statement_timeout, which this engine ignores', async () => {
    // Why our statements are short by design: nothing would cut a long one off here.
    const client = await databases[2]!.pool.connect()
    await client.query(`begin; set local statement_timeout = '20ms'`)
    await expect(client.query('select sum(n) from generate_series(1, 1000000) n')).resolves.toBeDefined()
    await client.query('commit')
    client.release()
  })
})
