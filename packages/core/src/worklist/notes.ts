import { sql } from 'drizzle-orm'
import { OverturnError } from '../errors.ts'
import { defineOperation } from '../operation.ts'
import { paginate } from '../schemas.ts'
import { assertThere } from './change.ts'
import { mayRemove, readNotes } from './notes.sql.ts'
import { addNoteInput, listNotesInput, listNotesOutput, noteAnswer, removeNoteInput, removeNoteOutput } from './schemas.ts'

export const listWorkNotes = defineOperation({
  name: 'worklist.notes.list',
  kind: 'read',
  identifies: () => true,
  concerns: ({ claimId }) => [claimId],
  summary: 'Shows what people wrote down about the work on a claim, latest first.',
  input: listNotesInput,
  output: listNotesOutput,
  async run({ db, organization, actor, now }, { claimId, ...page }) {
    return db.transaction(async (tx) => {
      await assertThere(tx, organization, [claimId])
      const { total } = (await tx.row<{ total: number }>(
        sql`select count(*)::int as total from work_notes where organization_id = ${organization.id} and claim_id = ${claimId}`,
      ))!
      const ofPage = sql`n.claim_id = ${claimId} order by n.written_at desc, n.id desc limit ${page.limit} offset ${(page.page - 1) * page.limit}`
      return { claimId, notes: await readNotes(tx, organization.id, ofPage, actor), pagination: paginate(total, page), asOf: now.toISOString() }
    })
  },
})

export const addWorkNote = defineOperation({
  name: 'worklist.notes.add',
  kind: 'write',
  concerns: ({ claimId }) => [claimId],
  summary: 'Writes down a note about the work on a claim.',
  input: addNoteInput,
  output: noteAnswer,
  async run({ db, organization, actor, now }, { claimId, note: body }) {
    return db.transaction(async (tx) => {
      await assertThere(tx, organization, [claimId])
      const { id } = (await tx.row<{ id: number }>(sql`
        insert into work_notes (organization_id, claim_id, body, written_by, written_at) values (${organization.id}, ${claimId}, ${body}, ${actor.id}, ${now}) returning id`))!
      const [note] = await readNotes(tx, organization.id, sql`n.id = ${id}`, actor)
      return { claimId, note: note!, asOf: now.toISOString() }
    })
  },
})

export const removeWorkNote = defineOperation({
  name: 'worklist.notes.remove',
  kind: 'write',
  concerns: ({ claimId }) => [claimId],
  summary: 'Takes a note away: one of your own, or as a manager anybody’s.',
  input: removeNoteInput,
  output: removeNoteOutput,
  async run({ db, organization, actor }, { claimId, noteId }) {
    return db.transaction(async (tx) => {
      const which = sql`organization_id = ${organization.id} and claim_id = ${claimId} and id = ${noteId}`
      const note = await tx.row<{ writtenBy: string }>(sql`select written_by as "writtenBy" from work_notes where ${which} for update`)
      if (!note) throw new OverturnError('not_found', `Claim ${claimId} has no note ${noteId}. Its notes may have changed since they were read.`)
      if (!mayRemove(note.writtenBy, actor)) throw new OverturnError('forbidden', 'Only who wrote a note, or a manager, takes it away.')
      await tx.run(sql`delete from work_notes where ${which}`)
      return { claimId, noteId }
    })
  },
})
