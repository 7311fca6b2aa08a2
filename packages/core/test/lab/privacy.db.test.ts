import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { finishCase } from '../../src/lab/finish.ts'
import { getCase } from '../../src/lab/get.ts'
import { takeHint } from '../../src/lab/hint.ts'
import { labHistory } from '../../src/lab/history.ts'
import { runCase } from '../../src/lab/run.ts'
import { startCase } from '../../src/lab/start.ts'
import { perform } from '../../src/operation.ts'
import { refreshPatternClaims } from '../../src/patterns/pattern-claims.ts'
import { insertClaims } from '../factories/claims.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { insertModifierLesson, visit } from '../support/lab.ts'

/** What a case does show of a claim: codes, amounts, who pays. Everything else that is stored of it is not to be seen. */
const SHOWN = ['payer_id', 'claim_type', 'place_of_service', 'procedure_codes', 'diagnosis_codes', 'modifiers', 'use', 'frequency_code', 'patient_sex']
const CLAIMS = 3

const use = useDatabase()

it('shows nothing that says whose claim it is, whichever claim and whatever is asked, until it is finished', async () => {
  const context = await newContext(use.database)
  const { patternId } = await insertModifierLesson(context, 'V')
  const ids = Array.from({ length: CLAIMS }, (_, at) => `V-${1000 + at}`)
  await insertClaims(
    context,
    ids.map((id, at) => visit(id, 'V-PAYER', { denied: true, served: `2026-02-1${at}`, rendering: 'DR-RENDERS' })),
  )
  await context.db.run(sql`
    update claims set patient_name = 'Invented, ' || id, patient_dob = '1971-03-04', member_id = 'MEMBER-' || id, member_group_id = 'GROUP-' || id,
      patient_control_number = 'ACCOUNT-' || id, payer_control_number = 'ICN-' || id, subscriber_name = 'Subscribing, ' || id, referral_number = 'REFERRAL-' || id,
      submitter = 'SUBMITS-' || id, prior_authorization = 'AUTH-' || id, extra = jsonb_build_object('note', 'EXTRA-' || id)
    where organization_id = ${context.organization.id}`)
  await context.db.transaction((tx) => refreshPatternClaims(tx, { organizationId: context.organization.id, days: 'all' }))
  const stored = await context.db.rows<{ id: string; row: Record<string, unknown> }>(sql`select id, to_jsonb(c) as row from claims c`)
  const secrets = stored.flatMap(({ row }) =>
    Object.entries(row).flatMap(([column, value]) => (SHOWN.includes(column) || typeof value !== 'string' ? [] : [value])),
  )
  // Words of our own, such as a status, and texts that are too short to be found by chance only.
  const hidden = [...new Set(secrets)].filter(
    (value) => value.length > 4 && !/^[a-z_]+$/.test(value) && !/^-?\d+(\.\d+)?$/.test(value) && value !== 'Modifier missing or inconsistent',
  )
  expect(hidden).toEqual(
    expect.arrayContaining(['Invented, V-1000', '1971-03-04', 'MEMBER-V-1001', 'ACCOUNT-V-1002', 'AUTH-V-1001', '2026-02-12', 'V-1002', 'DR-RENDERS']),
  )

  const met = new Set<string>()
  for (let at = 0; at <= CLAIMS; at++) {
    const now = new Date(context.now.getTime() + at * 60_000)
    const started = await perform(startCase, { ...context, now }, { pattern: patternId })
    const { id } = started
    const said: unknown[] = [started]
    for (let hint = 0; hint < started.hintCount; hint++) said.push(await perform(takeHint, context, { id }))
    const [first, ...rest] = started.claim.lines
    const edits = [started.claim, { ...started.claim, lines: rest }, { ...started.claim, lines: [{ ...first!, modifiers: ['25'] }, ...rest] }]
    for (const claim of edits) said.push(await perform(runCase, context, { id, claim }))
    said.push(
      await perform(getCase, context, { id }),
      (await perform(labHistory, context, {})).cases.find((one) => one.id === id),
    )
    const text = JSON.stringify(said)
    expect(hidden.filter((value) => text.includes(value))).toEqual([])
    met.add((await perform(finishCase, { ...context, now }, { id, skip: true })).practice.lesson!.claimId)
  }
  expect(met.size).toBe(CLAIMS + 1)
}, 60_000)
