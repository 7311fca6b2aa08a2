import { sql } from 'drizzle-orm'
import type { TenantTransaction } from '../../db/tenant.ts'
import type { MergeCounts } from './counts.ts'
import { staged, type Slice } from './slice.ts'

/**
 * The mapping report: occurrences add up over files, each file counted once (import_id is the last one counted). What somebody said that a
 * word means stays; a word that nothing was known of takes the meaning that a later reading finds.
 */
export async function mergeWords(tx: TenantTransaction, slice: Slice): Promise<MergeCounts> {
  const counts = await tx.row<MergeCounts>(sql`
    with staged as (
      select s.body->>'field' as field, s.body->>'word' as word, min(s.body->>'readAs') as read_as, sum((s.body->>'occurrences')::int)::int as occurrences
      from staging_records s where ${staged(slice, 'word')} group by 1, 2
    ), known as (
      select count(*) as rows, count(*) filter (where w.import_id is distinct from ${slice.importId}) as other_file
      from staged s join import_word_mappings w on w.organization_id = ${slice.organizationId} and w.field = s.field and w.word = s.word
    ), written as (
      insert into import_word_mappings as w (organization_id, field, word, read_as, occurrences, import_id)
      select ${slice.organizationId}, field, word, read_as, occurrences, ${slice.importId}::bigint from staged
      on conflict (organization_id, field, word) do update set
        read_as = coalesce(w.read_as, excluded.read_as), occurrences = w.occurrences + excluded.occurrences, import_id = excluded.import_id
      where w.import_id is distinct from excluded.import_id
    )
    select (staged.rows - known.rows)::int as inserted, known.other_file::int as updated, (known.rows - known.other_file)::int as unchanged
    from known, (select count(*) as rows from staged) as staged`)
  return counts ?? { inserted: 0, updated: 0, unchanged: 0 }
}
