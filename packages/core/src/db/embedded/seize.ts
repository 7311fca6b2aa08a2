import { createHash } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { livingOwner, parseLock, type Lock } from './lock-owner.ts'

/** How often to look again while another process takes over: it needs microseconds, unless it was halted in the middle. */
const LOOKS = 100
const LOOK_AGAIN_MS = 10
/** What cannot be read gets this long before it counts as left behind: without hard links a lock may be seen half written. */
const SETTLE_MS = 100

/**
 * Makes `file` hold `content`; null when it does, else the living process that has it. The file appears whole or not at all, and a stale
 * one is replaced, never removed: in a gap two could each put their own. Whoever replaces it first seizes a guard named after the stale
 * bytes, and looks whether they still stand. Nobody else may replace them, and the dead never write them again.
 */
export function seize(file: string, content: string): Lock | null {
  const own = `${file}.${process.pid}`
  try {
    writeFileSync(own, content, { mode: 0o600 })
    for (let look = 0; ; look++) {
      if (link(own, file, content)) return null
      const found = readSettled(file)
      if (found === null) continue
      const owner = livingOwner(found)
      if (owner) return owner
      const guard = `${file}.${createHash('sha256').update(found).digest('hex').slice(0, 12)}`
      const rival = seize(guard, content)
      if (rival) {
        if (look >= LOOKS) return rival
        pause(LOOK_AGAIN_MS)
        continue
      }
      try {
        if (read(file) !== found) continue
        renameSync(own, file)
        return null
      } finally {
        rmSync(guard, { force: true })
      }
    }
  } finally {
    rmSync(own, { force: true })
  }
}

const WITHOUT_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']

/** Gives `own` the name `file` as well; false when that is taken. Some file systems have no hard links: there it is written in place. */
function link(own: string, file: string, content: string): boolean {
  try {
    try {
      linkSync(own, file)
    } catch (error) {
      if (!WITHOUT_LINKS.includes(codeOf(error))) throw error
      writeFileSync(file, content, { flag: 'wx', mode: 0o600 })
      // Whoever was halted in the middle of it may have been taken for dead.
      return read(file) === content
    }
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

export function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

function readSettled(file: string): string | null {
  for (let content = read(file); ;) {
    if (content === null || parseLock(content)) return content
    pause(SETTLE_MS)
    const again = read(file)
    if (again === content) return content
    content = again
  }
}

/** The engine has nothing else to do before it owns its folder, so it may block. */
function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}

export const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? ''
