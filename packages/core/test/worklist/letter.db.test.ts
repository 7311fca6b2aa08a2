import { sql } from 'drizzle-orm'
import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { recomputeAll } from '../../src/computation/recompute.ts'
import type { Context } from '../../src/context.ts'
import { perform } from '../../src/operation.ts'
import { workLetter } from '../../src/worklist/letters/letter.ts'
import { listTemplates, removeTemplate, saveTemplate } from '../../src/worklist/letters/templates.ts'
import { insertClaims } from '../factories/claims.ts'
import { insertPolicies } from '../policies/policies.ts'
import { newContext, useDatabase } from '../support/database.ts'

const line = { billed: 100, procedure: '99213', modifiers: ['25'], placeOfService: '11', diagnoses: ['J069'] }

async function practice(context: Context): Promise<void> {
  await insertPolicies(context, [{ id: 'POL-1', codes: ['99213'] }])
  await insertClaims(context, [
    {
      id: 'DENIED',
      served: '2026-03-01',
      decided: '2026-03-10',
      lines: [
        { ...line, carc: '197', rarc: 'N130' },
        { ...line, procedure: '93000', billed: 50, paid: 50 },
      ],
    },
    // Paid alike within a week; by another payer; a month before.
    { id: 'TWIN', served: '2026-03-03', decided: '2026-03-10', lines: [{ ...line, paid: 80 }] },
    { id: 'OTHER', served: '2026-03-01', decided: '2026-03-10', payer: 'P2', lines: [{ ...line, paid: 90 }] },
    { id: 'EARLY', served: '2026-02-01', decided: '2026-03-10', lines: [{ ...line, paid: 70 }] },
  ])
  await context.db.run(
    sql`update claims set patient_name = 'Nguyễn, Łucja', patient_dob = '1980-05-05', member_id = 'M-77', patient_control_number = 'ACC-1' where id = 'DENIED'`,
  )
  await context.db.run(sql`update payers set name = 'Harbor Mutual', appeals_address = ${'PO Box 1\nSpringfield'} where id = 'P1'`)
  await recomputeAll(context)
}

/** The words of a PDF of ours, whose text stands in hexadecimal within compressed streams. */
function wordsOf(pdf: Buffer): string {
  const streams = [...pdf.toString('latin1').matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, content]) => {
    try {
      return inflateSync(Buffer.from(content!, 'latin1')).toString('latin1')
    } catch {
      return ''
    }
  })
  const shown = streams.flatMap((stream) =>
    [...stream.matchAll(/\[(.*?)\] TJ/g)].map(([, array]) =>
      [...array!.matchAll(/<([\da-f]*)>/g)].map(([, hex]) => Buffer.from(hex!, 'hex').toString('latin1')).join(''),
    ),
  )
  return shown.join('\n')
}

describe('a letter', () => {
  const use = useDatabase()

  it('says what is known of the claim, and which places are open', async () => {
    const context = await newContext(use.database)
    await practice(context)
    const { text, template, missing, file } = await perform(workLetter, context, { claimId: 'DENIED' })
    expect(template).toBe('built-in:authorization')
    expect(file).toBeNull()
    expect(missing.map(({ name }) => name)).toEqual(['letterhead', 'payer.claimNumber'])
    for (const part of [
      'Harbor Mutual\nPO Box 1\nSpringfield',
      'Patient: Nguyễn, Łucja, born May 5, 1980',
      'Member number: M-77',
      'Our claim number: ACC-1',
      'Decision of: March 10, 2026',
      'You denied $100.00 of this claim: Authorization absent.',
      '- Line 1: 99213-25, March 1, 2026, diagnosis J069, charged $100.00',
      '- Your decision of March 10, 2026, line 1 (99213-25): CO-197',
      'remark N130',
      '- Within a week of line 1 you paid $80.00 of $100.00 for 99213-25 at place of service 11.',
      'Test Practice',
    ])
      expect(text).toContain(part)
    expect(text).toMatch(/- The policy ".*" .*speaks of 99213\./)
    expect(text).not.toMatch(/TWIN|OTHER|EARLY|\$90|\$70|93000/)
  })

  it('is a PDF or a DOCX with the same words, under a name that names nobody', async () => {
    const context = await newContext(use.database)
    await practice(context)
    const pdf = await perform(workLetter, context, { claimId: 'DENIED', template: 'built-in:medical-necessity', format: 'pdf' })
    expect(pdf.file).toMatchObject({ name: 'letter.pdf', type: 'application/pdf' })
    const words = wordsOf(Buffer.from(pdf.file!.content, 'base64'))
    for (const part of ['ACC-1', 'Nguyen, Lucja', 'Harbor Mutual', '99213-25']) expect(words).toContain(part)
    expect(pdf.replaced.sort()).toEqual(['Ł', 'ễ'].sort())
    const docx = await perform(workLetter, context, { claimId: 'DENIED', text: 'Edited for Łucja\n\n& <b>', format: 'docx' })
    expect(docx).toMatchObject({ template: null, missing: [], replaced: [], file: { name: 'letter.docx' } })
    expect(Buffer.from(docx.file!.content, 'base64').subarray(0, 2).toString()).toBe('PK')
  })

  it('of a claim with many denied lines can be edited and made a file', async () => {
    const context = await newContext(use.database)
    const lines = Array.from({ length: 150 }, () => ({ ...line, carc: '197', rarc: 'N130' }))
    await insertClaims(context, [{ id: 'LONG', served: '2026-03-01', decided: '2026-03-10', lines }])
    const { text } = await perform(workLetter, context, { claimId: 'LONG' })
    expect(text).toContain('- Line 150: ')
    const { file } = await perform(workLetter, context, { claimId: 'LONG', text: `${text}\nSigned.`, format: 'pdf' })
    expect(wordsOf(Buffer.from(file!.content, 'base64'))).toContain('Signed.')
  })

  it('is for those who may see the patient, and on record', async () => {
    const context = await newContext(use.database)
    await practice(context)
    await expect(perform(workLetter, { ...context, actor: { id: 'v', role: 'viewer' } }, { claimId: 'DENIED' })).rejects.toMatchObject({ code: 'forbidden' })
    await perform(workLetter, context, { claimId: 'DENIED', text: 'About Nguyễn, Łucja', format: 'pdf' })
    const record = await context.db.row<{ claims: string[]; about: unknown }>(
      sql`select claim_ids as claims, about from audit_events where operation = 'worklist.letter' order by number desc limit 1`,
    )
    expect(record!.claims).toEqual(['DENIED'])
    expect(JSON.stringify(record)).not.toContain('Łucja')
    await expect(perform(workLetter, context, { claimId: 'gone' })).rejects.toMatchObject({ code: 'not_found' })
    await expect(perform(workLetter, context, { claimId: 'DENIED', template: 'gone' })).rejects.toMatchObject({ code: 'not_found' })
    await expect(perform(workLetter, context, { claimId: 'DENIED', template: 'built-in:coding', text: 'x' })).rejects.toMatchObject({ code: 'invalid_input' })
  })
})

describe('templates', () => {
  const use = useDatabase()

  it('are written, changed and removed, without places that there are not', async () => {
    const context = await newContext(use.database)
    await insertClaims(context, [{ id: 'A', served: '2026-03-01', decided: '2026-03-10', carc: '197' }])
    const body = 'To {{payer}} about {{claim.number}}'
    const { template } = await perform(saveTemplate, context, { name: 'Our own', body })
    expect(template).toMatchObject({ name: 'Our own', body, builtIn: false, updatedBy: 'test' })
    expect((await perform(listTemplates, context, {})).templates.map(({ name, builtIn }) => [name, builtIn]).slice(0, 2)).toEqual([
      ['Our own', false],
      ['Appeal: not medically necessary', true],
    ])
    expect(await perform(workLetter, context, { claimId: 'A', template: template.id })).toMatchObject({ text: 'To Payer P1 about A' })
    await perform(saveTemplate, context, { id: template.id, name: 'Changed', body })
    expect((await perform(listTemplates, context, {})).templates[0]).toMatchObject({ id: template.id, name: 'Changed' })
    await expect(perform(saveTemplate, context, { name: 'x', body: '{{patient.nme}}' })).rejects.toMatchObject({
      code: 'invalid_input',
      fields: [{ field: 'body' }],
    })
    await expect(perform(saveTemplate, context, { id: 'built-in:coding', name: 'x', body })).rejects.toMatchObject({ code: 'conflict' })
    await expect(perform(saveTemplate, context, { id: 'gone', name: 'x', body })).rejects.toMatchObject({ code: 'not_found' })
    await perform(removeTemplate, context, { id: template.id })
    await expect(perform(removeTemplate, context, { id: template.id })).rejects.toMatchObject({ code: 'not_found' })
    await expect(perform(removeTemplate, context, { id: 'built-in:coding' })).rejects.toMatchObject({ code: 'conflict' })
  })
})
