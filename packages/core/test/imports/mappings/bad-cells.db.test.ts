import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, describe, expect, it } from 'vitest'
import type { Context } from '../../../src/context.ts'
import { confirmGuesses } from '../../../src/imports/mappings/confirm-guesses.ts'
import { savedMappings } from '../../../src/imports/mappings/saved.ts'
import { importPaths } from '../../../src/imports/run.ts'
import { newContext, useDatabase } from '../../support/database.ts'

const use = useDatabase()
const folder = mkdtempSync(join(tmpdir(), 'overturn-bad-cells-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const HEADER = 'Claim,DOS,Charge,Paid,Status,Patient Name'

/** As `overturn import --confirm-mapping` does it. */
async function imported(context: Context, name: string, rows: string[]) {
  const path = join(folder, name)
  writeFileSync(path, `${[HEADER, ...rows].join('\n')}\n`)
  const confirmed = await confirmGuesses(context, [path])
  const [result] = await importPaths(context, [path], { partial: false, columns: await savedMappings(context) })
  const claims = await context.db.rows<{ id: string; day: string; billed: number; paid: number | null }>(sql`
    select id, date_of_service::text as day, billed_amount as billed, paid_amount as paid from claims where organization_id = ${context.organization.id} order by id`)
  return { confirmed, result: result!, claims }
}

describe('a short table with a cell that cannot be read', () => {
  it.each([
    ['a day', 'C,Smarch 13,300.00,250.10,Paid,Roe Ben', 'csv.bad-date', 'serviceDate', 'serviceDate in row 4 is not a date of the calendar'],
    ['a day that is none', 'C,2026-02-30,300.00,250.10,Paid,Roe Ben', 'csv.bad-date', 'serviceDate', 'serviceDate in row 4 is not a date of the calendar'],
    ['a payment', 'C,2026-01-07,300.00,Roe Ben,Paid,Roe Ben', 'csv.bad-amount', 'paid', /^paid in row 4 is not an amount exact to the cent/],
  ])('%s: its row is rejected, the others are taken in to the cent', async (_, bad, code, field, message) => {
    const context = await newContext(use.database)
    const good = ['A,2026-01-05,100.00,80.15,Paid,Doe Ada', 'B,2026-01-06,200.00,0.00,Denied,Doe Ada']
    const { confirmed, result, claims } = await imported(context, 'short.csv', [...good, bad])

    expect(confirmed).toMatchObject([{ mapping: { fields: { serviceDate: ['DOS'], paid: ['Paid'] } }, misnamed: [] }])
    expect(result.rejected).toMatchObject([{ code, where: { line: 4, field }, remedy: expect.stringMatching(/^Correct the row and import it by itself/) }])
    expect(result.rejected[0]!.message).toMatch(message)
    expect(JSON.stringify(result.rejected.map((rejection) => rejection.message))).not.toMatch(/Roe|Smarch/)
    expect(claims.map(({ id, day, billed, paid }) => [id, day, Number(billed).toFixed(2), Number(paid).toFixed(2)])).toEqual([
      ['A', '2026-01-05', '100.00', '80.15'],
      ['B', '2026-01-06', '200.00', '0.00'],
    ])
  })

  it('is left for a person where no payment can be read at all', async () => {
    const context = await newContext(use.database)
    const { confirmed, result, claims } = await imported(context, 'none.csv', ['A,2026-01-05,100.00,yes,Paid,Doe Ada', 'B,2026-01-06,200.00,no,Denied,Doe Ada'])
    expect([confirmed, claims, result.outcome]).toEqual([[], [], 'refused'])
    expect(result.message).toMatch(/1 column that is not recognized.*confirm with "overturn mapping <file> --confirm"\.$/)
  })
})
