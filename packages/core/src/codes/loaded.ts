import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { defineOperation } from '../operation.ts'
import { codeSystems, type CodeSystem } from './systems.ts'

interface Row {
  system: CodeSystem
  source: string
  codes: number
  firstAt: Date
  lastAt: Date
}

export const loadedCodes = defineOperation({
  name: 'codes.lists',
  kind: 'read',
  summary: 'Lists which licensed code lists were loaded, from whom, and how many codes of each there are.',
  input: z.strictObject({}),
  output: z.object({
    lists: z.array(
      z.object({
        system: z.enum(codeSystems),
        /** Who licensed it, as was said when it was loaded. */
        source: z.string(),
        codes: z.number().int(),
        /** When the first and the latest of these texts came in as they are now. */
        firstAt: z.string(),
        lastAt: z.string(),
      }),
    ),
  }),
  async run({ db, organization }) {
    const rows = await db.rows<Row>(sql`
      select code_system as system, source, count(*)::int as codes, min(loaded_at) as "firstAt", max(loaded_at) as "lastAt"
      from code_labels where organization_id = ${organization.id} group by code_system, source order by code_system, source`)
    return { lists: rows.map(({ firstAt, lastAt, ...row }) => ({ ...row, firstAt: firstAt.toISOString(), lastAt: lastAt.toISOString() })) }
  },
})
