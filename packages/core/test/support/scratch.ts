import { accessSync, constants, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

const IN_MEMORY = '/dev/shm'
const ROOM_BYTES = 4e9

/**
 * Where databases of tests are kept: in memory where there is room for them (Linux, 4 GB), else in the temporary folder. Each is a copy of more than
 * a thousand files, which a disk takes longer to make and to remove than most tests take to run.
 */
export const scratch = (): string => (hasRoom() ? IN_MEMORY : tmpdir())

function hasRoom(): boolean {
  try {
    accessSync(IN_MEMORY, constants.W_OK)
    const { bavail, bsize } = statfsSync(IN_MEMORY)
    return Math.min(bavail * bsize, process.availableMemory()) >= ROOM_BYTES
  } catch {
    return false
  }
}
