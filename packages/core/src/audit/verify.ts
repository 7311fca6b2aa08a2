import { defineOperation } from '../operation.ts'
import { BEGINNING, breakAt, type AuditEvent } from './chain.ts'
import { verifyAuditInput, verifyAuditOutput, type AuditVerification } from './schemas.ts'
import { readAfter } from './sql.ts'

/** Events of one statement; as many are in memory. */
const SLICE = 2_000

/**
 * Walks the whole chain. What it cannot tell by itself: whether the end was cut off, or all of it written again by the owner of the table. Who keeps
 * the last number and hash of a check elsewhere, and gives them to the next one, finds both.
 */
export const verifyAudit = defineOperation({
  name: 'audit.verify',
  kind: 'read',
  summary: 'Checks that nobody has changed, removed or reordered what the audit trail says.',
  input: verifyAuditInput,
  output: verifyAuditOutput,
  async run({ db, organization }, kept) {
    let last: Pick<AuditEvent, 'number' | 'hash'> & { at: Date | null } = { number: 0, hash: BEGINNING, at: null }
    const verdict = (broken: AuditVerification['broken']): AuditVerification => ({
      intact: broken === null,
      events: last.number,
      last: last.at && { number: last.number, hash: last.hash, at: last.at.toISOString() },
      broken,
    })
    for (;;) {
      const events = await readAfter(db, organization, {}, last.number, SLICE)
      for (const event of events) {
        const broken = breakAt(last, event)
        if (broken) return verdict(broken)
        if (event.number === kept.number && event.hash !== kept.hash) return verdict({ number: event.number, why: 'not_as_kept' })
        last = event
      }
      if (events.length < SLICE) break
    }
    return verdict(kept.number !== undefined && kept.number > last.number ? { number: last.number + 1, why: 'missing' } : null)
  },
})
