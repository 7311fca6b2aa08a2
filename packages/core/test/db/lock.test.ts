import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readLock, takeLock } from '../../src/db/embedded/lock.ts'

describe('the lock of a data folder', () => {
  let dataDir: string
  const file = () => join(dataDir, 'engine.lock')
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'overturn lock '))
  })
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

  it('names its owner and goes with the release', () => {
    const release = takeLock(dataDir, '/the/socket')
    expect(readLock(dataDir)).toMatchObject({ pid: process.pid, socket: '/the/socket' })
    release()
    expect(readLock(dataDir)).toBeNull()
    expect(existsSync(file())).toBe(false)
  })

  it('is taken once, and the refusal says what to do', () => {
    const release = takeLock(dataDir, '/a')
    expect(() => takeLock(dataDir, '/b')).toThrow(
      expect.objectContaining({
        code: 'data_dir_in_use',
        message: `The data in ${dataDir} is in use by process ${process.pid}. Stop it, or choose another folder with --data-dir.`,
      }),
    )
    release()
  })

  it('is taken over from a process that is gone', () => {
    const { pid } = spawnSync(process.execPath, ['--eval', ''])
    writeFileSync(file(), JSON.stringify({ pid, started: '1', socket: '/a' }))
    expect(readLock(dataDir)).toBeNull()
    takeLock(dataDir, '/b')()
  })

  it.runIf(process.platform === 'linux')('is taken over when its process number belongs to another program by now', () => {
    writeFileSync(file(), JSON.stringify({ pid: process.pid, started: '1', socket: '/a' }))
    expect(readLock(dataDir)).toBeNull()
  })

  it('is taken over when it was only half written', () => {
    writeFileSync(file(), '{"pid":')
    const release = takeLock(dataDir, '/b')
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toMatchObject({ pid: process.pid })
    release()
  })

  it('is left alone by a release that comes after another process has taken it', () => {
    const release = takeLock(dataDir, '/a')
    writeFileSync(file(), '{"pid":1,"started":"1","socket":"/b"}')
    release()
    expect(existsSync(file())).toBe(true)
  })

  it('goes to exactly one of the processes that take over from a dead one at the same moment', { timeout: 60_000 }, async () => {
    const { pid } = spawnSync(process.execPath, ['--eval', ''])
    const folders = Array.from({ length: 20 }, (_, round) => join(dataDir, `round ${round}`))
    // One stale lock in two is damaged, as by a power cut.
    for (const [round, folder] of folders.entries()) {
      mkdirSync(folder)
      writeFileSync(join(folder, 'engine.lock'), round % 2 ? JSON.stringify({ pid, started: '1', socket: '/a' }) : '{"pid":')
    }
    const program = fileURLToPath(new URL('./take-locks.ts', import.meta.url))
    const start = String(Date.now() + 1_500)
    const rivals = Array.from({ length: 6 }, () => spawn(process.execPath, [program, start, '150', ...folders], { stdio: ['pipe', 'pipe', 'inherit'] }))
    const taken = await Promise.all(rivals.map(async ({ stdout }) => JSON.parse(String((await once(stdout, 'data'))[0])) as string[]))
    expect(taken.flat().toSorted()).toEqual(folders.toSorted())
    for (const folder of folders) {
      expect(rivals.map((rival) => rival.pid)).toContain(readLock(folder)?.pid)
      expect(readdirSync(folder)).toEqual(['engine.lock'])
    }
    for (const rival of rivals) rival.stdin.end()
  })

  it('refuses a folder that cannot be made, in one sentence', () => {
    const blocked = join(dataDir, 'a file')
    writeFileSync(blocked, '')
    expect(() => takeLock(blocked, '/a')).toThrow(
      expect.objectContaining({
        code: 'data_dir_unwritable',
        message: expect.stringMatching(/^The folder .* cannot be written \(E\w+\)\. Give write permission, or choose another folder with --data-dir\.$/),
      }),
    )
  })
})
