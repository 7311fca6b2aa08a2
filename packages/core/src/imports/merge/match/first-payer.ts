import type { ClaimPayerRecord, ClaimRecord, PayerRank } from '../../records.ts'
import { keyOfSubmission } from './keys.ts'
import type { SubmissionKey } from './submissions.ts'

/**
 * A claim as that of the payer who pays first, whoever this submission is sent to, with one payer of each rank; and the rank of the payer that it
 * is sent to. A secondary claim that does not name the primary payer leaves it open.
 */
export function ofFirstPayer(record: ClaimRecord): { record: ClaimRecord; rank: PayerRank } {
  const payers = onePerRank(record.payers ?? [])
  const rank = record.payers?.find(({ payerId }) => payerId === record.payerId)?.rank ?? 'primary'
  if (rank === 'primary') return { record: { ...record, payers }, rank }
  const first = payers.find((payer) => payer.rank === 'primary')
  const patient = { ...record.patient, memberId: first?.memberId ?? null, groupId: first?.groupId ?? null }
  return { record: { ...record, payers, payerId: first?.payerId ?? null, patient }, rank }
}

/** The fourth payer and those after it count as tertiary, and senders give one place to two: the first of them stands. */
const onePerRank = (payers: readonly ClaimPayerRecord[]) => payers.filter(({ rank }, at) => payers.findIndex((other) => other.rank === rank) === at)

/** A submission as one to the payer who pays first, and what tells which claim it is of. */
export function submissionOf(record: ClaimRecord): { first: ClaimRecord; key: SubmissionKey } {
  const { record: first, rank } = ofFirstPayer(record)
  return { first, key: keyOfSubmission(first, rank) }
}
