import { money } from '../../adjudication/write.ts'
import { bulkInsert, type BulkColumn } from '../../db/bulk.ts'
import type { ClaimRecord } from '../records.ts'
import type { Insert } from './rows.ts'
import { rowIdOf } from './slice.ts'

/** A submission of a claim that is there: it replaces or voids the one before, or is the same once more. */
export interface Submission {
  position: number
  claimId: string
  record: ClaimRecord
}

export const submissionInsert =
  (importId: number, submissions: readonly Submission[]): Insert =>
  (organizationId) =>
    submissions.length > 0
      ? bulkInsert(
          'claim_submissions',
          organizationId,
          [{ name: 'id', type: 'int8', of: ({ position }) => rowIdOf(importId, position) }, ...columns],
          submissions,
        )
      : null

const columns: readonly BulkColumn<Submission>[] = [
  { name: 'claim_id', type: 'text', of: ({ claimId }) => claimId },
  { name: 'frequency_code', type: 'text', of: ({ record }) => record.frequencyCode },
  { name: 'submitted_on', type: 'date', of: ({ record }) => record.submissionDate },
  { name: 'billed_amount', type: 'numeric', of: ({ record }) => money(record.billed) },
  { name: 'payer_control_number', type: 'text', of: ({ record }) => record.payerControlNumber ?? null },
]
