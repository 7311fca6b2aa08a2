import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, describe, expect, it } from 'vitest'
import { getClaim } from '../../src/claims/get.ts'
import type { Context } from '../../src/context.ts'
import { importPaths } from '../../src/imports/run.ts'
import { undoImport } from '../../src/imports/undo/operation.ts'
import { dismissMatch } from '../../src/matches/dismiss.ts'
import { listMatches } from '../../src/matches/list.ts'
import { resolveMatch } from '../../src/matches/resolve.ts'
import { REFRESH } from '../../src/jobs/data-jobs.ts'
import { perform } from '../../src/operation.ts'
import { billing837, claims837, header835, interchange, remittance, render, subscriber837 } from '../factories/x12.ts'
import { useWorkers, waitingRequests } from '../jobs/support.ts'
import { newContext, useDatabase } from '../support/database.ts'

describe('a decision that fits several claims', () => {
  const use = useDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'overturn-matches-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  let files = 0
  const importing = async (context: Context, content: Buffer, name: string) => {
    const file = join(folder, `${++files}-${name}`)
    writeFileSync(file, content)
    return (await importPaths(context, [file], { partial: false }))[0]!
  }
  /** One control number, charge and day, and another member: two claims that only their members tell apart. */
  const submission = (member: string) => {
    const levels = [...billing837, ...subscriber837].map((segment) => segment.replace('M-1001', member))
    return render(interchange([claims837({ levels })], { version: '005010X222A2', functional: 'HC', control: `00000${member.slice(-4)}` }))
  }
  const lines = (paid: number, sign = 1) => [
    `SVC*HC:99213:25*${sign * 120}*${sign * paid}**1`,
    'DTM*472*20260401',
    ...(paid === 120 ? [] : [`CAS*CO*45*${sign * (120 - paid)}`]),
    `SVC*HC:93000*${sign * 60}*0**1`,
    'DTM*472*20260402',
    `CAS*CO*197*${sign * 60}`,
  ]
  const decided = (trace: string, claims: string[][]) =>
    render(
      interchange([remittance({ claims, header: header835(trace.startsWith('R') ? '-80' : '80').map((segment) => segment.replace('TRACE-77', trace)) })], {
        control: trace.padStart(9, '0'),
      }),
    )
  const payment = ['CLP*PCN-1*1*180*80*0*12*ICN-1*11*1', ...lines(80)]
  const reversal = ['CLP*PCN-1*22*-180*-80*0*12*ICN-1*11*1', ...lines(80, -1)]

  /** Two claims and a payment that fits both. */
  async function inDoubt(later: string[][] = []) {
    const context = await newContext(use.database)
    for (const member of ['M-1001', 'M-1002']) await importing(context, submission(member), 'claims.837')
    const result = await importing(context, decided('T1', [payment]), 'payment.835')
    expect(result).toMatchObject({ merged: { decisions: 1, newClaims: 1, ambiguous: 1 }, warnings: [expect.objectContaining({ code: 'merge.ambiguous' })] })
    for (const claim of later) await importing(context, decided('R2', [claim]), 'reversal.835')
    const { matches } = await perform(listMatches, context, {})
    const match = matches[0]!
    await context.db.run(sql`delete from service_days_to_recompute`)
    return {
      context,
      match,
      ids: { adjudicationId: match.adjudicationId, standIn: match.claim.id, first: match.candidates[0]!.id, second: match.candidates[1]!.id },
    }
  }
  it('shows control numbers and whether the patient has the same name, and lists the chosen claim once', async () => {
    const { context, match, ids } = await inDoubt()
    expect(match.claim).toMatchObject({ patientControlNumber: 'PCN-1', isSameName: null })
    expect(match.candidates).toMatchObject([{ patientControlNumber: 'PCN-1' }, { patientControlNumber: 'PCN-1' }])
    await context.db.run(sql`update claims set patient_name = case id when ${ids.standIn} then 'One, A' when ${ids.first} then 'ONE, A ' else 'Two, B' end`)
    const [named] = (await perform(listMatches, context, {})).matches
    expect(named!.candidates.map(({ isSameName }) => isSameName)).toEqual([true, false])
    expect(JSON.stringify(named)).not.toMatch(/one, a/i)
    await context.db.run(sql`update claims set patient_name = null where id = ${ids.first}`)
    expect((await perform(listMatches, context, {})).matches[0]!.candidates.map(({ isSameName }) => isSameName)).toEqual([null, false])
    await perform(resolveMatch, context, { adjudicationId: ids.adjudicationId, claimId: ids.second })
    const [resolved] = (await perform(listMatches, context, { state: 'resolved' })).matches
    expect({ claim: resolved!.claim.id, others: resolved!.candidates.map(({ id }) => id) }).toEqual({ claim: ids.second, others: [ids.first] })
  })

  const claim = async (context: Context, id: string) => (await perform(getClaim, context, { id })).claim
  const markedDays = async ({ db }: Context) =>
    (await db.rows<{ day: string }>(sql`select date_basis || ' ' || day as day from service_days_to_recompute where cause like 'match:%' order by 1`)).map(
      ({ day }) => day,
    )

  it('is listed with its own claim and with those it could be of', async () => {
    const { context, match } = await inDoubt()
    expect(match).toMatchObject({
      state: 'open',
      decision: {
        kind: 'original',
        payerName: 'Harbor Mutual Testing',
        payerControlNumber: 'ICN-1',
        chargeAmount: 180,
        paidAmount: 80,
        decidedOn: '2026-04-15',
        traceNumber: 'T1',
        fileName: expect.stringMatching(/payment\.835$/),
      },
      claim: { isSubmitted: false, billedAmount: 180, paidAmount: 80 },
    })
    expect(match.candidates).toHaveLength(2)
    expect(match.candidates).toMatchObject([
      { isSubmitted: true, billedAmount: 180, paidAmount: 0, status: 'pending', isSameMember: null, dateOfService: '2026-04-01' },
      { isSubmitted: true, billedAmount: 180 },
    ])
    expect(JSON.stringify(match)).not.toMatch(/M-100|Rowan/)
    const { decisions } = await claim(context, match.claim.id)
    expect(decisions[0]!.match).toEqual({ basis: 'ambiguous', words: expect.stringContaining('several claims') })
  })

  it('goes to the claim that somebody names, and the claim that stood for it goes', async () => {
    const { context, ids } = await inDoubt()
    const { adjudicationId, standIn, first, second } = ids
    expect(await perform(resolveMatch, context, { adjudicationId, claimId: second })).toEqual({
      adjudicationId,
      claimId: second,
      fromClaimId: standIn,
      movedDecisions: 1,
      addedLines: 0,
      removedClaimId: standIn,
    })
    const chosen = await claim(context, second)
    expect(chosen).toMatchObject({ paidAmount: 80, deniedAmount: 60, status: 'partially_denied', lineCount: 2 })
    expect(chosen.lines.map(({ paidAmount, status }) => [paidAmount, status])).toEqual([
      [80, 'paid'],
      [0, 'denied'],
    ])
    expect(chosen.decisions).toMatchObject([{ id: adjudicationId, match: { basis: 'by_hand' }, lines: [{ claimLineNumber: 1 }, { claimLineNumber: 2 }] }])
    expect(await claim(context, first)).toMatchObject({ paidAmount: 0, status: 'pending', decisions: [] })
    await expect(claim(context, standIn)).rejects.toMatchObject({ code: 'not_found' })
    expect(await context.db.rows(sql`select line_number from claim_line_items where claim_id = ${standIn}`)).toEqual([])
    expect(await markedDays(context)).toEqual([
      'payment 2026-04-15',
      'service 2026-04-01',
      'service 2026-04-02',
      'submission 2026-04-02',
      'submission 2026-04-03',
    ])
    const { matches } = await perform(listMatches, context, { state: 'resolved' })
    expect(matches).toMatchObject([{ claim: { id: second }, resolvedBy: 'test', resolvedAt: '2026-03-31T12:00:00.000Z' }])
    expect((await perform(listMatches, context, {})).matches).toEqual([])
  })

  it('takes its reversal along, and its cash with it', async () => {
    const { context, ids } = await inDoubt([reversal])
    const { adjudicationId, standIn, first } = ids
    expect(await claim(context, standIn)).toMatchObject({ paidAmount: 0, decisions: [{ kind: 'original' }, { kind: 'reversal' }] })
    expect(await perform(resolveMatch, context, { adjudicationId, claimId: first })).toMatchObject({ movedDecisions: 2, removedClaimId: standIn })
    const chosen = await claim(context, first)
    expect(chosen).toMatchObject({ paidAmount: 0, initialOutcome: 'partially_denied', finalOutcome: null })
    expect(chosen.decisions.map(({ kind, match, takesBack }) => [kind, match?.basis, takesBack])).toEqual([
      ['original', 'by_hand', null],
      ['reversal', 'payer_control_number', adjudicationId],
    ])
  })

  it('can be moved once more, and brings lines that a claim does not have', async () => {
    const { context, ids } = await inDoubt()
    const { adjudicationId, first, second } = ids
    await perform(resolveMatch, context, { adjudicationId, claimId: first })
    await context.db.run(sql`delete from claim_line_items where claim_id = ${second} and line_number = 2`)
    expect(await perform(resolveMatch, context, { adjudicationId, claimId: second })).toMatchObject({ movedDecisions: 1, addedLines: 1, removedClaimId: null })
    expect((await claim(context, second)).lines).toMatchObject([
      { lineNumber: 1, paidAmount: 80 },
      { lineNumber: 2, procedureCode: '93000', billedAmount: 60, status: 'denied', dateOfService: '2026-04-02' },
    ])
    expect(await claim(context, first)).toMatchObject({ paidAmount: 0, deniedAmount: 0, status: 'pending', lineCount: 2 })
    const [added] = await context.db.rows<{ own: boolean }>(sql`
      select l.import_id = a.import_id as own from claim_line_items l join adjudications a on a.claim_id = l.claim_id where l.claim_id = ${second} and l.line_number = 2`)
    expect(added).toEqual({ own: true })
  })

  it('goes with the import that brought it, which the imports of its claim wait for', async () => {
    const { context, match, ids } = await inDoubt()
    const { adjudicationId, second } = ids
    const before = await claim(context, second)
    await context.db.run(sql`delete from claim_line_items where claim_id = ${second} and line_number = 2`)
    expect(await perform(resolveMatch, context, { adjudicationId, claimId: second })).toMatchObject({ addedLines: 1 })
    const [submitted] = await context.db.rows<{ id: number }>(sql`select import_id as id from claims where id = ${second}`)
    await expect(perform(undoImport, context, { id: submitted!.id })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('payment.835'),
    })
    await perform(undoImport, context, { id: match.decision.importId })
    const after = await claim(context, second)
    expect(after).toMatchObject({ status: 'pending', paidAmount: 0, deniedAmount: 0, decisions: [], payerControlNumber: before.payerControlNumber })
    expect(after.lines.map(({ lineNumber }) => lineNumber)).toEqual([1])
    expect((await perform(listMatches, context, { state: 'all' })).pagination.total).toBe(0)
    await perform(undoImport, context, { id: submitted!.id })
    await expect(claim(context, second)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('stays where it is when that is said to be a claim of its own, or nothing is said', async () => {
    const { context, ids } = await inDoubt()
    expect(await perform(resolveMatch, context, { adjudicationId: ids.adjudicationId, claimId: ids.standIn })).toMatchObject({
      movedDecisions: 0,
      removedClaimId: null,
    })
    expect(await claim(context, ids.standIn)).toMatchObject({ paidAmount: 80, decisions: [{ match: { basis: 'by_hand' } }] })
    await expect(perform(dismissMatch, context, { adjudicationId: ids.adjudicationId })).rejects.toMatchObject({ code: 'conflict' })

    const other = await inDoubt()
    await perform(dismissMatch, other.context, { adjudicationId: other.ids.adjudicationId })
    expect((await perform(listMatches, other.context, {})).pagination.total).toBe(0)
    expect(await claim(other.context, other.ids.standIn)).toMatchObject({ paidAmount: 80, decisions: [{ match: { basis: 'ambiguous' } }] })
  })

  it('is asked to be computed once it has moved, and not where it stays', async () => {
    const workers = useWorkers()
    await workers.start(use.database, { jobs: [] })
    await workers.stopAll()
    const { context, ids } = await inDoubt()
    await perform(resolveMatch, context, { adjudicationId: ids.adjudicationId, claimId: ids.standIn })
    expect(await waitingRequests(context, REFRESH)).toBe(0)
    await perform(resolveMatch, context, { adjudicationId: ids.adjudicationId, claimId: ids.first })
    expect(await waitingRequests(context, REFRESH)).toBe(1)
  })

  it('waits while an import is at work, and names what is not there', async () => {
    const { context, ids } = await inDoubt()
    const { adjudicationId, first } = ids
    await context.db.run(sql`update imports set status = 'publishing' where id = (select max(id) from imports)`)
    await expect(perform(resolveMatch, context, { adjudicationId, claimId: first })).rejects.toMatchObject({ code: 'conflict' })
    await context.db.run(sql`update imports set status = 'complete'`)
    await expect(perform(resolveMatch, context, { adjudicationId, claimId: 'nowhere' })).rejects.toMatchObject({ code: 'not_found' })
    await expect(perform(resolveMatch, context, { adjudicationId: '7', claimId: first })).rejects.toMatchObject({ code: 'not_found' })
    await expect(perform(dismissMatch, context, { adjudicationId: '7' })).rejects.toMatchObject({ code: 'not_found' })
    const stranger = await newContext(use.database)
    await expect(perform(resolveMatch, stranger, { adjudicationId, claimId: first })).rejects.toMatchObject({ code: 'not_found' })
    expect((await perform(listMatches, stranger, {})).matches).toEqual([])
    expect((await perform(listMatches, context, {})).pagination.total).toBe(1)
  })
})
