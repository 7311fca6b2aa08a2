import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface SocketEndpoint {
  /** What `pg` takes as host. */
  directory: string
  /** The socket itself: `pg` looks for `.s.PGSQL.<port>` in the directory. */
  path: string
}

export const SOCKET_PORT = 5432
/** A unix socket's path may have 107 bytes on Linux and 103 on macOS. */
const LONGEST = 100

/** Where the engine of a data folder listens. A folder with a long path gets its socket in the temporary folder, named after it. */
export function socketEndpoint(dataDir: string): SocketEndpoint {
  const name = `.s.PGSQL.${SOCKET_PORT}`
  const direct = join(dataDir, 'socket')
  if (Buffer.byteLength(join(direct, name)) <= LONGEST) return { directory: direct, path: join(direct, name) }
  const user = process.getuid?.() ?? 0
  const directory = join(tmpdir(), `overturn-${user}-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`)
  return { directory, path: join(directory, name) }
}
