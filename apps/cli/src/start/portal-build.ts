import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { takeLock } from '@overturn/core/db/embedded/lock'
import { OverturnError } from '@overturn/core/errors'
import { hashSources, portal, root } from './sources.ts'

const output = join(portal, '.output')
/** Which sources a build was made of; written last, so that an interrupted build is none. */
const stamp = join(output, 'overturn-build.json')
export const serverEntry = join(output, 'server', 'index.mjs')

export function isBuilt(): boolean {
  try {
    return (JSON.parse(readFileSync(stamp, 'utf8')) as { sources?: string }).sources === hashSources()
  } catch {
    return false
  }
}

/** Builds the portal unless its build is of these sources. What the build says goes to `logFile`. Ends early when the signal says so. */
export async function ensurePortal(logFile: string, signal: AbortSignal, say: (message: string) => void): Promise<void> {
  if (isBuilt()) return
  const release = await onlyBuilder(signal, say)
  try {
    if (isBuilt()) return
    say('Building the portal; this happens once and takes a minute or so')
    const sources = hashSources()
    rmSync(stamp, { force: true })
    await build(logFile, signal)
    writeFileSync(stamp, JSON.stringify({ sources }))
    say('The portal is built')
  } finally {
    release()
  }
}

/** Two programs started from one folder would build over each other: the second waits for the first. */
async function onlyBuilder(signal: AbortSignal, say: (message: string) => void): Promise<() => void> {
  const folder = join(root, 'node_modules', '.cache', 'overturn-portal-build')
  for (let isTold = false; ; isTold = true) {
    try {
      return takeLock(folder, '')
    } catch (error) {
      if (!(error instanceof OverturnError) || error.code !== 'data_dir_in_use') throw error
    }
    if (!isTold) say('Another Overturn is building the portal; waiting for it')
    await sleep(500, undefined, { signal })
  }
}

async function build(logFile: string, signal: AbortSignal): Promise<void> {
  const nuxt = join(dirname(createRequire(join(portal, 'package.json')).resolve('nuxt/package.json')), 'bin', 'nuxt.mjs')
  mkdirSync(dirname(logFile), { recursive: true })
  const log = openSync(logFile, 'w')
  const child = spawn(process.execPath, [nuxt, 'build'], {
    cwd: portal,
    stdio: ['ignore', log, log],
    env: { ...process.env, NODE_ENV: 'production', NUXT_TELEMETRY_DISABLED: '1' },
  })
  const stop = () => child.kill('SIGTERM')
  signal.addEventListener('abort', stop, { once: true })
  try {
    const [code] = (await once(child, 'exit')) as [number | null]
    signal.throwIfAborted()
    if (code !== 0) throw new OverturnError('internal', `The portal could not be built; the reason is at the end of ${logFile}.`)
  } finally {
    signal.removeEventListener('abort', stop)
    closeSync(log)
  }
}
