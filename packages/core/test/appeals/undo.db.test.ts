import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { createAppeal } from '../../src/appeals/create.ts'
import { decideAppeal } from '../../src/appeals/decide.ts'
import { removeAppeal } from '../../src/appeals/remove.ts'
import { reopenAppeal } from '../../src/appeals/reopen.ts'
import type { Context } from '../../src/context.ts'
import { importPaths } from '../../src/imports/run.ts'
import { undoImport } from '../../src/imports/undo/operation.ts'
import { perform } from '../../src/operation.ts'
import { file835, printOf, useFolder } from '../imports/undo/files.ts'
import { newContext, useDatabase } from '../support/database.ts'

describe('undoing an import, after people', () => {
  const use = useDatabase()
  const write = useFolder()
  const now = new Date('2026-07-01T12:00:00Z')
  const importing = async (context: Context, name: string, content: Buffer) => {
    const [result] = await importPaths(context, [write(name, content)], { partial: false })
    expect(result).toMatchObject({ outcome: 'imported' })
    return result!.importId as number
  }
  const undo = (context: Context, id: number) => perform(undoImport, context, { id })
  const claimOf = async ({ db }: Context) => (await db.row<{ id: string }>(sql`select id from claims where patient_control_number = 'A'`))!.id

  const portal = (claim: object) =>
    Buffer.from(
      JSON.stringify({
        claims: [
          {
            id: 'CL-1',
            dateOfService: '2026-01-05',
            submissionDate: '2026-01-06',
            billedAmount: 200,
            paidAmount: 0,
            processingDate: '2026-02-01',
            denialReason: 'Missing Modifier 25',
            ...claim,
          },
        ],
      }),
    )
  const denials = file835('T1', '20260415', [{ pcn: 'A', status: '1', paid: 0 }])

  it('is refused while their appeals stand on its claims, and leaves nothing behind once they are gone', async () => {
    const context = await newContext(use.database, { now })
    const before = await printOf(context)
    const id = await importing(context, 'alone.835', denials)
    const claimId = await claimOf(context)
    await perform(createAppeal, context, { claimId, filedOn: '2026-05-01' })
    await expect(undo(context, id)).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('appeals') })
    await perform(removeAppeal, context, { claimId, level: 1 })
    await undo(context, id)
    expect(await printOf(context)).toEqual(before)
  })

  it('keeps what they decided since, on claims of earlier files', async () => {
    const context = await newContext(use.database, { now })
    const claimId = 'CL-1'
    await importing(context, 'first.json', portal({ status: 'denied', patientName: 'Quill, Ada' }))
    await perform(createAppeal, context, { claimId, filedOn: '2026-05-01', note: 'letter sent' })
    const id = await importing(context, 'again.json', portal({ status: 'denied', patientName: 'Quill, Eda' }))
    expect(await context.db.rows(sql`select claim_id from import_changes where import_id = ${id}`)).toEqual([{ claim_id: claimId }])
    await perform(decideAppeal, context, { claimId, outcome: 'upheld', on: '2026-06-15' })
    const decided = await context.db.rows(sql`select * from claim_appeals`)
    await undo(context, id)
    expect(await context.db.rows(sql`select * from claim_appeals`)).toEqual(decided)
    expect(await context.db.row(sql`select status, appeal_status as appeal from claims`)).toEqual({ status: 'denied', appeal: 'upheld' })
  })

  it('is refused while they have decided an appeal that it brought', async () => {
    const context = await newContext(use.database, { now })
    const id = await importing(context, 'brought.835', denials)
    const claimId = await claimOf(context)
    await context.db.run(
      sql`insert into claim_appeals (organization_id, claim_id, level, import_id, appeal_date) values (${context.organization.id}, ${claimId}, 1, ${id}, '2026-05-01')`,
    )
    await perform(decideAppeal, context, { claimId, outcome: 'upheld', on: '2026-06-15' })
    await expect(undo(context, id)).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('decided by people') })
    await perform(reopenAppeal, context, { claimId })
    await undo(context, id)
    expect(await context.db.rows(sql`select * from claim_appeals`)).toEqual([])
  })
})
