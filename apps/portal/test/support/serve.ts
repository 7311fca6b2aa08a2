import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { freePort } from './free-port.ts'

declare module 'vitest' {
  interface ProvidedContext {
    portalUrl: string
    portalKey: string
    /** Its data folder; '' where it is not ours. */
    portalDataDir: string
  }
}

const overturn = fileURLToPath(new URL('../../../cli/bin/overturn.js', import.meta.url))

/**
 * Starts Overturn as a user would, on an empty folder that it fills with the demonstration; it builds the portal when its sources changed.
 * PORTAL_URL and PORTAL_KEY name a running portal instead.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { PORTAL_URL, PORTAL_KEY } = process.env
  if (PORTAL_URL && PORTAL_KEY) {
    project.provide('portalUrl', PORTAL_URL)
    project.provide('portalKey', PORTAL_KEY)
    project.provide('portalDataDir', '')
    return async () => undefined
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'overturn-portal-'))
  const child = spawn(process.execPath, [overturn, 'start', '--data-dir', dataDir, '--port', String(await freePort()), '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const { address, accessKey } = await Promise.race([
    firstJson(child.stdout),
    ended.then(([code]) => Promise.reject(new Error(`overturn start ended with ${code}`))),
  ])
  project.provide('portalUrl', address)
  project.provide('portalKey', accessKey)
  project.provide('portalDataDir', dataDir)
  return async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** The JSON document on stdout, on one line or on several. */
async function firstJson(stdout: NodeJS.ReadableStream): Promise<{ address: string; accessKey: string }> {
  let text = ''
  for await (const line of createInterface({ input: stdout })) {
    text += line
    try {
      return JSON.parse(text)
    } catch {
      // The document goes on.
    }
  }
  throw new Error('overturn start ended without saying where the portal is')
}
