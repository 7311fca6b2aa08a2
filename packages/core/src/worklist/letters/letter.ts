import { todayOf, type Context } from '../../context.ts'
import { getClaim } from '../../claims/get.ts'
import { OverturnError } from '../../errors.ts'
import { defineOperation } from '../../operation.ts'
import { templateFor } from './choice.ts'
import { readLetterFacts } from './facts.sql.ts'
import { fillPlaces, places, type Place } from './places.ts'
import { letterInput, letterOutput } from './schemas.ts'
import { noTemplate, readTemplates } from './templates.ts'
import { placeValues, reasonsOf } from './values.ts'

const TYPES = { pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' }

export const workLetter = defineOperation({
  name: 'worklist.letter',
  kind: 'read',
  identifies: () => true,
  concerns: ({ claimId }) => [claimId],
  summary: 'Writes the letter about a claim from a template, with the evidence filled in: as text, PDF or DOCX.',
  input: letterInput,
  output: letterOutput,
  async run(context, { claimId, template, text: given, format }) {
    if (given !== undefined && template !== undefined)
      throw new OverturnError('invalid_input', 'The input is not valid: text: goes without template, which it stands for.', {
        fields: [{ field: 'text', message: 'goes without template, which it stands for' }],
      })
    const { claim } = await getClaim.run(context, { id: claimId, identifiers: true })
    const letter = given === undefined ? await written(context, claim, template) : { template: null, text: given, missing: [] as Place[] }
    const { file, replaced } = format === 'text' ? { file: null, replaced: [] } : await fileOf(letter.text, format, context.now)
    return { claimId, ...letter, missing: letter.missing.map((name) => ({ name, meaning: places[name] })), replaced, file, asOf: context.now.toISOString() }
  },
})

/** From a template; where none is named, from the built-in one that fits. */
async function written(context: Context, claim: Awaited<ReturnType<typeof getClaim.run>>['claim'], wanted: string | undefined) {
  const { db, organization } = context
  const today = todayOf(context)
  const reasons = reasonsOf(claim)
  const id = wanted ?? templateFor(reasons)
  return db.transaction(async (tx) => {
    const template = (await readTemplates(tx, organization.id)).find((known) => known.id === id)
    if (!template) throw noTemplate(id)
    const facts = await readLetterFacts(tx, organization.id, { claimId: claim.id, payerId: claim.payerId, reasons }, today)
    return { template: id, ...fillPlaces(template.body, placeValues({ claim, facts, organization: organization.name, today })) }
  })
}

/** The libraries that write documents are read when somebody wants one. Neither title nor name says whom it is about. */
async function fileOf(text: string, format: keyof typeof TYPES, now: Date) {
  const title = 'Letter'
  if (format === 'docx') {
    const { letterDocx } = await import('./docx.ts')
    return { file: fileWith(await letterDocx(text, { title }), format), replaced: [] }
  }
  const { letterPdf, showable } = await import('./pdf.ts')
  return { file: fileWith(await letterPdf(text, { title, now }), format), replaced: showable(text).replaced }
}

const fileWith = (content: Buffer, format: keyof typeof TYPES) => ({ name: `letter.${format}`, type: TYPES[format], content: content.toString('base64') })
