import { z } from 'zod'
import { OverturnError } from '../errors.ts'
import { unpackSource } from '../imports/merge/source-texts.ts'
import { defineOperation } from '../operation.ts'
import { text } from '../schemas.ts'
import { readSources } from './source.sql.ts'

const source = z.object({
  /** The decision that was read from it; null: the claim as it was submitted. */
  decisionId: z.string().nullable(),
  importId: z.number().int(),
  fileName: z.string(),
  format: z.string(),
  /** Where in the file it begins: the number of its first segment or its line, from 1, or its place in a list. */
  segment: z.number().int().nullable(),
  line: z.number().int().nullable(),
  record: z.string().nullable(),
  /** Segments one a line without their terminators, a JSON object, or rows of a table under their header. */
  text: z.string(),
})
export type ClaimSourceText = z.output<typeof source>

export const claimSource = defineOperation({
  name: 'claims.source',
  kind: 'read',
  // What a file says of a claim names its patient.
  identifies: () => true,
  concerns: ({ id }) => [id],
  summary: 'Shows the text that one claim and its decisions were read from, as it stands in the imported files.',
  input: z.strictObject({ id: text(100) }),
  output: z.object({
    claimId: z.string(),
    sources: z.array(source),
    /** Whether the claim has more of them than are shown. */
    hasMore: z.boolean(),
    asOf: z.string(),
  }),
  async run({ db, organization, now }, { id }) {
    const found = await db.transaction((tx) => readSources(tx, organization.id, id))
    if (!found)
      throw new OverturnError('not_found', `There is no claim "${id}" in ${organization.name}. The list of claims names those there are.`, {
        command: 'overturn claims',
      })
    const sources = await Promise.all(
      found.sources.map(async ({ content, position, ...told }) => {
        const kept = await unpackSource(content, position)
        return kept && { ...told, segment: kept.segment ?? null, line: kept.line ?? null, record: kept.record ?? null, text: kept.text }
      }),
    )
    return { claimId: id, sources: sources.filter((one) => one !== null), hasMore: found.hasMore, asOf: now.toISOString() }
  },
})
