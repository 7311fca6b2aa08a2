import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { raiseAlert } from '@overturn/core/alerts/raise'
import { openDatabase, type Database } from '@overturn/core/db/connect'
import { tenantDatabase } from '@overturn/core/db/tenant'
import { silentLog } from '@overturn/core/log'
import { findOrganization } from '@overturn/core/organizations'
import { overflow, settled, useBrowser } from '../support/browser.ts'

const dataDir = inject('portalDataDir')
const withToken = { headers: { authorization: `Bearer ${inject('portalToken')}` } }
const call = (path: string, init: RequestInit = {}) => fetch(new URL(path, inject('portalUrl')), { ...withToken, ...init })

describe('alerts', () => {
  beforeEach(({ skip }) => skip(dataDir === '', 'PORTAL_URL names a portal whose data is elsewhere'))
  const browser = useBrowser()
  let database: Database
  beforeAll(async () => {
    if (dataDir !== '') database = await openDatabase({ databaseUrl: null, dataDir })
  })
  afterAll(() => database?.close())

  const raise = async (subject: string) => {
    const organization = await findOrganization(database, null)
    const message = `The job ${subject} failed 4 times; the last time: The database does not answer.`
    await raiseAlert({ db: tenantDatabase(database, organization.id), organization, log: silentLog }, { kind: 'job_failed', subject, message })
  }

  it('stand above every page until somebody dismisses them', async () => {
    await raise('pattern-metrics')
    await raise('pattern-metrics')
    const page = await browser.openSignedIn('/')
    const alerts = page.getByRole('region', { name: 'Alerts' })
    await alerts.getByText('The job pattern-metrics failed 4 times').waitFor()
    expect(await alerts.getByText(/^2 times, the last on /).count()).toBe(1)
    await settled(page)
    expect(await overflow(page)).toBe(0)
    // The page below it keeps to the window: its own body scrolls.
    expect(await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)).toBeLessThanOrEqual(0)
    await page.goto('/patterns')
    await alerts.getByText('The job pattern-metrics failed 4 times').waitFor()
    await alerts.getByRole('button', { name: 'Dismiss' }).click()
    await alerts.waitFor({ state: 'detached' })
    await page.reload()
    await settled(page)
    expect(await alerts.count()).toBe(0)
  })

  it('are listed and dismissed over HTTP', async () => {
    await raise('code-intelligence')
    const open = (await (await call('/api/alerts')).json()) as { alerts: { id: number; subject: string }[] }
    expect(open.alerts).toMatchObject([{ kind: 'job_failed', subject: 'code-intelligence', occurrences: 1, dismissedAt: null }])
    const dismissed = await call(`/api/alerts/${open.alerts[0]!.id}/dismiss`, { method: 'POST' })
    expect(dismissed.status).toBe(200)
    expect(await dismissed.json()).toMatchObject({ dismissedBy: expect.stringMatching(/^token:/), dismissedAt: expect.any(String) })
    expect(await (await call('/api/alerts')).json()).toMatchObject({ alerts: [] })
    // Beside those of the demonstration's own changed rates.
    const all = (await (await call('/api/alerts?state=all')).json()) as { alerts: { kind: string; subject: string }[] }
    expect(all.alerts.map(({ subject }) => subject)).toContain('code-intelligence')
    expect((await call('/api/alerts/999999/dismiss', { method: 'POST' })).status).toBe(404)
    expect((await call('/api/alerts/x/dismiss', { method: 'POST' })).status).toBe(400)
  })
})
