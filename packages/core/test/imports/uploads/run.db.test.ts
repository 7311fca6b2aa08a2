import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { sql } from 'drizzle-orm'
import { afterAll, describe, expect, it } from 'vitest'
import type { Context } from '../../../src/context.ts'
import { clearUploads, makeUploadFolder, receiveFile } from '../../../src/imports/uploads/folder.ts'
import { getUpload, openUpload } from '../../../src/imports/uploads/operations.ts'
import { runUpload } from '../../../src/imports/uploads/run.ts'
import { uploadTasks } from '../../../src/imports/uploads/tasks.ts'
import { REFRESH } from '../../../src/jobs/data-jobs.ts'
import { perform } from '../../../src/operation.ts'
import { useWorkers, waitingRequests } from '../../jobs/support.ts'
import { newContext, useDatabase } from '../../support/database.ts'
import { file837, importsOf } from '../undo/files.ts'

const never = new AbortController().signal

describe('an upload', () => {
  const use = useDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'overturn-uploads-'))
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

  const claims = (...numbers: string[]) =>
    file837(
      '20260403',
      numbers.map((pcn) => ({ pcn, frequency: '1', diagnosis: 'J069' })),
    )

  async function upload(context: Context, files: Record<string, Buffer>, input: object = {}, signal = never) {
    const { id } = await perform(openUpload, context, input)
    const folder = await makeUploadFolder(dataDir, id)
    const paths: string[] = []
    for (const [name, content] of Object.entries(files)) paths.push(await receiveFile(folder, paths.length + 1, name, Readable.from([content])))
    const modes = [folder, ...paths].map((path) => (statSync(path).mode & 0o777).toString(8))
    await runUpload(context, uploadTasks.find(context.organization.id, id), { folder, paths }, signal)
    expect(existsSync(folder)).toBe(false)
    return { modes, state: await perform(getUpload, context, { id }) }
  }

  it('is imported as by the command line: claims, history, what they change computed, and a record of it', async () => {
    const context = await newContext(use.database)
    const { state, modes } = await upload(context, { 'june.837': claims('A', 'B'), 'again.837': claims('A', 'B'), 'notes.txt': Buffer.from('none') })
    expect(modes).toEqual(['700', '600', '600', '600'])
    expect(state).toMatchObject({ state: 'done', problem: null, totals: { files: 3, imported: 1, unchanged: 1, refused: 1, newClaims: 2 } })
    expect(state.files.map(({ file, outcome }) => `${file}: ${outcome}`)).toEqual(['june.837: imported', 'again.837: unchanged', 'notes.txt: refused'])
    expect(JSON.stringify(state)).not.toContain(dataDir)
    expect(await importsOf(context)).toHaveLength(1)
    expect(await context.db.rows(sql`select 1 from service_days_to_recompute where organization_id = ${context.organization.id}`)).toEqual([])
    const recorded = await context.db.rows<{ operation: string }>(
      sql`select operation from audit_events where organization_id = ${context.organization.id} and outcome = 'begun' order by number`,
    )
    expect(recorded.map(({ operation }) => operation)).toEqual(expect.arrayContaining(['imports.upload', 'imports.run']))
  })

  it('only says what it would do when asked for a preview', async () => {
    const context = await newContext(use.database)
    const { state } = await upload(context, { 'june.837': claims('A', 'B') }, { preview: true })
    expect(state).toMatchObject({ state: 'done', preview: true, files: [{ outcome: 'preview', newClaims: 2, importId: null }] })
    expect(await importsOf(context)).toEqual([])
  })

  it('says of a preview what each file is about, and what was found in it', async () => {
    const context = await newContext(use.database)
    const { state } = await upload(context, { 'june.837': claims('A', 'B'), 'notes.txt': Buffer.from('none') }, { preview: true })
    expect(state.files[0]).toMatchObject({ claims: 2, serviceFrom: '2026-04-01', serviceTo: '2026-04-01', needsColumns: false })
    expect(state.files[0]!.payers).toHaveLength(1)
    expect(state.files[1]!.issues).toMatchObject([{ severity: 'rejection', code: 'file.refused', count: 1 }])
    // A refused file is counted as a file, here as in the history of imports.
    expect(state).toMatchObject({ files: [{}, { outcome: 'refused', rejections: 0 }], totals: { refused: 1, rejections: 0 } })
  })

  it('stops with the server, keeps nothing of the file and says so', async () => {
    const context = await newContext(use.database)
    const { state } = await upload(context, { 'june.837': claims('A') }, {}, AbortSignal.abort())
    expect(state).toMatchObject({ state: 'failed', problem: { code: 'conflict' }, totals: { files: 0 } })
    expect(await importsOf(context)).toEqual([])
  })

  it('that stops after some of its files has what these changed computed by whoever comes', async () => {
    const workers = useWorkers()
    await workers.start(use.database, { jobs: [] })
    await workers.stopAll()
    const context = await newContext(use.database)
    const { id } = await perform(openUpload, context, {})
    const folder = await makeUploadFolder(dataDir, id)
    const paths = []
    for (const name of ['A', 'B']) paths.push(await receiveFile(folder, paths.length + 1, `${name}.837`, Readable.from([claims(name)])))
    const task = uploadTasks.find(context.organization.id, id)
    const stop = new AbortController()
    task.listeners.add(({ totals }) => totals.imported === 1 && stop.abort())
    await runUpload(context, task, { folder, paths }, stop.signal)
    expect(task.now).toMatchObject({ state: 'failed', totals: { imported: 1 } })
    expect(await waitingRequests(context, REFRESH)).toBe(1)
  })

  it('is for those who may import, and of their organization', async () => {
    const context = await newContext(use.database)
    const { id } = await perform(openUpload, context, {})
    await expect(perform(openUpload, { ...context, actor: { id: 'a', role: 'analyst' } }, {})).rejects.toMatchObject({ code: 'forbidden' })
    await expect(perform(getUpload, { ...context, actor: { id: 'a', role: 'analyst' } }, { id })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(perform(getUpload, await newContext(use.database), { id })).rejects.toMatchObject({ code: 'not_found' })
    uploadTasks.change(uploadTasks.find(context.organization.id, id), { state: 'failed' })
  })

  it('leaves nothing behind when its process is gone', async () => {
    const mine = await makeUploadFolder(dataDir, 'living')
    mkdirSync(join(dataDir, 'uploads', '999999999.1', 'dead'), { recursive: true })
    await clearUploads(dataDir)
    expect(existsSync(mine)).toBe(true)
    expect(readdirSync(join(dataDir, 'uploads'))).toEqual([basename(join(mine, '..'))])
  })
})
