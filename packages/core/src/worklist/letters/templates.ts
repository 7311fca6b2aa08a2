import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { TenantTransaction } from '../../db/tenant.ts'
import { OverturnError } from '../../errors.ts'
import { defineOperation } from '../../operation.ts'
import { builtInTemplates } from './built-in.ts'
import { placeNames, places, unknownPlaces } from './places.ts'
import { listTemplatesOutput, removeTemplateInput, removeTemplateOutput, saveTemplateInput, saveTemplateOutput, type template } from './schemas.ts'

type Shown = z.output<typeof template>
type Row = Omit<Shown, 'builtIn' | 'updatedAt'> & { updatedAt: Date }

const columns = sql`t.id, t.name, t.body, t.updated_at as "updatedAt", coalesce((select u.name from users u where u.id = t.updated_by), t.updated_by) as "updatedBy"`
const shown = ({ updatedAt, ...row }: Row): Shown => ({ ...row, builtIn: false, updatedAt: updatedAt.toISOString() })
const isBuiltIn = (id: string) => builtInTemplates.some((known) => known.id === id)

/** The organization's own by name, then those that come with Overturn. */
export async function readTemplates(tx: TenantTransaction, organizationId: number): Promise<Shown[]> {
  const own = await tx.rows<Row>(sql`select ${columns} from letter_templates t where t.organization_id = ${organizationId} order by lower(t.name), t.id`)
  return [...own.map(shown), ...builtInTemplates.map((known) => ({ ...known, builtIn: true, updatedAt: null, updatedBy: null }))]
}

export const noTemplate = (id: string) =>
  new OverturnError('not_found', `There is no letter template "${id}". The list of templates names those there are.`, {
    command: 'overturn worklist templates',
  })

export const listTemplates = defineOperation({
  name: 'worklist.templates.list',
  kind: 'read',
  summary: 'Lists the templates of letters, and the places that are filled in.',
  input: z.strictObject({}),
  output: listTemplatesOutput,
  run: async ({ db, organization, now }) => ({
    templates: await db.transaction((tx) => readTemplates(tx, organization.id)),
    places: placeNames.map((name) => ({ name, meaning: places[name] })),
    asOf: now.toISOString(),
  }),
})

export const saveTemplate = defineOperation({
  name: 'worklist.templates.save',
  kind: 'write',
  summary: 'Saves a template of letters, a new one or a changed one.',
  input: saveTemplateInput,
  output: saveTemplateOutput,
  async run({ db, organization, actor, now }, { id, name, body }) {
    const [unknown] = unknownPlaces(body)
    if (unknown !== undefined) {
      const message = `{{${unknown}}} is no place of a letter; there are: ${placeNames.join(', ')}`
      throw new OverturnError('invalid_input', `The input is not valid: body: ${message}.`, { fields: [{ field: 'body', message }] })
    }
    if (id !== undefined && isBuiltIn(id))
      throw new OverturnError('conflict', `"${id}" comes with Overturn. Save your own under another name; leave out the id.`)
    return db.transaction(async (tx) => {
      const row = await tx.row<Row>(
        id === undefined
          ? sql`insert into letter_templates as t (organization_id, id, name, body, updated_at, updated_by)
                values (${organization.id}, ${randomUUID()}, ${name}, ${body}, ${now}, ${actor.id}) returning ${columns}`
          : sql`update letter_templates t set name = ${name}, body = ${body}, updated_at = ${now}, updated_by = ${actor.id}
                where t.organization_id = ${organization.id} and t.id = ${id} returning ${columns}`,
      )
      if (!row) throw noTemplate(id!)
      return { template: shown(row), asOf: now.toISOString() }
    })
  },
})

export const removeTemplate = defineOperation({
  name: 'worklist.templates.remove',
  kind: 'write',
  summary: 'Removes a template of letters that somebody here wrote.',
  input: removeTemplateInput,
  output: removeTemplateOutput,
  async run({ db, organization }, { id }) {
    if (isBuiltIn(id)) throw new OverturnError('conflict', `"${id}" comes with Overturn and stays.`)
    if ((await db.run(sql`delete from letter_templates where organization_id = ${organization.id} and id = ${id}`)) === 0) throw noTemplate(id)
    return { id }
  },
})
