import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import { guardedCell } from '../formula-guard.ts'
import { cellOf } from '../imports/formats/policies-csv/cells.ts'
import { policyFieldNames, policyFields, type FieldShape } from '../imports/formats/policies-csv/fields.ts'
import { defineOperation } from '../operation.ts'
import { extraFields, policyDocuments, type PolicyDocument } from './documents.sql.ts'

export const exportFormats = ['json', 'csv'] as const

/** Policies are a few hundred: the document is one text. */
export const exportPolicies = defineOperation({
  name: 'policies.export',
  kind: 'read',
  summary: "Gives all policies as an import takes them: the portal's JSON, or a table (CSV).",
  input: z.strictObject({ format: z.enum(exportFormats).default('json') }),
  output: z.object({ format: z.enum(exportFormats), policies: z.number().int(), content: z.string() }),
  async run({ db }, { format }) {
    const policies: PolicyDocument[] = []
    for await (const slice of policyDocuments(db)) policies.push(...slice)
    const content = format === 'csv' ? tableOf(policies) : `${JSON.stringify(policies, null, 2)}\n`
    return { format, policies: policies.length, content }
  },
})

/** Every field has its column, also where no policy fills it; what the portal's export does not know follows under its own name. */
function tableOf(policies: readonly PolicyDocument[]): string {
  const extra = [...new Set(policies.flatMap(extraFields))].filter((field) => field.trim() !== '').sort()
  const columns: [string, FieldShape][] = [
    ...policyFieldNames.map((field) => [field, policyFields[field]] as [string, FieldShape]),
    ...extra.map((field) => [field, 'text'] as [string, FieldShape]),
  ]
  return stringify([columns.map(([name]) => name), ...policies.map((policy) => columns.map(([name, shape]) => cellOf(shape, policy[name])))], {
    cast: { string: guardedCell },
  })
}
