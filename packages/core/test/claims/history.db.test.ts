import { describe, expect, it } from 'vitest'
import { createAppeal } from '../../src/appeals/create.ts'
import { decideAppeal } from '../../src/appeals/decide.ts'
import { claimHistory } from '../../src/claims/history.ts'
import { perform } from '../../src/operation.ts'
import { insertClaims } from '../factories/claims.ts'
import { newContext, useDatabase } from '../support/database.ts'

describe('the history of a claim', () => {
  const use = useDatabase()

  it('tells what happened in order, with the file or the person behind it', async () => {
    const context = await newContext(use.database)
    const importId = await insertClaims(context, [
      { id: 'A', served: '2026-01-05', submitted: '2026-01-06', decided: '2026-01-20', carc: '197', billed: 100, later: [{ on: '2026-03-20', paid: 60 }] },
      { id: 'other', served: '2026-01-05', decided: '2026-01-20' },
    ])
    await perform(createAppeal, context, { claimId: 'A', filedOn: '2026-02-01', amount: 80 })
    await perform(createAppeal, { ...context, actor: { id: 'ada', role: 'coder' } }, { claimId: 'A', filedOn: '2026-03-25' })
    await perform(decideAppeal, context, { claimId: 'A', outcome: 'withdrawn', on: '2026-03-25' })
    const { events } = await perform(claimHistory, context, { id: 'A' })
    const file = { importId, fileName: 'claims.json', by: null }
    const person = { payerId: null, importId: null, fileName: null }
    expect(events).toEqual([
      { on: '2026-01-05', kind: 'served', detail: null, amount: 100, payerId: 'P1', ...file },
      { on: '2026-01-06', kind: 'submitted', detail: null, amount: 100, payerId: 'P1', ...file },
      { on: '2026-01-20', kind: 'decided', detail: 'original denied', amount: 0, payerId: 'P1', ...file },
      { on: '2026-02-01', kind: 'appeal_filed', detail: 'level 1', amount: 80, ...person, by: 'test' },
      { on: '2026-03-20', kind: 'decided', detail: 'original paid', amount: 60, payerId: 'P1', ...file },
      { on: '2026-03-20', kind: 'appeal_decided', detail: 'overturned', amount: 60, ...person, by: null },
      { on: '2026-03-25', kind: 'appeal_filed', detail: 'level 2', amount: null, ...person, by: 'ada' },
      { on: '2026-03-25', kind: 'appeal_withdrawn', detail: null, amount: null, ...person, by: 'test' },
    ])
    await expect(perform(claimHistory, context, { id: 'none' })).rejects.toMatchObject({ code: 'not_found' })
  })
})
