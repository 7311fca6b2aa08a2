/**
 * The program that serves: Nitro's own for Node, but with an end that loses nothing. Told to end, it takes no new connections, lets requests under way
 * finish, ends streams of events and imports in the background, and then closes the database.
 */
import { createServer } from 'node:http'
import type { Socket } from 'node:net'
import { toNodeListener } from 'h3'
import { useNitroApp } from 'nitropack/runtime'
import { uploadTasks } from '@overturn/core/imports/uploads/tasks'
import { loggable } from '@overturn/core/loggable'
import { beginToEnd } from './utils/drain'
import { serverLog } from './utils/request-log'

/** What has no answer by then gets none. */
const PATIENCE_MS = 10_000
/** How long a connection that is open when the end begins may take to ask for something. */
const FIRST_REQUEST_MS = 500
/** A large file on a slow line takes hours; other bodies have a limit of their own. */
const LONGEST_REQUEST_MS = 12 * 60 * 60 * 1000

const nitro = useNitroApp()
const server = createServer({ requestTimeout: LONGEST_REQUEST_MS }, toNodeListener(nitro.h3App))

// What nobody waited for ends no server, and is in the log without words that could quote a statement.
for (const event of ['unhandledRejection', 'uncaughtException'] as const)
  process.on(event, (error: unknown) => serverLog().error({ errors: loggable(error) }, event))

server.listen({ port: Number(process.env.NITRO_PORT ?? process.env.PORT ?? 3000), host: process.env.NITRO_HOST ?? process.env.HOST ?? '127.0.0.1' })
server.once('error', ({ message }) => {
  process.stderr.write(`Overturn does not start: ${message}\n`)
  process.exit(1)
})

/** Connections that have not asked for anything yet, as browsers open them ahead. */
const fresh = new Set<Socket>()
server.on('connection', (socket) => {
  fresh.add(socket)
  socket.once('close', () => fresh.delete(socket))
})
server.on('request', ({ socket }) => fresh.delete(socket))

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void end())

let isEnding = false

async function end(): Promise<void> {
  if (isEnding) return
  isEnding = true
  setTimeout(() => process.exit(0), PATIENCE_MS).unref()
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  beginToEnd()
  // Connections end when they are idle: those under way with their answer.
  setInterval(() => server.closeIdleConnections(), 50).unref()
  setTimeout(() => fresh.forEach((socket) => socket.destroy()), FIRST_REQUEST_MS).unref()
  await Promise.all([closed, uploadTasks.settled()])
  await nitro.hooks.callHook('close').catch((error: unknown) => serverLog().error({ errors: loggable(error) }, 'the end was not in order'))
  process.exit(0)
}
