import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { scratch } from '../../../../packages/core/test/support/scratch.ts'
import { freePort } from './free-port.ts'
import { postAuth, signIn } from './sign-in.ts'

const overturn = fileURLToPath(new URL('../../../cli/bin/overturn.js', import.meta.url))
const PASSWORD = 'a password for these tests'

export interface DemoPortal {
  address: string
  /** An administrator. */
  email: string
  password: string
  /** Of a program that may everything an administrator may. */
  token: string
  dataDir: string
  /** Ends it and removes its data. */
  stop(): Promise<void>
}

interface Started {
  address: string
  administrator: { email: string; oneTimePassword: string }
}

/** Starts Overturn as a user would, on an empty folder that it fills with the demonstration; it builds the portal when its sources changed. */
export async function startDemoPortal(): Promise<DemoPortal> {
  const dataDir = mkdtempSync(join(scratch(), 'overturn-portal-'))
  const child = spawn(process.execPath, [overturn, 'start', '--data-dir', dataDir, '--port', String(await freePort()), '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // All who ask are one caller.
    env: { ...process.env, OVERTURN_RATE_LIMIT: '1000000', OVERTURN_LOG_LEVEL: 'error' },
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
    return { address, email, password: PASSWORD, token: makeToken(dataDir), dataDir, stop }
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
