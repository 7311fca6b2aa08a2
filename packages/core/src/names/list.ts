import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { TenantTransaction } from '../db/tenant.ts'
import { defineOperation } from '../operation.ts'
import { toldApart, type Known, type Named } from './told-apart.ts'

const MOST_NAMES = 1_000

const named = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    /** Where several have the name: the NPI or the id of this one, in words. Null where the name says it all. */
    toldApartBy: z.string().nullable(),
  }),
)

export const listNames = defineOperation({
  name: 'names.list',
  kind: 'read',
  summary: `What the ids of payers and providers stand for, by name, at most ${MOST_NAMES.toLocaleString('en-US')} of each: to choose from, and to write instead of ids.`,
  input: z.strictObject({}),
  output: z.object({ payers: named, providers: named }),
  run: ({ db, organization }) =>
    db.transaction(async (tx) => ({ payers: await readNames(tx, 'payers', organization.id), providers: await readNames(tx, 'providers', organization.id) })),
})

const NPI = { payers: sql`null::text`, providers: sql`nullif(npi, '')` }

const readNames = async (tx: TenantTransaction, of: 'payers' | 'providers', organizationId: number): Promise<Named[]> =>
  toldApart(
    await tx.rows<Known>(sql`
      select id, name, ${NPI[of]} as npi from ${sql.identifier(of)} where organization_id = ${organizationId} order by lower(name), id limit ${MOST_NAMES}`),
  )
