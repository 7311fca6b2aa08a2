import { sql } from 'drizzle-orm'
import type { TenantDatabase } from '../../db/tenant.ts'
import { defineOperation } from '../../operation.ts'
import { exportRejectsInput, exportRejectsOutput } from './schemas.ts'
import { readRejectionsAfter } from './sql.ts'
import { headerOf, rejectionTable } from './table.ts'

/** Pieces of a few kilobytes each: one part of the table stays a small document. */
const PART = 500
const START = { importId: 0, position: 0 }

/** Holds the rejected pieces, which are a patient's, as `imports.rejects.get` does. */
export const exportRejects = defineOperation({
  name: 'imports.rejects.export',
  kind: 'read',
  identifies: () => true,
  summary: 'Gives rejections as a table (CSV) with the reason beside each rejected row or piece.',
  input: exportRejectsInput,
  output: exportRejectsOutput,
  async run({ db, organization }, { after, ...filter }) {
    const from = after === undefined ? START : placeOf(after)
    const header = filter.importId === undefined ? null : await headerOfTable(db, filter.importId)
    const rejections = await db.transaction((tx) => readRejectionsAfter(tx, organization.id, filter, from, PART))
    const last = rejections.at(-1)
    return {
      csv: rejectionTable(rejections, header, { isFirst: after === undefined }),
      rows: rejections.length,
      next: last && rejections.length === PART ? `${last.importId}-${last.position}` : null,
    }
  },
})

function placeOf(after: string): typeof START {
  const [importId, position] = after.split('-').map(Number)
  return { importId: importId!, position: position! }
}

/** The columns of the table that an import read; null when it read something else. All pieces of one file have its one header. */
async function headerOfTable(db: TenantDatabase, importId: number): Promise<string[] | null> {
  const piece = await db.row<{ content: string }>(sql`
    select r.content from import_rejections r join imports i on i.organization_id = r.organization_id and i.id = r.import_id
    where r.organization_id = ${db.organizationId} and r.import_id = ${importId} and i.format like '%csv' and r.content is not null
    order by r.position limit 1`)
  return piece && headerOf(piece.content)
}
