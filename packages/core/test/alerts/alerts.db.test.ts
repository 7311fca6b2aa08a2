import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { dismissAlert } from '../../src/alerts/dismiss.ts'
import { listAlerts } from '../../src/alerts/list.ts'
import { raiseAlert } from '../../src/alerts/raise.ts'
import { postAlert } from '../../src/alerts/webhook.ts'
import type { Log } from '../../src/log.ts'
import { perform } from '../../src/operation.ts'
import { newContext, useDatabase } from '../support/database.ts'

const news = { kind: 'job_failed', subject: 'refresh', message: 'The job refresh failed.' } as const

/** A log that remembers. */
function remembering(): { log: Log; lines: string[] } {
  const lines: string[] = []
  const keep = (...line: unknown[]) => void lines.push(JSON.stringify(line))
  return { log: { debug: keep, info: keep, warn: keep, error: keep } as unknown as Log, lines }
}

describe('alerts', () => {
  const use = useDatabase()

  it('are one while nobody has dismissed them, however often it happens, and of one organization', async () => {
    const [context, other] = [await newContext(use.database), await newContext(use.database)]
    await raiseAlert(context, news)
    await raiseAlert(context, { ...news, message: 'It failed again.' })
    await raiseAlert(context, { ...news, subject: 'daily-snapshots' })
    const open = await perform(listAlerts, context, {})
    expect(open.alerts).toMatchObject([
      { subject: 'daily-snapshots', occurrences: 1 },
      { subject: 'refresh', occurrences: 2, message: 'It failed again.', dismissedAt: null },
    ])
    expect((await perform(listAlerts, other, {})).alerts).toEqual([])
    const id = open.alerts[1]!.id
    await expect(perform(dismissAlert, other, { id })).rejects.toMatchObject({ code: 'not_found' })
    const dismissed = await perform(dismissAlert, context, { id: String(id) })
    expect(dismissed).toMatchObject({ id, dismissedBy: 'test', dismissedAt: expect.any(String) })
    expect(await perform(dismissAlert, { ...context, actor: { id: 'second', role: 'administrator' } }, { id })).toEqual(dismissed)
    await raiseAlert(context, news)
    const all = await perform(listAlerts, context, { state: 'all' })
    expect(all.alerts.filter(({ subject }) => subject === 'refresh').map(({ occurrences }) => occurrences)).toEqual([1, 2])
    expect((await perform(listAlerts, context, { limit: 1, page: 2 })).pagination).toEqual({ total: 2, page: 2, limit: 1, pages: 2 })
    await expect(perform(dismissAlert, { ...context, actor: { id: 'v', role: 'viewer' } }, { id })).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('are written to the log', async () => {
    const { log, lines } = remembering()
    await raiseAlert({ ...(await newContext(use.database)), log }, news)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('The job refresh failed.')
  })

  it.each([
    ['refuses', 500, 'refused'],
    ['leads elsewhere', 302, 'could not be reached'],
  ])('are kept when the webhook %s, and the log does not name its address', async (_, status, said) => {
    const server = createServer((__, response) => response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end())
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const { log, lines } = remembering()
    const context = { ...(await newContext(use.database)), log }
    await raiseAlert({ ...context, webhook: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?token=secret-token` }, news)
    server.close()
    expect((await perform(listAlerts, context, {})).alerts).toHaveLength(1)
    expect(lines.at(-1)).toContain(said)
    expect(lines.join()).not.toContain('secret-token')
  })

  it('do not wait for a webhook that nobody answers', async () => {
    const { log, lines } = remembering()
    await postAlert('http://127.0.0.1:1/hook', { organization: 'x', ...news, raisedAt: new Date(0), occurrences: 1 }, log)
    expect(lines.join()).toContain('could not be reached')
  })
})
