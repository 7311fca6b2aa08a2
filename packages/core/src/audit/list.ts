import { defineOperation } from '../operation.ts'
import { paginate } from '../schemas.ts'
import type { AuditEvent } from './chain.ts'
import { listAuditInput, listAuditOutput, type ShownEvent } from './schemas.ts'
import { readPage } from './sql.ts'

export const listAudit = defineOperation({
  name: 'audit.list',
  kind: 'read',
  // It shows nothing of a claim but that somebody looked; that the trail was read is on record all the same.
  concerns: () => [],
  summary: 'Lists who looked at what and changed what, newest first.',
  input: listAuditInput,
  output: listAuditOutput,
  async run({ db, organization, now }, filter) {
    const { events, total } = await db.transaction((tx) => readPage(tx, organization, filter))
    return { events: events.map(shown), pagination: paginate(total, filter), asOf: now.toISOString() }
  },
})

const shown = ({ organizationId: _organization, previousHash: _previous, hash: _hash, at, claimIds, about, ...event }: AuditEvent): ShownEvent => ({
  ...event,
  at: at.toISOString(),
  claimIds: [...claimIds],
  about,
})
