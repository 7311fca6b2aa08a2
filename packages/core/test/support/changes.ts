import { sql } from 'drizzle-orm'
import type { Context } from '../../src/context.ts'

export const KNOWN_CHANGE = 12_345

/** A change of the denial rate of a payer and reason, as detection would have written it; its subject is its own, so that detection takes it away. */
export async function insertKnownChange(
  { db, organization }: Pick<Context, 'db' | 'organization'>,
  { payer = 'PAY-03', reason = 'Authorization absent' } = {},
): Promise<void> {
  await db.run(sql`
    insert into rate_changes (organization_id, id, subject, subject_key, payer_id, denial_reason, direction, onset, onset_low, onset_high, signalled_on, reference_start,
      reference_end, rate_before, rate_after, claims_since, denied_since, run_length, decision_limit, computed_until)
    values (${organization.id}, ${KNOWN_CHANGE}, 'payer_reason', 'known', ${payer}, ${reason}, 'up', '2025-12-01', '2025-11-20', '2025-12-09', '2026-01-05', '2025-01-01',
      '2025-12-01', 5, 10, 100, 10, 5000, 9.5, '2026-03-01')`)
}
