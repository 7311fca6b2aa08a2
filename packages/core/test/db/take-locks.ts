/** Takes the lock of every folder named on the command line, each at its moment, says which it got, and holds them until stdin ends. */
import { takeLock } from '../../src/db/embedded/lock.ts'

const [start = '0', every = '0', ...folders] = process.argv.slice(2)
const taken = folders.filter((folder, round) => {
  // Spinning: a timer would spread the rivals over a millisecond.
  while (Date.now() < Number(start) + round * Number(every));
  try {
    takeLock(folder, '/the/socket')
    return true
  } catch {
    return false
  }
})
process.stdout.write(`${JSON.stringify(taken)}\n`)
process.stdin.resume()
