import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, request, type ClientRequest, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uploadTasks, type UploadTask } from '@overturn/core/imports/uploads/tasks'
import { createEvent } from 'h3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { receiveUpload } from '../../server/utils/receive-upload.ts'

describe('an upload', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'overturn-upload-'))
  let server: Server
  let organization = 0
  /** What becomes of each request that arrives. */
  let arrived: (request: IncomingMessage, response: ServerResponse) => void
  beforeAll(async () => {
    server = createServer((req, res) => arrived(req, res))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
    rmSync(dataDir, { recursive: true })
  })

  const opened = () => uploadTasks.open(++organization, { preview: false, partial: false })
  const kept = () =>
    existsSync(join(dataDir, 'uploads')) ? readdirSync(join(dataDir, 'uploads')).flatMap((own) => readdirSync(join(dataDir, 'uploads', own))) : []

  const end = (task: UploadTask, response: ServerResponse) => {
    uploadTasks.change(task, { state: 'failed' })
    response.setHeader('connection', 'close').end()
  }

  /** What comes of a request: how many files, or the error. `before` comes between its arrival and the receiving. */
  function receiving(
    send: (sent: ClientRequest) => void,
    headers: Record<string, string>,
    { idleMs = 5000, before = async (_: IncomingMessage, __: ClientRequest) => {} } = {},
  ) {
    const task = opened()
    return new Promise<unknown>((resolve) => {
      arrived = (req, res) => {
        const limits = { dataDir, maxUpload: 1_000_000, idleMs }
        const received = before(req, sent).then(() => receiveUpload(createEvent(req, res), task, limits))
        resolve(
          received
            .then(({ paths }) => paths.length)
            .catch((error: unknown) => error)
            .finally(() => end(task, res)),
        )
      }
      const sent = request({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', method: 'POST', headers }, (response) => response.resume())
      sent.on('error', () => undefined)
      send(sent)
    })
  }

  it('is taken with its length, and refused without', async () => {
    expect(await receiving((sent) => sent.end('abc'), { 'content-length': '3' })).toBe(1)
    const refused = await receiving((sent) => sent.end('abc'), { 'transfer-encoding': 'chunked' })
    expect(refused).toMatchObject({ status: 411, code: 'length_required' })
  })

  it('ends when its sender is gone before it begins, or sends nothing any more', async () => {
    const before = kept()
    const gone = (req: IncomingMessage, sent: ClientRequest) =>
      new Promise<void>((resolve) => {
        req.once('close', resolve)
        sent.destroy()
      })
    const begin = (sent: ClientRequest) => void sent.write('a')
    expect(await receiving(begin, { 'content-length': '3' }, { before: gone })).toMatchObject({ message: expect.stringContaining('cut off') })
    expect(await receiving(begin, { 'content-length': '3' }, { idleMs: 50 })).toMatchObject({ message: expect.stringContaining('Nothing came') })
    expect(kept()).toEqual(before)
  })

  it('has to leave room for those that are under way', async () => {
    const other = opened()
    other.expected = Number.MAX_SAFE_INTEGER / 4
    expect(await receiving((sent) => sent.end('abc'), { 'content-length': '3' })).toMatchObject({ status: 507 })
    uploadTasks.change(other, { state: 'failed' })
    expect(await receiving((sent) => sent.end('abc'), { 'content-length': '3' })).toBe(1)
  })

  it.each([
    [1000, 1000],
    [1001, expect.objectContaining({ code: 'invalid_input' })],
  ])('of %i files in a form', async (files, said) => {
    const part = '--b\r\ncontent-disposition: form-data; name="f"; filename="f"\r\n\r\nx\r\n'
    const form = `${part.repeat(files)}--b--\r\n`
    const headers = { 'content-type': 'multipart/form-data; boundary=b', 'content-length': String(form.length) }
    expect(await receiving((sent) => sent.end(form), headers)).toEqual(said)
  })
})
