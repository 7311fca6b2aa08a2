import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { freePort } from './free-port.ts'
import { postAuth, signIn } from './sign-in.ts'

declare module 'vitest' {
  interface ProvidedContext {
    portalUrl: string
    /** Of a program that may everything an administrator may. */
    portalToken: string
    /** An administrator, and a session of theirs as a cookie (`name=value`). */
    portalEmail: string
    portalPassword: string
    portalCookie: string
    /** Its data folder; '' where it is not ours. */
    portalDataDir: string
  }
}

const overturn = fileURLToPath(new URL('../../../cli/bin/overturn.js', import.meta.url))
const PASSWORD = 'a password for these tests'

interface Started {
  address: string
  administrator: { email: string; oneTimePassword: string }
}

/**
 * Starts Overturn as a user would, on an empty folder that it fills with the demonstration; it builds the portal when its sources changed.
 * PORTAL_URL, PORTAL_TOKEN, PORTAL_EMAIL and PORTAL_PASSWORD name a running portal instead.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { PORTAL_URL, PORTAL_TOKEN, PORTAL_EMAIL, PORTAL_PASSWORD } = process.env
  const provide = async (address: string, token: string, email: string, password: string, dataDir: string) => {
    project.provide('portalUrl', address)
    project.provide('portalToken', token)
    project.provide('portalEmail', email)
    project.provide('portalPassword', password)
    project.provide('portalCookie', await signIn(address, email, password))
    project.provide('portalDataDir', dataDir)
  }
  if (PORTAL_URL && PORTAL_TOKEN && PORTAL_EMAIL && PORTAL_PASSWORD) {
    await provide(PORTAL_URL, PORTAL_TOKEN, PORTAL_EMAIL, PORTAL_PASSWORD, '')
    return async () => undefined
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'overturn-portal-'))
  const child = spawn(process.execPath, [overturn, 'start', '--data-dir', dataDir, '--port', String(await freePort()), '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // All tests are one caller.
    env: { ...process.env, OVERTURN_RATE_LIMIT: '1000000' },
  })
  const ended = once(child, 'exit')
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    const started = await Promise.race([firstJson(child.stdout), ended.then(([code]) => Promise.reject(new Error(`overturn start ended with ${code}`)))])
    if (!isStarted(started)) throw new Error(`overturn start said ${JSON.stringify(started)}`)
    const { address, administrator } = started
    const { email, oneTimePassword } = administrator
    const cookie = await signIn(address, email, oneTimePassword)
    await postAuth(address, 'change-password', { currentPassword: oneTimePassword, newPassword: PASSWORD }, cookie)
    await provide(address, makeToken(dataDir), email, PASSWORD, dataDir)
    return stop
  } catch (error) {
    await stop()
    throw error
  }
}

const isStarted = (document: object): document is Started => 'address' in document && 'administrator' in document

function makeToken(dataDir: string): string {
  const words = ['tokens', 'create', 'tests', '--role', 'administrator', '--json', '--data-dir', dataDir]
  return (JSON.parse(execFileSync(process.execPath, [overturn, ...words], { encoding: 'utf8' })) as { token: string }).token
}

/** The JSON document on stdout, on one line or on several. */
async function firstJson(stdout: NodeJS.ReadableStream): Promise<object> {
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
