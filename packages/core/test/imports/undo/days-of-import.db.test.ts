import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { importPaths } from '../../../src/imports/run.ts'
import { daysOfImport } from '../../../src/imports/undo/days-of-import.ts'
import { newContext, useDatabase } from '../../support/database.ts'
import { file835, file837, useFolder } from './files.ts'

describe('the days of an import', () => {
  const use = useDatabase()
  const write = useFolder()
  const numbers = ['A', 'B', 'C', 'D', 'E', 'F', 'G']

  it('are found in slices, those of lines and decisions it added to claims of others among them', async () => {
    const context = await newContext(use.database)
    const { db } = context
    const own = file837(
      '20260403',
      numbers.map((pcn) => ({ pcn, frequency: '1', diagnosis: 'J069' })),
    )
    const decisions = file835(
      'T1',
      '20260415',
      [...numbers, 'Z'].map((pcn) => ({ pcn, status: '1', paid: 0, extraLine: pcn === 'B' })),
    )
    const results = await importPaths(context, [write('own.837', own), write('decisions.835', decisions)], { partial: false })
    const [claims, decided] = results.map(({ importId }) => importId as number) as [number, number]
    await db.run(sql`
      insert into claim_appeals (organization_id, claim_id, level, appeal_date)
      select organization_id, id, 1, date '2026-05-01' + (patient_control_number = 'G')::int from claims where import_id = ${claims}`)
    await db.run(sql`update claims set date_of_service = date '2026-03-01' where import_id = ${claims} and patient_control_number = 'G'`)
    const direct = async (id: number) =>
      (
        await db.rows<{ day: string }>(sql`
          select distinct basis || ' ' || day as day from (
            select 'submission' as basis, submission_date as day from claims where import_id = ${id}
            union all select 'service', date_of_service from claims where import_id = ${id}
            union all select 'service', date_of_service from claim_line_items where import_id = ${id}
            union all select 'service', appeal_date from claim_appeals p join claims c on c.id = p.claim_id where c.import_id = ${id}
            union all select 'payment', decided_on from adjudications where id >> 32 = ${id}) d where day is not null`)
      )
        .map(({ day }) => day)
        .toSorted()
    for (const id of [claims, decided]) {
      const expected = await direct(id)
      expect(expected.length).toBeGreaterThan(2)
      for (const rows of [1, 2, 3, 1000]) {
        const found = await daysOfImport(db, id, rows)
        expect(found.map(({ basis, day }) => `${basis} ${day}`).toSorted()).toEqual(expected)
      }
    }
    expect(await daysOfImport(db, decided + 1)).toEqual([])
  })
})
