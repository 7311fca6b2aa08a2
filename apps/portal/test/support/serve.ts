import type { TestProject } from 'vitest/node'
import { startDemoPortal, type DemoPortal } from './demo-portal.ts'
import { signIn } from './sign-in.ts'

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

/** One portal for all files; PORTAL_URL, PORTAL_TOKEN, PORTAL_EMAIL and PORTAL_PASSWORD name a running one instead. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { PORTAL_URL, PORTAL_TOKEN, PORTAL_EMAIL, PORTAL_PASSWORD } = process.env
  const portal: DemoPortal =
    PORTAL_URL && PORTAL_TOKEN && PORTAL_EMAIL && PORTAL_PASSWORD
      ? { address: PORTAL_URL, token: PORTAL_TOKEN, email: PORTAL_EMAIL, password: PORTAL_PASSWORD, dataDir: '', stop: async () => undefined }
      : await startDemoPortal()
  const { address, token, email, password, dataDir } = portal
  project.provide('portalUrl', address)
  project.provide('portalToken', token)
  project.provide('portalEmail', email)
  project.provide('portalPassword', password)
  project.provide('portalCookie', await signIn(address, email, password))
  project.provide('portalDataDir', dataDir)
  return portal.stop
}
