import { getTableColumns, sql } from 'drizzle-orm'
import { claims } from '../db/schema/claims.ts'

/** The columns of a claim that say who the patient is. The role of plain reads has no right to them, and so none to `c.*`. */
export const identifyingColumns = ['patient_name', 'patient_dob', 'member_id', 'subscriber_name']

/** Every other column of claims `c`, for a statement that takes whole claims. */
export const openColumns = sql.raw(
  Object.values(getTableColumns(claims))
    .filter(({ name }) => !identifyingColumns.includes(name))
    .map(({ name }) => `c.${name}`)
    .join(', '),
)
