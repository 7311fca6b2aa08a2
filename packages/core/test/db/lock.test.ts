import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
