import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { newContext, useDatabase } from '../support/database.ts'
import { insertClaims } from './claims.ts'

describe('the claims factory', () => {
  const use = useDatabase()

  it('derives what the rules say', async () => {
    const context = await newContext(use.database)
    await insertClaims(context, [
      { id: 'waits', submitted: '2026-01-01' },
      { id: 'paid', decided: '2026-01-20', billed: 100, paid: 80 },
      { id: 'denied', decided: '2026-01-20', billed: 100, carc: '50', rarc: 'N115' },
      { id: 'half', decided: '2026-01-20', outcome: 'partially_denied', carc: '97' },
      { id: 'half-bare', decided: '2026-01-20', outcome: 'partially_denied', lines: [] },
      { id: 'won', decided: '2026-01-20', reason: 'Authorization absent', overturnedOn: '2026-02-20', recovered: 75 },
      { id: 'won-half', decided: '2026-01-20', lines: [{ billed: 60 }, { billed: 40, carc: '11' }], overturnedOn: '2026-02-20', recovered: 30 },
      { id: 'told', decided: '2026-01-20', reason: 'Mystery text' },
      { id: 'twice', decided: '2026-01-20', duplicate: true, appeals: [{ filed: '2026-02-01' }] },
    ])
    const rows = await context.db.rows(sql`
      select id, status, initial_outcome as initial, final_outcome as final, denial_carc as carc, denial_reason as reason, denied_amount as denied,
        open_denied_amount as open, paid_amount as paid, line_count as lines, denied_line_count as "deniedLines", is_duplicate as duplicate
      from claims order by id`)
    const none = { carc: null, reason: null, denied: '0.00', open: '0.00', deniedLines: 0, duplicate: false }
    const one = {
      denied: '100.00',
      open: '100.00',
      paid: '0.00',
      lines: 1,
      deniedLines: 1,
      duplicate: false,
      status: 'denied',
      initial: 'denied',
      final: 'denied',
    }
    const half = {
      denied: '50.00',
      open: '50.00',
      paid: '50.00',
      duplicate: false,
      status: 'partially_denied',
      initial: 'partially_denied',
      final: 'partially_denied',
    }
    expect(rows).toEqual([
      { ...one, id: 'denied', carc: '50', reason: 'Not medically necessary' },
      { ...half, id: 'half', lines: 2, deniedLines: 1, carc: '97', reason: 'Bundled into another service' },
      { ...half, id: 'half-bare', lines: 0, deniedLines: 0, carc: '197', reason: 'Authorization absent' },
      { ...none, id: 'paid', status: 'paid', initial: 'paid', final: 'paid', paid: '80.00', lines: 1 },
      { ...one, id: 'told', carc: null, reason: 'Mystery text' },
      { ...one, id: 'twice', deniedLines: 0, carc: '18', reason: 'Duplicate of an earlier claim', duplicate: true, status: 'appealed' },
      { ...none, id: 'waits', status: 'pending', initial: null, final: null, paid: '0.00', lines: 1 },
      { ...one, id: 'won', carc: '197', reason: 'Authorization absent', status: 'overturned', final: 'paid', open: '0.00', paid: '75.00' },
      {
        ...half,
        id: 'won-half',
        carc: '11',
        reason: 'Diagnosis does not support the procedure',
        denied: '40.00',
        open: '0.00',
        paid: '90.00',
        lines: 2,
        deniedLines: 1,
        status: 'overturned',
        final: 'paid',
      },
    ])
    const sums = await context.db.row(sql`
      select (select count(*)::int from adjudications) as decisions, (select count(*)::int from adjudication_lines) as lines, (select count(*)::int from adjustments) as adjustments,
        (select count(*)::int from claim_line_items where initially_denied) as denied, (select count(*)::int from claims where patient_name is not null) as named`)
    expect(sums).toEqual({ decisions: 11, lines: 14, adjustments: 10, denied: 6, named: 0 })
  })
})
