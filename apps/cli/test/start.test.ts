import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readLock } from '@overturn/core/db/embedded/lock'
import { freePort, oldNode, overturn, startOverturn, until, useFolder, type Options } from './overturn.ts'

const MINUTES = 5 * 60_000
const folder = useFolder()

/** Starts a server without the demonstration and waits for its line. The first one of a checkout builds the portal. */
async function startServer(name: string, options: Options = {}) {
  const dataDir = join(folder, name)
  const port = await freePort()
  const child = startOverturn(['start', '--no-demo', '--json', '--port', String(port), '--data-dir', dataDir], options)
  let stderr = ''
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const [line] = (await Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => Promise.reject(new Error(stderr)))])) as [Buffer]
  const ready = JSON.parse(line.toString()) as { address: string; accessKey: string; organization: string; dataDir: string }
  return { child, dataDir, port, ready, exited: once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>, said: () => stderr }
}

const answers = (address: string) =>
  fetch(`${address}/api/healthz`).then(
    ({ ok }) => ok,
    () => false,
  )

describe('overturn start', { timeout: MINUTES }, () => {
  it('serves, shares its data, refuses a second owner, and stops within seconds', async () => {
    const { child, dataDir, ready, exited, said } = await startServer('served')
    expect(ready).toEqual({
      address: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      accessKey: expect.stringMatching(/^[\w-]{43}$/),
      organization: 'practice',
      dataDir,
    })
    expect(readFileSync(join(dataDir, 'access-key'), 'utf8').trim()).toBe(ready.accessKey)
    expect(statSync(join(dataDir, 'access-key')).mode & 0o777).toBe(0o600)
    expect(await (await fetch(`${ready.address}/api/readyz`)).json()).toEqual({ status: 'ready' })
    expect((await fetch(`${ready.address}/api/patterns`)).status).toBe(401)
    expect((await fetch(`${ready.address}/api/patterns`, { headers: { authorization: `Bearer ${ready.accessKey}` } })).status).toBe(200)

    const status = await overturn(['status', '--json', '--data-dir', dataDir])
    expect(JSON.parse(status.stdout)).toMatchObject({ engine: 'embedded', organizations: [{ slug: 'practice', claims: 0 }] })
    const second = await overturn(['start', '--port', String(await freePort()), '--data-dir', dataDir])
    expect(second).toMatchObject({
      code: 4,
      stdout: '',
      stderr: expect.stringMatching(
        /^The data in .* is in use by another Overturn \(process \d+\)\. Stop that one, or choose another folder with --data-dir\.\n$/,
      ),
    })

    const since = performance.now()
    child.kill('SIGTERM')
    expect(await exited).toEqual([0, null])
    expect(performance.now() - since).toBeLessThan(8_000)
    expect(said()).toMatch(/Stopping\n.*Stopped\n$/)
    expect(await answers(ready.address)).toBe(false)
    expect(readLock(dataDir)).toBeNull()
  })

  it('leaves nothing running when it is killed, whichever Node started it', async () => {
    const { child, dataDir, ready } = await startServer('killed', oldNode === null ? {} : { node: oldNode })
    child.kill('SIGKILL')
    await until('the portal has ended', async () => !(await answers(ready.address)))
    await until('the engine has ended', () => readLock(dataDir) === null)
  })

  it('stops as a whole, with a sentence, when its engine is gone', async () => {
    const { dataDir, ready, exited, said } = await startServer('broken')
    process.kill(readLock(dataDir)!.pid, 'SIGKILL')
    expect(await exited).toEqual([5, null])
    expect(said()).toContain('The embedded database ended unexpectedly, so Overturn has stopped')
    expect(await answers(ready.address)).toBe(false)
  })

  it('refuses a port that is taken, before it touches anything', async () => {
    const other = createServer()
    const port = await freePort()
    await once(other.listen(port, '127.0.0.1'), 'listening')
    const dataDir = join(folder, 'never made')
    const refused = await overturn(['start', '--port', String(port), '--data-dir', dataDir])
    other.close()
    expect(refused).toEqual({
      code: 2,
      signal: null,
      stdout: '',
      stderr: `Port ${port} on 127.0.0.1 is in use by another program. Stop that program, or choose another port with --port.\n`,
    })
    expect(existsSync(dataDir)).toBe(false)
  })

  it('refuses a port that is none', async () => {
    for (const port of ['99999', 'abc', '0'])
      expect(await overturn(['start', '--port', port])).toMatchObject({
        code: 2,
        stderr: `--port: "${port}" is not a port; it must be a whole number from 1 to 65535.\n`,
      })
  })

  it('refuses a data folder that is a file, or below one', async () => {
    const file = join(folder, 'a file')
    writeFileSync(file, '')
    const refused = { code: 3, signal: null, stdout: '', stderr: `${file} is a file, not a folder. Choose another folder with --data-dir.\n` }
    for (const words of [['start', '--port', String(await freePort())], ['status'], ['migrate']])
      for (const dataDir of [file, join(file, 'data')]) expect(await overturn([...words, '--data-dir', dataDir])).toEqual(refused)
  })

  it('tells what may not be read from what is not there, before it asks for a key', async ({ skip }) => {
    skip(process.getuid?.() === 0, 'root may read every folder')
    const closed = join(folder, 'closed')
    mkdirSync(closed, { mode: 0o000 })
    const stderr = (what: string) => `The folder ${closed} cannot be ${what} (EACCES). Give permission, or choose another folder with --data-dir.\n`
    expect(await overturn(['status', '--data-dir', closed])).toMatchObject({ code: 3, stderr: stderr('read') })
    expect(await overturn(['start', '--port', String(await freePort()), '--data-dir', closed])).toMatchObject({ code: 3, stderr: stderr('written') })
    // So that the folder of the tests can be removed.
    chmodSync(closed, 0o700)
  })
})
