import { readdirSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import type { z } from 'zod'
import type { uploadOutput } from '@overturn/core/imports/uploads/schemas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generateClaims } from '../support/generated-claims.ts'
import { startOwnPortal, type OwnPortal } from '../support/own-portal.ts'
import { eventsOf } from '../support/server-sent-events.ts'

type Upload = z.infer<typeof uploadOutput>

const MB = 1_000_000

describe('uploads', () => {
  let portal: OwnPortal
  let authorization: string
  const files = generateClaims(300, 3)
  beforeAll(async () => {
    portal = await startOwnPortal({ OVERTURN_MAX_UPLOAD: String(300 * MB) })
    authorization = `Bearer ${await portal.token({ role: 'manager' })}`
  })
  afterAll(async () => {
    await portal?.stop()
    files.remove()
  })

  const call = (path: string, init: RequestInit = {}) => fetch(`${portal.address}/api${path}`, { ...init, headers: { authorization, ...init.headers } })
  /** Everything that is said of an upload until its end. */
  async function follow(id: string): Promise<Upload[]> {
    const states: Upload[] = []
    const response = await call(`/imports/tasks/${id}/events`)
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    for await (const { id, event, data } of eventsOf<Upload>(response)) {
      expect([id, event]).toEqual([String(data.version), data.state === 'done' || data.state === 'failed' ? 'outcome' : 'progress'])
      states.push(data)
    }
    return states
  }

  it('are previewed, imported from a form of several files, told while they are, and known the second time', async () => {
    const preview = (await (await call('/imports?preview=true', { method: 'POST', body: files.form() })).json()) as Upload
    const foreseen = (await follow(preview.id)).at(-1)!
    expect(foreseen).toMatchObject({ state: 'done', preview: true, totals: { files: files.names.length, refused: 0 } })
    expect(await (await call('/imports')).json()).toMatchObject({ imports: [] })

    const response = await call('/imports', { method: 'POST', body: files.form() })
    expect(response.status).toBe(202)
    const { id } = (await response.json()) as Upload
    expect(response.headers.get('location')).toBe(`/api/imports/tasks/${id}`)
    const states = await follow(id)
    const last = states.at(-1)!
    expect(last).toMatchObject({ state: 'done', problem: null, totals: { imported: files.names.length, newClaims: 300 } })
    expect(states.map(({ version }) => version)).toEqual(states.map(({ version }) => version).toSorted((a, b) => a - b))
    expect(states.some(({ progress }) => progress !== null && progress.of === files.names.length)).toBe(true)
    expect(await (await call('/claims?dateRange=all')).json()).toMatchObject({ pagination: { total: 300 } })

    // Whoever comes back hears of the end, and whoever has heard it is told to stay away.
    expect((await follow(id)).at(-1)).toEqual(last)
    expect((await call(`/imports/tasks/${id}/events`, { headers: { 'last-event-id': String(last.version) } })).status).toBe(204)

    const again = (await (await call('/imports', { method: 'POST', body: files.form() })).json()) as Upload
    expect((await follow(again.id)).at(-1)).toMatchObject({ state: 'done', totals: { unchanged: files.names.length, newClaims: 0 } })
    expect(readdirSync(join(portal.dataDir, 'uploads')).flatMap((own) => readdirSync(join(portal.dataDir, 'uploads', own)))).toEqual([])
  })

  it('never stand in memory, however large', async () => {
    const resident = async () => Number(/^process_resident_memory_bytes (\d+)/m.exec(await (await call('/metrics')).text())![1])
    const before = await resident()
    let most = before
    const piece = Buffer.alloc(MB, 'x')
    async function* pieces() {
      for (let sent = 0; sent < 250; sent++) {
        if (sent % 25 === 0) most = Math.max(most, await resident())
        yield piece
      }
    }
    const response = await call('/imports', {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'content-length': String(250 * MB), 'x-file-name': 'M%C3%A4rz.835' },
      body: ReadableStream.from(pieces()),
      duplex: 'half',
    } as RequestInit)
    expect(response.status).toBe(202)
    const { id, received } = (await response.json()) as Upload
    expect(received).toBe(250 * MB)
    expect((await follow(id)).at(-1)).toMatchObject({ state: 'done', files: [{ file: 'März.835', outcome: 'refused' }] })
    expect(most - before).toBeLessThan(100 * MB)
  })

  it.each([
    ['larger than allowed, as its length says', { 'content-length': String(301 * MB) }, 413],
    ['of a form without a boundary', { 'content-type': 'multipart/form-data', 'content-length': '1' }, 400],
    ['of nothing', { 'content-length': '0' }, 400],
  ])('%s are refused', async (_what, headers, status) => {
    expect(await statusOf(headers, status === 413 ? '' : 'x')).toBe(status)
  })

  it('that do not say how large they are are refused, and nothing of them is kept', async () => {
    expect(await statusOf({ 'transfer-encoding': 'chunked' }, 'x')).toBe(411)
    expect(readdirSync(join(portal.dataDir, 'uploads')).flatMap((own) => readdirSync(join(portal.dataDir, 'uploads', own)))).toEqual([])
  })

  it('are for managers', async () => {
    const analyst = `Bearer ${await portal.token({ role: 'analyst' })}`
    expect((await call('/imports', { method: 'POST', body: files.form(), headers: { authorization: analyst } })).status).toBe(403)
    const { id } = (await (await call('/imports?preview=true', { method: 'POST', body: files.form() })).json()) as Upload
    expect((await call(`/imports/tasks/${id}/events`, { headers: { authorization: analyst } })).status).toBe(403)
    await follow(id)
  })

  function statusOf(headers: Record<string, string>, body: string): Promise<number | undefined> {
    const { hostname, port } = new URL(portal.address)
    return new Promise((resolve, reject) => {
      const sent = request({ hostname, port, path: '/api/imports', method: 'POST', headers: { authorization, ...headers } }, (response) => {
        resolve(response.statusCode)
        response.resume()
        sent.destroy()
      })
      sent.on('error', reject)
      if (body === '' && headers['content-length'] !== '0') sent.flushHeaders()
      else sent.end(headers['content-length'] === '0' ? '' : body)
    })
  }
})
