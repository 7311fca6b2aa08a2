import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Context } from '../../../src/context.ts'
import { confirmColumns } from '../../../src/imports/mappings/operations.ts'
import { uploadColumns } from '../../../src/imports/mappings/upload-columns.ts'
import { continueUpload, discardUploadOperation } from '../../../src/imports/uploads/decide.ts'
import { getUpload } from '../../../src/imports/uploads/operations.ts'
import { uploadTasks } from '../../../src/imports/uploads/tasks.ts'
import { perform, type Operation } from '../../../src/operation.ts'
import { newContext, useDatabase } from '../../support/database.ts'
import { heldUpload } from '../../support/uploads.ts'
import { file837, importsOf } from '../undo/files.ts'

const claims = file837('20260403', [{ pcn: 'A', frequency: '1', diagnosis: 'J069' }]).toString()
const stateOf = (context: Context, id: string) => perform(getUpload, context, { id })
const folderOf = ({ organization }: Context, id: string) => dirname(dirname(uploadTasks.find(organization.id, id).held!.received.paths[0]!))

describe('an upload that is held after its preview', () => {
  const use = useDatabase()
  afterEach(() => vi.useRealTimers())

  it('is imported without another upload', async () => {
    const context = await newContext(use.database)
    const id = await heldUpload(context, { 'june.837': claims })
    const folder = folderOf(context, id)
    expect(await stateOf(context, id)).toMatchObject({ state: 'held', preview: true, heldUntil: expect.any(String), files: [{ outcome: 'preview' }] })
    expect([existsSync(folder), await importsOf(context)]).toEqual([true, []])

    expect(await perform(continueUpload, context, { id })).toMatchObject({ state: 'waiting', preview: false, heldUntil: null, files: [] })
    await uploadTasks.settled()
    expect(await stateOf(context, id)).toMatchObject({ state: 'done', totals: { files: 1, imported: 1, newClaims: 1 } })
    expect([existsSync(folder), (await importsOf(context)).length]).toEqual([false, 1])
    await expect(perform(continueUpload, context, { id })).rejects.toMatchObject({ code: 'conflict' })
  })

  it('shows the columns of its tables masked, has them confirmed, and goes on', async () => {
    const context = await newContext(use.database)
    const table = 'Claim,Charge,Service date,Patient name,Payer,Note\nC-1,100.00,3/14/2026,Jordan Quill,Cascade Mutual,of Jordan\n'
    const id = await heldUpload(context, { 'one.csv': table, 'two.csv': table, 'june.837': claims })
    expect((await stateOf(context, id)).files).toMatchObject([
      { file: 'one.csv', outcome: 'refused', needsColumns: true },
      { file: 'two.csv', outcome: 'refused', needsColumns: true },
      { file: 'june.837', outcome: 'preview', needsColumns: false },
    ])

    const { tables } = await perform(uploadColumns, context, { id })
    expect(tables).toMatchObject([{ files: ['one.csv', 'two.csv'], confirmed: false, problems: [] }])
    expect(JSON.stringify(tables)).not.toMatch(/Jordan|Quill|Cascade/)
    expect(tables[0]!.columns.map(({ column, fields, examples }) => [column, fields[0] ?? null, examples[0]])).toEqual([
      ['Claim', 'claimId', 'X-9'],
      ['Charge', 'billed', '100.00'],
      ['Service date', 'serviceDate', '3/14/2026'],
      ['Patient name', 'patientName', 'Xxxxxx Xxxxx'],
      ['Payer', 'payerName', 'Xxxxxxx Xxxxxx'],
      ['Note', null, 'xx Xxxxxx'],
    ])

    await perform(confirmColumns, context, { name: 'Claims', mapping: tables[0]!.mapping })
    await perform(continueUpload, context, { id, preview: true })
    await uploadTasks.settled()
    const previewed = await stateOf(context, id)
    expect(previewed).toMatchObject({ state: 'held', files: [{ outcome: 'preview', claims: 1, payers: ['Cascade Mutual'] }, { outcome: 'preview' }, {}] })
    await perform(continueUpload, context, { id })
    await uploadTasks.settled()
    expect(await stateOf(context, id)).toMatchObject({ state: 'done', totals: { refused: 0, imported: 2, unchanged: 1 } })
    await expect(perform(uploadColumns, context, { id })).rejects.toMatchObject({ code: 'conflict' })
  })

  it('is gone with its files when somebody says so', async () => {
    const context = await newContext(use.database)
    const id = await heldUpload(context, { 'june.837': claims })
    const folder = folderOf(context, id)
    expect(await perform(discardUploadOperation, context, { id })).toMatchObject({ state: 'discarded', problem: null })
    expect([existsSync(folder), await importsOf(context)]).toEqual([false, []])
    await expect(perform(discardUploadOperation, context, { id })).rejects.toMatchObject({ code: 'conflict' })
  })

  it('is gone with its files when nobody says anything', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const context = await newContext(use.database)
    const id = await heldUpload(context, { 'june.837': claims })
    const folder = folderOf(context, id)
    await vi.advanceTimersByTimeAsync(29 * 60_000)
    expect(existsSync(folder)).toBe(true)
    await vi.advanceTimersByTimeAsync(60_000)
    await vi.waitFor(async () => expect(uploadTasks.find(context.organization.id, id).now).toMatchObject({ state: 'discarded', problem: { code: 'conflict' } }))
    expect(existsSync(folder)).toBe(false)
  })

  it('is gone with its files when the server ends, unless it goes on by then', async () => {
    const context = await newContext(use.database)
    const server = new AbortController()
    const [left, taken] = [await heldUpload(context, undefined, server.signal), await heldUpload(context, { 'june.837': claims }, server.signal)]
    const [folder, id] = [folderOf(context, left), taken]
    await perform(continueUpload, context, { id })
    await uploadTasks.settled()
    server.abort()
    expect(existsSync(folder)).toBe(false)
    expect(await stateOf(context, left)).toMatchObject({ state: 'discarded', problem: { message: expect.stringContaining('Overturn ended') } })
    expect(await stateOf(context, id)).toMatchObject({ state: 'done' })
  })

  it('goes on once, however many say so at the same time', async () => {
    const context = await newContext(use.database)
    const id = await heldUpload(context, { 'june.837': claims })
    const said = await Promise.allSettled([
      perform(continueUpload, context, { id }),
      perform(continueUpload, context, { id }),
      perform(discardUploadOperation, context, { id }),
    ])
    expect(said.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await uploadTasks.settled()
    expect((await importsOf(context)).length).toBe((await stateOf(context, id)).state === 'done' ? 1 : 0)
  })

  it('is for managers of its organization', async () => {
    const context = await newContext(use.database)
    const id = await heldUpload(context)
    const other = await newContext(use.database)
    const operations: readonly Operation[] = [uploadColumns, continueUpload, discardUploadOperation]
    for (const operation of operations) {
      await expect(perform(operation, { ...context, actor: { id: 'a', role: 'analyst' } }, { id })).rejects.toMatchObject({ code: 'forbidden' })
      await expect(perform(operation, other, { id })).rejects.toMatchObject({ code: 'not_found' })
    }
    await perform(discardUploadOperation, context, { id })
  })
})
