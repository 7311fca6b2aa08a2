/** Runs the built server and ends with the process that started it, however that one ended. */
import { pathToFileURL } from 'node:url'

const entry = process.argv[2]
if (!entry) throw new Error('usage: portal-child.ts <server entry>')
process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM')
  setTimeout(() => process.exit(0), 3000)
})
await import(pathToFileURL(entry).href)
