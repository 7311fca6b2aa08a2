import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { recomputeAll } from '../../src/computation/recompute.ts'
import type { Context } from '../../src/context.ts'
import { importPaths } from '../../src/imports/run.ts'
import { undoImport } from '../../src/imports/undo/operation.ts'
import { listMatches } from '../../src/matches/list.ts'
import { resolveMatch } from '../../src/matches/resolve.ts'
import { perform } from '../../src/operation.ts'
import { assignWork } from '../../src/worklist/assign.ts'
import { listWork } from '../../src/worklist/list.ts'
import { setWorkState } from '../../src/worklist/set-state.ts'
import { snoozeWork } from '../../src/worklist/snooze.ts'
import { file835, file837, useFolder, type PaymentSpec } from '../imports/undo/files.ts'
import { newContext, useDatabase } from '../support/database.ts'

/** Claims of 120.00 that are denied on this day, or paid. */
const denials = (trace: string, day: string, pcns: string, paid: Record<string, number> = {}) =>
  file835(
    trace,
    day,
    [...pcns].map((pcn): PaymentSpec => ({ pcn, status: '1', paid: paid[pcn] ?? 0 })),
  )

describe('work that was closed or put off, and the decisions that come after', () => {
  const use = useDatabase()
  const write = useFolder()
  let files = 0

  const practice = () => newContext(use.database, { now: new Date('2026-05-20T12:00:00Z') })
  async function bring(context: Context, content: Buffer, name = 'file.835') {
    const [result] = await importPaths(context, [write(`${++files}-${name}`, content)], { partial: false })
    await recomputeAll(context)
    return result!
  }
  /** The claims by the number that the practice gave them. */
  async function idsOf({ db }: Context): Promise<Record<string, string>> {
    const rows = await db.rows<{ id: string; pcn: string }>(sql`select id, patient_control_number as pcn from claims`)
    return Object.fromEntries(rows.map(({ id, pcn }) => [pcn, id]))
  }
  /** How the work on each claim stands, by the number that the practice gave it. */
  async function standing(context: Context, input: object = {}) {
    const { claims, totals } = await perform(listWork, context, { state: 'all', snoozed: 'all', limit: 200, ...input })
    const rows = claims.map(({ patientControlNumber, claimId, state, snoozedUntil, deniedAgain }) => [
      patientControlNumber ?? claimId,
      { state, ...(snoozedUntil && { snoozedUntil }), ...(deniedAgain && { deniedAgain }) },
    ])
    return { claims: Object.fromEntries(rows.sort()), open: totals.openAmount }
  }

  it('is open again once it is denied again, and only then', async () => {
    const context = await practice()
    await bring(context, denials('T1', '20260415', 'ABCDEF'))
    const id = await idsOf(context)
    const claimIds = (pcns: string) => [...pcns].map((pcn) => id[pcn]!)
    await perform(setWorkState, context, { claimIds: claimIds('ADE'), state: 'done' })
    await perform(setWorkState, context, { claimIds: claimIds('B'), state: 'given_up' })
    await perform(snoozeWork, context, { claimIds: claimIds('CF'), until: '2026-06-30' })
    const closed = {
      A: { state: 'done' },
      B: { state: 'given_up' },
      C: { state: 'open', snoozedUntil: '2026-06-30' },
      D: { state: 'done' },
      E: { state: 'done' },
      F: { state: 'open', snoozedUntil: '2026-06-30' },
    }
    expect((await standing(context)).claims).toEqual(closed)
    // Of these, the same remittance as a file of another name and number says nothing new.
    const [first] = [await bring(context, file835('T1', '20260415', [{ pcn: 'E', status: '1', paid: 0 }], '0002'))]
    expect(first).toMatchObject({ outcome: 'imported' })
    expect((await standing(context)).claims).toEqual(closed)

    const second = await bring(context, denials('T2', '20260510', 'ABCD', { D: 120 }))
    const again = (after: string) => ({ state: 'open', deniedAgain: { on: '2026-05-10', after } })
    const back = { ...closed, A: again('done'), B: again('given_up'), C: again('put_off') }
    const { D: _, ...standsNow } = back
    expect((await standing(context)).claims).toEqual(standsNow)
    expect(await standing(context, { state: 'open', snoozed: 'no' })).toEqual({
      claims: { A: again('done'), B: again('given_up'), C: again('put_off') },
      open: 360,
    })
    expect((await standing(context, { state: 'done' })).claims).toEqual({ E: { state: 'done' } })
    expect((await standing(context, { snoozed: 'yes' })).claims).toEqual({ F: closed.F })
    expect((await standing({ ...context, actor: { id: 'ben', role: 'viewer' } }, { claim: id['B'] })).claims).toEqual({ [id['B']!]: again('given_up') })

    // Whom it is given to says nothing of that; how it stands, and until when, does.
    await perform(assignWork, context, { claimIds: claimIds('A'), userId: null })
    expect((await standing(context, { claim: id['A'] })).claims).toEqual({ A: again('done') })
    const { before } = await perform(snoozeWork, context, { claimIds: claimIds('AB'), until: '2026-06-01' })
    expect(before).toMatchObject([
      { state: 'open', snoozedUntil: null },
      { state: 'open', snoozedUntil: null },
    ])
    const putOff = { state: 'open', snoozedUntil: '2026-06-01' }
    expect((await standing(context)).claims).toEqual({ ...standsNow, A: putOff, B: putOff })
    await perform(setWorkState, context, { claimIds: claimIds('C'), state: 'done' })
    expect((await standing(context, { claim: id['C'] })).claims).toEqual({ C: { state: 'done' } })

    // Without the file, nothing was denied again; what people said since stays said.
    await perform(undoImport, context, { id: second.importId! })
    await recomputeAll(context)
    expect((await standing(context)).claims).toEqual({ ...closed, A: putOff, B: putOff, C: { state: 'done' } })
  })

  it('stays closed when an export tells the same again, or a file is undone and comes back', async () => {
    const context = await practice()
    const told = (processingDate: string, patientName: string) =>
      Buffer.from(
        JSON.stringify({
          claims: [
            {
              id: 'CL-1',
              patientName,
              status: 'denied',
              dateOfService: '2026-04-01',
              submissionDate: '2026-04-02',
              patientControlNumber: 'CL-1',
              billedAmount: 120,
              paidAmount: 0,
              processingDate,
              denialReason: 'Missing Modifier 25',
            },
          ],
        }),
      )
    const first = await bring(context, told('2026-04-10', 'Quill, Ada'), 'april.json')
    await perform(setWorkState, context, { claimIds: ['CL-1'], state: 'done' })
    const done = { 'CL-1': { state: 'done' } }
    expect((await standing(context)).claims).toEqual(done)
    await perform(undoImport, context, { id: first.importId! })
    await bring(context, told('2026-04-10', 'Quill, Ada'), 'april.json')
    expect((await standing(context)).claims).toEqual(done)
    // The remittance of a denial that the export had told already.
    const paper = denials('T1', '20260410', 'A')
    await bring(context, Buffer.from(paper.toString('latin1').replaceAll('CLP*A*', 'CLP*CL-1*'), 'latin1'))
    expect(await context.db.rows(sql`select remittance_id is null as told from adjudications where claim_id = 'CL-1' order by id`)).toEqual([
      { told: true },
      { told: false },
    ])
    expect((await standing(context)).claims).toEqual(done)
    await bring(context, told('2026-05-12', 'Quill, Eda'), 'june.json')
    expect((await standing(context)).claims).toEqual({ 'CL-1': { state: 'open', deniedAgain: { on: '2026-05-12', after: 'done' } } })
  })

  it('is open again when somebody says that a denial which waited is of this claim', async () => {
    const context = await practice()
    const submission = (member: string) => file837('20260403', [{ pcn: 'A', frequency: '1', diagnosis: 'J069' }], member)
    for (const member of ['M-1001', 'M-1002']) await bring(context, submission(member), 'claims.837')
    await bring(context, file835('T1', '20260415', [{ pcn: 'A', status: '1', paid: 0, member: '' }]))
    const [one] = (await perform(listMatches, context, {})).matches
    const claimId = one!.candidates[0]!.id
    await perform(resolveMatch, context, { adjudicationId: one!.adjudicationId, claimId })
    // Of another number by the payer, so that only its control number says whose it is.
    const doubtful = file835('T2', '20260510', [{ pcn: 'A', status: '1', paid: 0, member: '' }])
    await bring(context, Buffer.from(doubtful.toString('latin1').replaceAll('ICN-A', 'ICN-2'), 'latin1'))
    await perform(setWorkState, context, { claimIds: [claimId], state: 'done' })
    const of = async () => Object.values((await standing(context, { claim: claimId })).claims)
    expect(await of()).toEqual([{ state: 'done' }])
    const [other] = (await perform(listMatches, context, {})).matches
    // By the clock, as in practice: the day of these contexts is one of the past.
    await perform(resolveMatch, { ...context, now: new Date() }, { adjudicationId: other!.adjudicationId, claimId })
    await recomputeAll(context)
    expect(await of()).toEqual([{ state: 'open', deniedAgain: { on: '2026-05-10', after: 'done' } }])
  })
})
