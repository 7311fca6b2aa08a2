import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Context } from '../../src/context.ts'
import { importPaths } from '../../src/imports/run.ts'
import { billing837, claim835, claim837, file835, file837, header837, subscriber837 } from '../factories/x12.ts'
import { newContext, useDatabase } from '../support/database.ts'
import { testFolder } from '../writers/written.ts'

const secondPayer = 'NM1*PR*2*Second Mutual*****PI*SM002'
/** The same claim, sent on to the second payer with what the first one paid. */
const forwarded = {
  header: on('20260601'),
  levels: [...billing837, 'HL*2**22*0', 'SBR*S*18*******CI', 'NM1*IL*1*Testcase*Rowan****MI*Z-77', 'DMG*D8*19800229*F', secondPayer],
  claims: [
    claim837.flatMap((segment) =>
      segment === 'LX*1'
        ? [
            'SBR*P*18*GROUP-9******CI',
            'AMT*D*80',
            'NM1*IL*1*Testcase*Rowan****MI*M-1001',
            'NM1*PR*2*Harbor Mutual Testing*****PI*HM001',
            'DTP*573*D8*20260415',
            segment,
          ]
        : [segment],
    ),
  ],
}

/** BHT04: the day of submission. */
function on(day: string): string[] {
  return header837().map((segment) => segment.replace('20260403', day))
}

/** The claim of `claim837` as a later submission of the given frequency. */
function corrected(frequency: '7' | '8', day: string, { charge = 180, replaced = 'ICN-1' } = {}) {
  const claim = claim837.map((segment) =>
    segment.replace('*180***11:B:1*', `*${charge}***11:B:${frequency}*`).replace('SV1*HC:93000*60*', `SV1*HC:93000*${charge - 120}*`),
  )
  return { header: on(day), claims: [[claim[0]!, `REF*F8*${replaced}`, ...claim.slice(1)]] }
}

/** `claim837` with other words in it; and claims that have nothing to do with it. */
const changed = (...pairs: [string, string][]) => claim837.map((segment) => pairs.reduce((text, [from, to]) => text.replace(from, to), segment))
const others = (count: number) => Array.from({ length: count }, (_, at) => changed(['CLM*PCN-1', `CLM*OTHER-${at}`]))

describe('a submission', () => {
  const use = useDatabase()

  let files = 0
  const importing = async (context: Context, ...contents: Buffer[]) => {
    const folder = testFolder()
    const paths = contents.map((_) => join(folder, `${++files}.edi`))
    paths.forEach((path, at) => writeFileSync(path, contents[at]!))
    const results = await importPaths(context, paths, { partial: false })
    expect(results.map(({ outcome, rejected }) => [outcome, rejected.length])).toEqual(contents.map(() => ['imported', 0]))
    return results
  }
  const claims = ({ db }: Context) =>
    db.rows<{ pcn: string | null; voided: string | null }>(sql`
      select patient_control_number as pcn, payer_id as payer, member_id as member, frequency_code as frequency, submission_date as submitted, submission_basis as basis,
        is_submitted as "isSubmitted", voided_on as voided, billed_amount as billed, paid_amount as paid, status, line_count as lines
      from claims order by created_at, id`)
  const submissions = ({ db }: Context) =>
    db.rows(
      sql`select frequency_code as frequency, submitted_on as submitted, billed_amount as billed from claim_submissions order by submitted_on, frequency_code`,
    )
  const payers = ({ db }: Context) =>
    db.rows(sql`select rank, payer_id as payer, member_id as member, paid_amount as paid, paid_on as on from claim_payers order by rank`)
  const lines = ({ db }: Context) =>
    db.rows(sql`
      select line_number as number, control_number as control, procedure_code as code, modifiers, diagnosis_codes as diagnoses, paid_amount as paid, status
      from claim_line_items order by line_number`)

  const claim = {
    pcn: 'PCN-1',
    payer: 'HM001',
    member: 'M-1001',
    frequency: '1',
    submitted: '2026-04-03',
    basis: 'stated',
    isSubmitted: true,
    voided: null,
    billed: '180.00',
    paid: '0.00',
    status: 'pending',
    lines: 2,
  }
  const decided = { paid: '80.00', status: 'partially_denied' }
  const primary = { rank: 'primary', payer: 'HM001', member: 'M-1001', paid: null, on: null }

  it('joins the claim that its remittance made', async () => {
    const context = await newContext(use.database)
    await importing(context, file835())
    expect(await claims(context)).toMatchObject([{ isSubmitted: false, basis: 'payer_received', submitted: '2026-04-10' }])
    const [joined] = await importing(context, file837())
    expect(joined).toMatchObject({ merged: { newClaims: 0, changedClaims: 1 } })
    expect(await claims(context)).toEqual([{ ...claim, ...decided }])
    expect(await payers(context)).toEqual([primary])
    expect(await lines(context)).toEqual([
      { number: 1, control: 'L1', code: '99213', modifiers: ['25'], diagnoses: ['J06.9', 'I10'], paid: '80.00', status: 'paid' },
      { number: 2, control: 'L2', code: '93000', modifiers: [], diagnoses: ['I10'], paid: '0.00', status: 'denied' },
    ])
    expect(await submissions(context)).toEqual([])
  })

  it('replaces and voids a claim, whose remittances stay with it', async () => {
    const context = await newContext(use.database)
    await importing(context, file837(), file835(), file837(corrected('7', '20260520', { charge: 190 })))
    expect(await claims(context)).toEqual([{ ...claim, ...decided }])
    await importing(context, file837(corrected('8', '20260601')))
    expect(await claims(context)).toEqual([{ ...claim, ...decided, voided: '2026-06-01' }])
    expect(await submissions(context)).toEqual([
      { frequency: '7', submitted: '2026-05-20', billed: '190.00' },
      { frequency: '8', submitted: '2026-06-01', billed: '180.00' },
    ])
  })

  it('is what the claim began with, also where what replaces it came in before', async () => {
    const context = await newContext(use.database)
    await importing(context, file837(corrected('7', '20260520', { charge: 190 })))
    expect(await claims(context)).toEqual([{ ...claim, frequency: '7', submitted: '2026-05-20', billed: '190.00' }])
    await importing(context, file837())
    expect(await claims(context)).toEqual([claim])
    expect(await submissions(context)).toEqual([{ frequency: '7', submitted: '2026-05-20', billed: '190.00' }])
  })

  it('that is sent on to a second payer is one of the same claim, and says what the first one paid', async () => {
    const context = await newContext(use.database)
    await importing(context, file837(), file837(forwarded))
    expect(await claims(context)).toEqual([claim])
    expect(await submissions(context)).toEqual([{ frequency: '1', submitted: '2026-06-01', billed: '180.00' }])
    expect(await payers(context)).toEqual([
      { ...primary, paid: '80.00', on: '2026-04-15' },
      { rank: 'secondary', payer: 'SM002', member: 'Z-77', paid: null, on: null },
    ])
  })

  it('to a second payer is a claim of the first one, also where it came in before', async () => {
    const context = await newContext(use.database)
    await importing(context, file837(forwarded))
    expect(await claims(context)).toEqual([{ ...claim, submitted: '2026-06-01' }])
    await importing(context, file837())
    expect(await claims(context)).toEqual([claim])
    expect(await submissions(context)).toEqual([{ frequency: '1', submitted: '2026-06-01', billed: '180.00' }])
  })

  it('to a second payer is found by the member of the first one, where it bears no number', async () => {
    const context = await newContext(use.database)
    const nameless = (segments: string[]) => segments.map((segment) => segment.replace('CLM*PCN-1', 'CLM*0'))
    await importing(context, file837({ claims: [nameless(claim837)] }), file837({ ...forwarded, claims: forwarded.claims.map(nameless) }))
    expect(await claims(context)).toEqual([{ ...claim, pcn: null }])
    expect(await submissions(context)).toHaveLength(1)
  })

  it('is known when it comes again inside another file', async () => {
    const context = await newContext(use.database)
    const wrapped = (options: object) => file837({ ...options, control: '0002' })
    const replacement = corrected('7', '20260520')
    await importing(context, file837(), file837(replacement), file837(forwarded))
    const before = [await claims(context), await submissions(context), await payers(context)]
    expect(await importing(context, wrapped({}), wrapped(replacement), wrapped(forwarded))).toMatchObject([
      { merged: { newClaims: 0, known: 1 } },
      { merged: { newClaims: 0, known: 1 } },
      { merged: { newClaims: 0, known: 1 } },
    ])
    expect([await claims(context), await submissions(context), await payers(context)]).toEqual(before)
    expect(await submissions(context)).toHaveLength(2)
  })

  it('of another visit under the same control number is a claim of its own, and so is what replaces it', async () => {
    const context = await newContext(use.database)
    const visit = claim837.map((segment) => segment.replace('*180*', '*200*').replace('202604', '202605').replace('SV1*HC:93000*60*', 'SV1*HC:93000*80*'))
    await importing(context, file837(), file837({ header: on('20260503'), claims: [visit] }))
    expect(await claims(context)).toMatchObject([claim, { pcn: 'PCN-1', billed: '200.00', submitted: '2026-05-03' }])
    expect(await submissions(context)).toEqual([])
  })

  it('of other services, or of somebody else, is a claim of its own, though number, member, day and charge are the same', async () => {
    const context = await newContext(use.database)
    const beside = [changed(['HC:93000', 'HC:97110']), changed(['1999999976', '1999999901'])]
    await importing(context, file837({ claims: [claim837, ...beside] }))
    expect(await claims(context)).toEqual([claim, claim, claim])
    await importing(context, file837({ claims: [...beside, claim837], control: '0002' }), file837({ header: on('20260601') }))
    expect(await claims(context)).toHaveLength(3)
    expect(await submissions(context)).toEqual([{ frequency: '1', submitted: '2026-06-01', billed: '180.00' }])
  })

  it('without a number and without a member is a claim of its own', async () => {
    const context = await newContext(use.database)
    const levels = [...billing837, ...subscriber837.map((segment) => segment.replace('****MI*M-1001', ''))]
    const nameless = [changed(['CLM*PCN-1', 'CLM*0']), changed(['CLM*PCN-1', 'CLM*0'], ['HC:93000', 'HC:97110'])]
    await importing(context, file837({ levels, claims: nameless }))
    expect((await claims(context)).map(({ pcn }) => pcn)).toEqual([null, null])
  })

  it.each([0, 400])('that joins is there for what follows it, %i claims later in its file', async (between) => {
    const context = await newContext(use.database)
    const replacement = corrected('7', '20260403', { charge: 190 }).claims[0]!
    const taken = corrected('8', '20260403').claims[0]!
    await importing(context, file835(), file837({ claims: [claim837, ...others(between), replacement, taken] }))
    const own = (await claims(context)).filter(({ pcn }) => pcn === 'PCN-1')
    expect(own).toEqual([{ ...claim, ...decided, voided: '2026-04-03' }])
    expect(await submissions(context)).toEqual([
      { frequency: '7', submitted: '2026-04-03', billed: '190.00' },
      { frequency: '8', submitted: '2026-04-03', billed: '180.00' },
    ])
  })

  it('that voids a claim takes back one that only its remittance told, in either order', async () => {
    const voiding = file837(corrected('8', '20260601'))
    for (const order of [
      [file835(), voiding],
      [voiding, file835()],
    ]) {
      const context = await newContext(use.database)
      await importing(context, ...order)
      expect(await claims(context)).toEqual([{ ...claim, ...decided, frequency: '8', submitted: '2026-06-01', voided: '2026-06-01' }])
    }
  })

  it('that voids a claim and tells no day at all counts for the day of its import', async () => {
    const undated = corrected('8', '20260601')
    const without = {
      header: header837().map((segment) => segment.replace('20260403', '')),
      claims: undated.claims.map((segments) => segments.filter((segment) => !segment.startsWith('DTP'))),
    }
    const days = [new Date().toISOString().slice(0, 10)]
    for (const order of [[file837(without)], [file835({ claims: [claim835.filter((segment) => !segment.startsWith('DTM'))] }), file837(without)]]) {
      const context = await newContext(use.database)
      await importing(context, ...order)
      // Midnight may pass meanwhile.
      days.push(new Date().toISOString().slice(0, 10))
      const found = await claims(context)
      expect(found).toHaveLength(1)
      expect(days).toContain(found[0]!.voided)
    }
  })

  it('joins the claim of a remittance that left its number out, in either order', async () => {
    const nameless = file835({ claims: [claim835.map((segment) => segment.replace('CLP*PCN-1', 'CLP*0'))] })
    const voided = file837({ claims: [claim837, ...others(400), corrected('8', '20260403').claims[0]!] })
    for (const [order, voidedOn] of [
      [[file837(), nameless], null],
      [[nameless, file837()], null],
      [[nameless, voided], '2026-04-03'],
    ] as const) {
      const context = await newContext(use.database)
      await importing(context, ...order)
      const own = (await claims(context)).filter(({ pcn }) => !`${pcn}`.startsWith('OTHER'))
      expect(own).toEqual([{ ...claim, ...decided, voided: voidedOn }])
    }
  })

  it('may name more payers than there are ranks, or one rank twice', async () => {
    const context = await newContext(use.database)
    const others = ['P', 'S', 'T', 'A'].flatMap((rank) => [`SBR*${rank}*18`, `NM1*PR*2*Payer ${rank}*****PI*P-${rank}`])
    await importing(context, file837({ levels: [...billing837, ...subscriber837], claims: [[...claim837.slice(0, 5), ...others, ...claim837.slice(5)]] }))
    expect(await payers(context)).toMatchObject([
      { rank: 'primary', payer: 'HM001' },
      { rank: 'secondary', payer: 'P-S' },
      { rank: 'tertiary', payer: 'P-T' },
    ])
  })
})
