import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { recomputeAll } from '../../src/computation/recompute.ts'
import type { Context } from '../../src/context.ts'
import { perform } from '../../src/operation.ts'
import { assignWork } from '../../src/worklist/assign.ts'
import { listWork } from '../../src/worklist/list.ts'
import { addWorkNote, listWorkNotes, removeWorkNote } from '../../src/worklist/notes.ts'
import { workPeople } from '../../src/worklist/people.ts'
import { setWorkState } from '../../src/worklist/set-state.ts'
import { snoozeWork } from '../../src/worklist/snooze.ts'
import { insertClaims } from '../factories/claims.ts'
import { newContext, useDatabase } from '../support/database.ts'

const denied = { served: '2026-03-01', decided: '2026-03-10', carc: '197', billed: 100 }
const as = (context: Context, id: string, role: Context['actor']['role']): Context => ({ ...context, actor: { id, role } })

/** Two claims, a coder (Ada), a viewer (Ben) and a manager (Cleo). */
async function practice(use: ReturnType<typeof useDatabase>): Promise<Context> {
  const context = await newContext(use.database)
  await insertClaims(context, [
    { ...denied, id: 'A' },
    { ...denied, id: 'B' },
  ])
  await recomputeAll(context)
  for (const [id, name, role] of [
    ['ada', 'Ada Test', 'coder'],
    ['ben', 'Ben Test', 'viewer'],
    ['cleo', 'cleo Test', 'manager'],
  ]) {
    await use.database.pool.query('insert into users (id, name, email) values ($1, $2, $3) on conflict do nothing', [id, name, `${id}@example.org`])
    await context.db.run(sql`insert into members (organization_id, user_id, role) values (${context.organization.id}, ${id}, ${role})`)
  }
  return context
}

describe('the work on claims', () => {
  const use = useDatabase()

  it('can be given to those who may do it, by name', async () => {
    const context = await practice(use)
    expect(await perform(workPeople, context, {})).toEqual({
      people: [
        { id: 'ada', name: 'Ada Test' },
        { id: 'cleo', name: 'cleo Test' },
      ],
    })
    const refused = { code: 'invalid_input', fields: [{ field: 'userId' }] }
    for (const userId of ['ben', 'nobody', 'me']) await expect(perform(assignWork, context, { claimIds: ['A'], userId })).rejects.toMatchObject(refused)
  })

  it('is changed all or not at all, and says how it was before, so that it can be undone', async () => {
    const context = await practice(use)
    const open = { state: 'open', assignedTo: null, snoozedUntil: null }
    const mine = as(context, 'ada', 'coder')
    expect(await perform(assignWork, mine, { claimIds: ['B', 'A', 'B'], userId: 'me' })).toMatchObject({
      before: [
        { ...open, claimId: 'A' },
        { ...open, claimId: 'B' },
      ],
    })
    expect((await perform(snoozeWork, mine, { claimIds: ['A'], until: '2026-04-05' })).before).toEqual([{ ...open, claimId: 'A', assignedTo: 'ada' }])
    expect((await perform(setWorkState, mine, { claimIds: ['A', 'B'], state: 'done' })).before).toEqual([
      { ...open, claimId: 'A', assignedTo: 'ada', snoozedUntil: '2026-04-05' },
      { ...open, claimId: 'B', assignedTo: 'ada' },
    ])
    await expect(perform(assignWork, mine, { claimIds: ['A', 'gone'], userId: null })).rejects.toMatchObject({
      code: 'not_found',
      message: expect.stringContaining('"gone"'),
    })
    const { claims } = await perform(listWork, mine, { state: 'all', snoozed: 'all', assigned: 'me' })
    expect(claims.map(({ claimId, state, snoozedUntil }) => [claimId, state, snoozedUntil]).sort()).toEqual([
      ['A', 'done', '2026-04-05'],
      ['B', 'done', null],
    ])
    expect((await perform(assignWork, mine, { claimIds: ['A'], userId: null })).before).toMatchObject([{ assignedTo: 'ada', state: 'done' }])
  })

  it.each(['2026-03-31', '2026-01-01'])('is not put off until %s, which is not after today', async (until) => {
    const context = await newContext(use.database)
    await expect(perform(snoozeWork, context, { claimIds: ['A'], until })).rejects.toMatchObject({ code: 'invalid_input', fields: [{ field: 'until' }] })
  })

  it('is changed by two at once one after the other', async () => {
    const context = await practice(use)
    const answers = await Promise.all(
      (['done', 'given_up'] as const).map((state) => perform(setWorkState, context, { claimIds: state === 'done' ? ['A', 'B'] : ['B', 'A'], state })),
    )
    // Whoever came second was told what the first left.
    const before = answers.map(({ before: [first] }) => first!.state)
    expect([
      ['open', 'done'],
      ['given_up', 'open'],
    ]).toContainEqual(before)
  })

  it('holds 500 claims in one step and no more', async () => {
    const context = await newContext(use.database)
    const claimIds = Array.from({ length: 501 }, (_, index) => `C${index}`)
    await expect(perform(setWorkState, context, { claimIds, state: 'done' })).rejects.toMatchObject({ code: 'invalid_input' })
    await insertClaims(
      context,
      claimIds.slice(1).map((id) => ({ ...denied, id })),
    )
    expect((await perform(setWorkState, context, { claimIds: claimIds.slice(1), state: 'done' })).before).toHaveLength(500)
  })
})

describe('notes', () => {
  const use = useDatabase()

  it('are read by those who may see patients, latest first, and counted for them', async () => {
    const context = await practice(use)
    const ada = as(context, 'ada', 'coder')
    await perform(addWorkNote, ada, { claimId: 'A', note: 'Called about Invented, Person' })
    const later = { ...ada, now: new Date('2026-03-31T13:00:00Z') }
    await perform(addWorkNote, later, { claimId: 'A', note: 'Called again' })
    const { notes, pagination } = await perform(listWorkNotes, ada, { claimId: 'A' })
    expect(notes).toMatchObject([
      { body: 'Called again', writtenBy: { id: 'ada', name: 'Ada Test' }, writtenAt: '2026-03-31T13:00:00.000Z', mayRemove: true },
      { body: 'Called about Invented, Person', mayRemove: true },
    ])
    expect(pagination.total).toBe(2)
    const counted = await perform(listWork, ada, { notes: true })
    expect(counted.claims.map(({ claimId, noteCount }) => [claimId, noteCount]).sort()).toEqual([
      ['A', 2],
      ['B', 0],
    ])
    const ben = as(context, 'ben', 'viewer')
    await expect(perform(listWork, ben, { notes: true })).rejects.toMatchObject({ code: 'forbidden' })
    expect(JSON.stringify(await perform(listWork, ben, {}))).not.toContain('Invented')
    await expect(perform(listWorkNotes, ben, { claimId: 'A' })).rejects.toMatchObject({ code: 'forbidden' })
    // The database itself refuses who reads without that right.
    await expect(context.db.as('overturn_reader').rows(sql`select body from work_notes`)).rejects.toThrow(/permission denied/)
  })

  it('are taken away by who wrote them, and by a manager', async () => {
    const context = await practice(use)
    const write = async (who: string) => (await perform(addWorkNote, as(context, who, 'coder'), { claimId: 'A', note: `By ${who}` })).note.id
    const [first, second] = [await write('ada'), await write('ada')]
    const other = as(context, 'dora', 'analyst')
    expect((await perform(listWorkNotes, other, { claimId: 'A' })).notes.map(({ mayRemove }) => mayRemove)).toEqual([false, false])
    await expect(perform(removeWorkNote, other, { claimId: 'A', noteId: first })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(perform(removeWorkNote, other, { claimId: 'B', noteId: first })).rejects.toMatchObject({ code: 'not_found' })
    await perform(removeWorkNote, as(context, 'ada', 'coder'), { claimId: 'A', noteId: first })
    await perform(removeWorkNote, as(context, 'cleo', 'manager'), { claimId: 'A', noteId: second })
    expect((await perform(listWorkNotes, other, { claimId: 'A' })).notes).toEqual([])
    await expect(perform(addWorkNote, other, { claimId: 'gone', note: 'x' })).rejects.toMatchObject({ code: 'not_found' })
  })
})
