import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Context } from '../../src/context.ts'
import { finishCase } from '../../src/lab/finish.ts'
import { getCase } from '../../src/lab/get.ts'
import { takeHint } from '../../src/lab/hint.ts'
import { labHistory } from '../../src/lab/history.ts'
import { labPatterns } from '../../src/lab/patterns.ts'
import { runCase } from '../../src/lab/run.ts'
import type { LabCase } from '../../src/lab/schemas.ts'
import { startCase } from '../../src/lab/start.ts'
import { listLearningEvents } from '../../src/learning/events.ts'
import { perform } from '../../src/operation.ts'
import { refreshPatternClaims } from '../../src/patterns/pattern-claims.ts'
import { insertClaims } from '../factories/claims.ts'
import { insertKnownCase, insertModifierLesson, KNOWN_CASE, visit } from '../support/lab.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { insertPattern } from '../patterns/patterns.ts'
import { insertPolicies } from '../policies/policies.ts'

const later = (context: Context, days: number, minutes = 0): Context => ({
  ...context,
  now: new Date(context.now.getTime() + days * 86_400_000 + minutes * 60_000),
})
const withModifiers = ({ claim }: LabCase, modifiers: string[]) => ({
  ...claim,
  lines: claim.lines.map((line) => (line.lineNumber === 1 ? { ...line, modifiers } : line)),
})

describe('practice in the lab', () => {
  const use = useDatabase()
  const begun = async () => {
    const context: Context = { ...(await newContext(use.database)), actor: { id: 'ben', role: 'viewer' } }
    await insertModifierLesson(context, 'L')
    return context
  }

  it('goes from the pattern to the lesson, and is on record', async () => {
    const context = await begun()
    await insertPolicies(context, [{ id: 'POL-25', codes: ['99213'], conditions: { modifier_required: ['25'] } }])
    const { patterns, due } = await perform(labPatterns, context, {})
    expect(due).toBe(0)
    expect(patterns).toMatchObject([
      {
        id: 'L-PTN',
        situation: 'Payer L-PAYER denies office visits with a same-day procedure',
        reason: 'Modifier missing or inconsistent',
        cases: 1,
        moreCases: false,
        practised: 0,
        learningProgress: 0,
        dueAt: null,
        isDue: false,
      },
    ])
    const started = await perform(startCase, context, { pattern: 'L-PTN' })
    expect(started).toMatchObject({ kind: 'edit', deniedLines: [1], attempts: 0, hints: [], hintCount: 4, outcome: null, lesson: null, options: [] })
    expect(started.claim).toEqual({
      payer: 'L-PAYER',
      daysToSubmission: 5,
      hasAuthorization: false,
      lines: [
        {
          lineNumber: 1,
          procedureCode: '99213',
          modifiers: [],
          diagnosisCodes: ['M17.11'],
          placeOfService: '11',
          provider: 'A',
          units: expect.toBeOneOf([null, 1]),
          billedAmount: 120,
        },
        {
          lineNumber: 2,
          procedureCode: '20610',
          modifiers: [],
          diagnosisCodes: ['M17.11'],
          placeOfService: '11',
          provider: 'A',
          units: expect.toBeOneOf([null, 1]),
          billedAmount: 210,
        },
      ],
    })
    const { id } = started

    const nothing = await perform(runCase, context, { id, claim: started.claim })
    expect(nothing).toMatchObject({ verdict: 'denied', because: ['Nothing is changed yet: it would be denied again.'], attempts: 1, twin: null })
    const gone = await perform(runCase, context, { id, claim: { ...started.claim, lines: started.claim.lines.slice(1) } })
    expect(gone).toMatchObject({ verdict: 'evaded', because: ['The service was rendered. Without its line nobody pays for it.'] })
    const alone = await perform(runCase, context, { id, claim: { ...started.claim, lines: started.claim.lines.slice(0, 1) } })
    expect(alone.verdict).toBe('evaded')
    const shot = await perform(runCase, context, { id, claim: withModifiers(started, ['25', '59']) })
    expect(shot).toMatchObject({ verdict: 'unproven', twin: null })
    const fixed = await perform(runCase, context, { id, claim: withModifiers(started, ['25']) })
    expect(fixed).toMatchObject({
      verdict: 'fixed',
      because: [],
      attempts: 5,
      changes: [{ kind: 'modifiers', lineNumber: 1, before: '', after: '25', evades: null }],
      twin: { procedureCode: '99213', modifiers: ['25'], paidAmount: 120, daysApart: 0 },
    })
    expect(fixed.lines[0]).toMatchObject({
      denied: true,
      before: [{ kind: 'pattern', id: 'L-PTN', own: true }],
      after: [],
      policies: [{ id: 'POL-25', hasModifier: true }],
    })
    expect(JSON.stringify([started, nothing, gone, shot, fixed])).not.toMatch(/L-DENIED|L-PAID|DR1/)
    // Whose paid line was shown beside it is on record, too, and of what was tried nothing.
    const runs = sql`select claim_ids as "claimIds", about from audit_events where operation = 'lab.run' order by number desc limit 2`
    expect(await context.db.rows(runs)).toEqual([
      { claimIds: ['L-DENIED', 'L-PAID'], about: { id } },
      { claimIds: [], about: { id, claim: { payer: 'L-PAYER', daysToSubmission: 5, hasAuthorization: false, lines: { length: 2 } } } },
    ])

    const ended = await perform(finishCase, later(context, 0, 10), { id, claim: withModifiers(started, ['25']) })
    expect(ended).toMatchObject({
      rating: 'hard',
      practice: {
        outcome: 'correct',
        attempts: 5,
        lesson: {
          claimId: 'L-DENIED',
          sentence: 'Payer L-PAYER denies office visits with a same-day procedure when modifier 25 is missing: Modifier missing or inconsistent',
          paidClaims: 'Paid claims like this one carry modifier 25.',
          twin: { claimId: 'L-PAID' },
        },
      },
    })
    await expect(perform(finishCase, context, { id, skip: true })).rejects.toMatchObject({ code: 'conflict' })
    await expect(perform(runCase, context, { id, claim: started.claim })).rejects.toMatchObject({ code: 'conflict' })
    await expect(perform(takeHint, context, { id })).rejects.toMatchObject({ code: 'conflict' })

    const { events } = await perform(listLearningEvents, later(context, 1), { who: 'me' })
    expect(events).toMatchObject([
      {
        type: 'practice-completed',
        outcomeType: 'correct',
        correctionApplied: true,
        durationMs: 600_000,
        sessionId: id,
        patternId: 'L-PTN',
        claimId: 'L-DENIED',
      },
      { type: 'practice-started', sessionId: id, patternId: 'L-PTN', claimId: null },
    ])
    expect(await context.db.row(sql`select practice_sessions_completed as n, learning_progress as progress from patterns where id = 'L-PTN'`)).toEqual({
      n: 1,
      progress: 21,
    })
    expect(await perform(getCase, context, { id })).toMatchObject({ outcome: 'correct', lesson: { claimId: 'L-DENIED' } })
    const { cases } = await perform(labHistory, later(context, 1), {})
    expect(cases).toMatchObject([{ id, outcome: 'correct', attempts: 5, hintsTaken: 0, claimId: 'L-DENIED' }])
    const seen = await context.db.rows(sql`select distinct operation from audit_events where claim_ids @> array['L-DENIED'] order by 1`)
    expect(seen).toEqual(expect.arrayContaining([{ operation: 'lab.finish' }, { operation: 'lab.start' }]))
  })

  it('takes the right edit for none when money or another line is changed besides', async () => {
    const context = await begun()
    const { id, claim } = await perform(startCase, context, { pattern: 'L-PTN' })
    const [first, second] = claim.lines as [LabCase['claim']['lines'][number], LabCase['claim']['lines'][number]]
    const fixed = { ...first, modifiers: ['25'] }
    const tried = async (lines: LabCase['claim']['lines']) => {
      const { verdict, because, twin } = await perform(runCase, context, { id, claim: { ...claim, lines } })
      expect(twin === null).toBe(verdict !== 'fixed')
      return [verdict, ...because]
    }
    expect(await tried([fixed, second])).toEqual(['fixed'])
    const money = 'On the real claim that would be another claim.'
    expect(await tried([{ ...fixed, billedAmount: 100 }, second])).toEqual(['evaded', `Also changed: the charge of line 1. ${money}`])
    expect(await tried([fixed, { ...second, units: 3 }])).toEqual(['evaded', `Also changed: the units of line 2. ${money}`])
    expect(await tried([fixed, { ...second, modifiers: ['59'] }])).toEqual([
      'unproven',
      'Also changed: line 2, which was not denied for this. No paid claim shows that its change belongs to the fix.',
    ])
    const lowered = { ...claim, lines: [{ ...fixed, billedAmount: 100 }, second] }
    expect(await perform(finishCase, context, { id, claim: lowered })).toMatchObject({ practice: { outcome: 'incorrect' } })
  })

  it('wants a paid line for each line that was denied for the reason', async () => {
    const context = await begun()
    // Two visits of one claim, the second by a code that nobody was paid for with the modifier.
    const lines = (['99213', '99214'] as const).map((procedure) => ({ billed: 120, procedure, carc: '4' }))
    const two = { ...visit('L-TWO', 'L-PAYER'), lines: [...lines, { billed: 210, procedure: '20610' }] }
    await insertClaims(context, [two])
    await context.db.transaction((tx) => refreshPatternClaims(tx, { organizationId: context.organization.id, days: 'all' }))
    await insertKnownCase(context, { patternId: 'L-PTN', claimId: 'L-TWO' })
    const { claim, deniedLines } = await perform(getCase, context, { id: KNOWN_CASE })
    expect(deniedLines).toEqual([1, 2])
    const edited = { ...claim, lines: claim.lines.map((line) => (line.lineNumber < 3 ? { ...line, modifiers: ['25'] } : line)) }
    expect(await perform(runCase, context, { id: KNOWN_CASE, claim: edited })).toMatchObject({ verdict: 'unproven', twin: null })
    await insertClaims(context, [visit('L-PAID-14', 'L-PAYER', { procedure: '99214', modifiers: ['25'] })])
    expect(await perform(runCase, context, { id: KNOWN_CASE, claim: edited })).toMatchObject({ verdict: 'fixed', twin: { procedureCode: '99213' } })
  })

  it('gives hints step by step, the twin last, and no more', async () => {
    const context = await begun()
    const { id } = await perform(startCase, context, { pattern: 'due' })
    const texts: string[] = []
    for (const _ of [1, 2, 3]) texts.push((await perform(takeHint, context, { id })).hint.text)
    expect(texts).toEqual([
      'Look at line 1; the denial is not about the other lines.',
      'Look at the modifiers: something there is missing. The payer says “Modifier missing or inconsistent”.',
      'Paid claims like this one carry modifier 25.',
    ])
    expect(await perform(takeHint, context, { id })).toMatchObject({ hintsTaken: 4, hintCount: 4, hint: { twin: { modifiers: ['25'] } } })
    await expect(perform(takeHint, context, { id })).rejects.toMatchObject({ code: 'conflict' })
    expect(await context.db.row(sql`select claim_ids as "claimIds" from audit_events where operation = 'lab.hint' and claim_ids <> '{}'`)).toEqual({
      claimIds: ['L-DENIED', 'L-PAID'],
    })
    expect((await perform(getCase, context, { id })).hints).toHaveLength(4)
  })

  it('asks a question where no edit is the answer, once', async () => {
    const context: Context = await newContext(use.database)
    await insertPattern(context, { id: 'PTN-F', reason: 'Filing time limit passed' })
    await insertClaims(context, [{ id: 'late', served: '2025-09-01', submitted: '2026-02-01', decided: '2026-02-20', carc: '29' }])
    await context.db.transaction((tx) => refreshPatternClaims(tx, { organizationId: context.organization.id, days: 'all' }))
    const asked = await perform(startCase, context, { pattern: 'PTN-F' })
    expect(asked).toMatchObject({ kind: 'question', situation: null, options: [{ id: 'A' }, { id: 'B' }, { id: 'C' }, { id: 'D' }] })
    expect((await perform(getCase, context, { id: asked.id })).options).toEqual(asked.options)
    await expect(perform(runCase, context, { id: asked.id, claim: asked.claim })).rejects.toMatchObject({ code: 'conflict' })
    await expect(perform(finishCase, context, { id: asked.id, claim: asked.claim })).rejects.toMatchObject({ code: 'invalid_input' })
    const right = asked.options.find(({ text }) => text.startsWith('Watch filing limits'))!
    const { practice, rating } = await perform(finishCase, context, { id: asked.id, choice: right.id })
    expect(practice).toMatchObject({ outcome: 'correct', lesson: { answer: right.id, claimId: 'late', paidClaims: null, twin: null } })
    expect(rating).toBe('good')
    const again = await perform(startCase, context, { pattern: 'PTN-F' })
    const wrong = again.options.find(({ text }) => !text.startsWith('Watch filing limits'))!
    expect(await perform(finishCase, context, { id: again.id, choice: wrong.id })).toMatchObject({ practice: { outcome: 'incorrect' }, rating: 'again' })
  })

  it('is due again when the card says so, and a case that was skipped is no answer', async () => {
    const context = await begun()
    const solve = async (at: Context) => {
      const started = await perform(startCase, at, { pattern: 'L-PTN' })
      return perform(finishCase, at, { id: started.id, claim: withModifiers(started, ['25']) })
    }
    const skipped = await perform(startCase, context, { pattern: 'L-PTN' })
    expect(await perform(finishCase, context, { id: skipped.id, skip: true })).toMatchObject({
      rating: null,
      practice: { outcome: 'skipped', lesson: { dueAt: null } },
    })
    let at = context
    let before = context.now.toISOString()
    for (const _ of [1, 2, 3]) {
      const { practice, rating } = await solve(at)
      const dueAt = practice.lesson!.dueAt!
      expect(rating).toBe('good')
      expect(dueAt > before).toBe(true)
      const [shown] = (await perform(labPatterns, at, {})).patterns
      expect(shown).toMatchObject({ dueAt, isDue: false })
      before = dueAt
      at = { ...at, now: new Date(dueAt) }
      expect(await perform(labPatterns, at, {})).toMatchObject({ due: 1, patterns: [{ isDue: true }] })
    }
    expect((await perform(labPatterns, at, {})).patterns[0]).toMatchObject({ practised: 4, answered: 3, correct: 3 })
  })

  it('brings another claim as long as there is one, and shows nobody the case of another', async () => {
    const context = await begun()
    await insertClaims(context, [visit('L-DENIED-2', 'L-PAYER', { denied: true }), visit('L-DENIED-3', 'L-PAYER', { denied: true })])
    await context.db.transaction((tx) => refreshPatternClaims(tx, { organizationId: context.organization.id, days: 'all' }))
    const met = new Set<string>()
    for (const minutes of [0, 1, 2]) {
      const at = later(context, 0, minutes)
      const { id } = await perform(startCase, at, { pattern: 'L-PTN' })
      met.add((await perform(finishCase, at, { id, skip: true })).practice.lesson!.claimId)
    }
    expect(met.size).toBe(3)
    const { id } = await perform(startCase, later(context, 0, 3), { pattern: 'L-PTN' })
    const ann: Context = { ...context, actor: { id: 'ann', role: 'administrator' } }
    await expect(perform(getCase, ann, { id })).rejects.toMatchObject({ code: 'not_found' })
    await expect(perform(finishCase, ann, { id, skip: true })).rejects.toMatchObject({ code: 'not_found' })
    expect((await perform(labHistory, ann, {})).cases).toEqual([])
  })

  it('refuses what cannot be practiced, and half an answer', async () => {
    const context = await begun()
    await insertPattern(context, { id: 'PTN-EMPTY', reason: 'Authorization absent' })
    await expect(perform(startCase, context, { pattern: 'PTN-EMPTY' })).rejects.toMatchObject({ code: 'conflict' })
    await expect(perform(startCase, context, { pattern: 'nobody' })).rejects.toMatchObject({ code: 'not_found' })
    const { id } = await perform(startCase, context, { pattern: 'L-PTN' })
    await expect(perform(finishCase, context, { id })).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(perform(finishCase, context, { id, choice: 'A' })).rejects.toMatchObject({ code: 'invalid_input' })
    const empty = await newContext(use.database)
    await expect(perform(startCase, empty, { pattern: 'due' })).rejects.toMatchObject({ code: 'conflict' })
    expect(await perform(labPatterns, empty, {})).toMatchObject({ patterns: [], due: 0, pagination: { total: 0 } })
  })
})
