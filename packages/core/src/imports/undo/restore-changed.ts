import { sql } from 'drizzle-orm'
import { deriveClaims } from '../../adjudication/write.ts'
import type { TenantDatabase, TenantTransaction } from '../../db/tenant.ts'
import { markDaysOf } from '../../measures/marks.ts'
import { assertUndoing, type OpenImport } from '../lifecycle.ts'
import { receivedColumns, receivedLineColumns } from '../merge/changes.ts'

const CLAIMS = 300

/**
 * Claims of other imports that this one changed get back what was kept of them (import_changes), and what they derive from it. `shown` is what
 * everybody sees: the import's own decisions and lines are in it no more. Done again, it does the same. Returns how many claims there were.
 */
export async function restoreChanged(shown: TenantDatabase, open: OpenImport): Promise<number> {
  let restored = 0
  for (let after: string | null = ''; after !== null;) {
    const ids = await changedAfter(shown, open.id, after)
    // Lines that its decisions added stand where lines of before are to stand again.
    await open.db.run(sql`
      delete from claim_line_items where organization_id = ${shown.organizationId} and import_id = ${open.id} and claim_id = any(${sql.param(ids)}::text[])`)
    await shown.transaction(async (tx) => {
      await assertUndoing(tx, open)
      await markDaysOf(tx, shown.organizationId, ids, `undo:${open.id}`)
      await restore(tx, shown.organizationId, open.id, ids)
      await deriveClaims(tx, shown.organizationId, ids)
      await markDaysOf(tx, shown.organizationId, ids, `undo:${open.id}`)
    })
    restored += ids.length
    after = ids.length < CLAIMS ? null : (ids.at(-1) as string)
  }
  return restored
}

async function changedAfter({ organizationId, rows: read }: TenantDatabase, importId: number, after: string): Promise<string[]> {
  const rows = await read<{ id: string }>(sql`
    select claim_id as id from import_changes where organization_id = ${organizationId} and import_id = ${importId} and claim_id > ${after} order by claim_id limit ${CLAIMS}`)
  return rows.map(({ id }) => id)
}

/** Columns that an import writes to a claim that was there; the derived ones follow. */
const CLAIM_COLUMNS = [...new Set([...receivedColumns, 'payer_control_number', 'is_submitted', 'voided_on'])]
const LINE_COLUMNS = ['import_id', ...receivedLineColumns]
const APPEAL_COLUMNS = ['appeal_date', 'deadline', 'outcome', 'decided_on', 'recovered_amount', 'closed_by', 'reported_status']

const list = (columns: readonly string[], prefix = '') => sql.raw(columns.map((column) => prefix + column).join(', '))

/** What a person said of an appeal after the import stays. Rows are read back onto the row that is there, where there is one: a column that a later version of Overturn added keeps its value. */
async function restore(tx: TenantTransaction, organizationId: number, importId: number, claimIds: readonly string[]): Promise<void> {
  const kept = sql`k.organization_id = ${organizationId} and k.import_id = ${importId} and k.claim_id = any(${sql.param(claimIds)}::text[])`
  const row = (table: string) => sql`x.organization_id = k.organization_id and ${sql.raw(table === 'claims' ? 'x.id' : 'x.claim_id')} = k.claim_id`
  await tx.run(sql`
    update claims c set (${list(CLAIM_COLUMNS)}) = row(${list(CLAIM_COLUMNS, 'was.')})
    from import_changes k join claims x on ${row('claims')} cross join lateral jsonb_populate_record(x, k.before -> 'claim') as was
    where ${kept} and c.organization_id = x.organization_id and c.id = x.id`)

  await tx.run(sql`
    delete from claim_line_items l using import_changes k
    where ${kept} and l.organization_id = k.organization_id and l.claim_id = k.claim_id
      and not exists (select from jsonb_array_elements(k.before -> 'lines') as was where (was ->> 'line_number')::int = l.line_number)`)
  await tx.run(sql`
    insert into claim_line_items (organization_id, claim_id, line_number, ${list(LINE_COLUMNS)})
    select was.organization_id, was.claim_id, was.line_number, ${list(LINE_COLUMNS, 'was.')}
    from import_changes k cross join lateral jsonb_populate_recordset(null::claim_line_items, k.before -> 'lines') as was
    where ${kept} and was.import_id <> ${importId}
    on conflict (organization_id, claim_id, line_number) do update set (${list(LINE_COLUMNS)}) = row(${list(LINE_COLUMNS, 'excluded.')})`)
  await tx.run(sql`
    update adjudication_lines l set claim_line_number = was.claim_line_number
    from import_changes k
    cross join lateral jsonb_to_recordset(k.before -> 'decided') as was(adjudication_id int8, line_number int, claim_line_number int)
    where ${kept} and l.organization_id = k.organization_id and l.adjudication_id = was.adjudication_id and l.line_number = was.line_number
      and l.claim_line_number is distinct from was.claim_line_number`)

  await tx.run(sql`
    delete from claim_appeals p using import_changes k
    where ${kept} and p.organization_id = k.organization_id and p.claim_id = k.claim_id and p.import_id = ${importId}
      and not exists (select from jsonb_array_elements(k.before -> 'appeals') as was where (was ->> 'level')::int = p.level)`)
  await tx.run(sql`
    update claim_appeals p set (${list(APPEAL_COLUMNS)}) = row(${list(APPEAL_COLUMNS, 'was.')})
    from import_changes k join claim_appeals x on ${row('claim_appeals')}
    cross join lateral jsonb_array_elements(k.before -> 'appeals') as appeal cross join lateral jsonb_populate_record(x, appeal) as was
    where ${kept} and (appeal ->> 'level')::int = x.level and p.organization_id = x.organization_id and p.claim_id = x.claim_id and p.level = x.level
      and (x.changed_at is null or x.changed_at < (select i.started_at from imports i where i.organization_id = k.organization_id and i.id = k.import_id))`)

  await tx.run(sql`delete from claim_payers p using import_changes k where ${kept} and p.organization_id = k.organization_id and p.claim_id = k.claim_id`)
  await tx.run(sql`
    insert into claim_payers select was.* from import_changes k cross join lateral jsonb_populate_recordset(null::claim_payers, k.before -> 'payers') as was where ${kept}`)
}
