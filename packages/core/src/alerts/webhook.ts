import type { Log } from '../log.ts'
import { loggable } from '../loggable.ts'

const PATIENCE_MS = 5_000

export interface AlertDocument {
  /** Slug of the organization. */
  organization: string
  kind: string
  subject: string
  message: string
  raisedAt: Date
  occurrences: number
}

/** Posts an alert as JSON. Never throws; the address may hold a secret, so no log names it. */
export async function postAlert(address: string, document: AlertDocument, log: Log): Promise<void> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(document),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    await response.body?.cancel()
    if (!response.ok) log.warn({ status: response.status, kind: document.kind }, 'the alert webhook refused an alert')
  } catch (thrown) {
    const [{ name, code } = { name: 'Error', code: undefined }] = loggable(thrown) as { name?: string; code?: unknown }[]
    log.warn({ name, code, kind: document.kind }, 'the alert webhook could not be reached')
  }
}
