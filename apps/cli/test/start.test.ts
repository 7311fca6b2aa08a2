import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readLock } from '@overturn/core/db/embedded/lock'
import { freePort, oldNode, overturn, overturnProcess, startOverturn, until, useFolder, type Options } from './overturn.ts'

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
  const ready = JSON.parse(line.toString()) as {
    address: string
    organization: string
    dataDir: string
    administrator: { email: string; oneTimePassword: string }
  }
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
      organization: 'practice',
      dataDir,
      administrator: { email: 'administrator@overturn.local', oneTimePassword: expect.stringMatching(/^\w{4}(-\w{4}){4}$/), expiresAt: expect.any(String) },
    })
    expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600)
    expect(await (await fetch(`${ready.address}/api/readyz`)).json()).toEqual({ status: 'ready' })
    expect((await fetch(`${ready.address}/api/patterns`)).status).toBe(401)
    const made = await overturn(['tokens', 'create', 'test', '--json', '--data-dir', dataDir])
    const { token } = JSON.parse(made.stdout) as { token: string }
    expect((await fetch(`${ready.address}/api/patterns`, { headers: { authorization: `Bearer ${token}` } })).status).toBe(200)

    const status = await overturn(['status', '--json', '--data-dir', dataDir])
    expect(JSON.parse(status.stdout)).toMatchObject({ engine: 'embedded', organizations: [{ slug: 'practice', claims: 0 }] })
    const second = await overturnProcess(['start', '--port', String(await freePort()), '--data-dir', dataDir])
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

  it('makes an administrator once, and lets that one choose a password before anything else', async () => {
    const first = await startServer('signed in')
    const { address, administrator } = first.ready
    const { email, oneTimePassword } = administrator
    const post = (path: string, body: object, cookie = '') =>
      fetch(`${address}/api/auth/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: address, cookie },
        body: JSON.stringify(body),
      })
    const signedIn = await post('sign-in/email', { email, password: oneTimePassword })
    expect(JSON.stringify(await signedIn.json())).not.toContain('token')
    const cookie = signedIn.headers.getSetCookie()[0]!.split(';')[0]!
    const patterns = () => fetch(`${address}/api/patterns`, { headers: { cookie } })
    const refused = await patterns()
    expect([refused.status, await refused.json()]).toMatchObject([403, { code: 'password_change_required' }])
    expect((await post('two-factor/enable', { password: oneTimePassword }, cookie)).status).toBe(403)
    expect((await post('change-password', { currentPassword: oneTimePassword, newPassword: 'a password of my own' }, cookie)).status).toBe(200)
    expect((await patterns()).status).toBe(200)

    const reset = await overturn(['members', 'reset-password', email, '--data-dir', first.dataDir])
    expect(reset.stdout).toMatch(/^E-mail +administrator@overturn\.local\nPassword +\w{4}-.* \(for once, until /)
    expect((await patterns()).status).toBe(401)

    first.child.kill('SIGTERM')
    await first.exited
    const second = await startServer('signed in')
    expect(second.ready).not.toHaveProperty('administrator')
    second.child.kill('SIGTERM')
    await second.exited
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
    const refused = await overturnProcess(['start', '--port', String(port), '--data-dir', dataDir])
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

  it('tells what may not be read from what is not there, before it keeps a secret', async ({ skip }) => {
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
