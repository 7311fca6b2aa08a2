import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder that is gone when this process ends, by Ctrl-C too: it may hold gigabytes. */
export function tempFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'overturn-bench-'))
  const remove = () => rmSync(path, { recursive: true, force: true })
  const interrupted = () => process.exit(130)
  process.once('exit', remove)
  process.once('SIGINT', interrupted)
  return {
    path,
    remove: () => {
      process.off('exit', remove)
      process.off('SIGINT', interrupted)
      remove()
    },
  }
}
